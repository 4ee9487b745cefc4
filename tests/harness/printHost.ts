import { bracketTokens } from '../../shared/notation/bracketTokens.ts'
import { printBrackets } from '../../shared/notation/printBrackets.ts'
import { outline } from '../../shared/projection/outline.ts'
import { project } from '../../shared/projection/project.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import { blockHost, type Host } from '../../shared/table/Host.ts'
import { blockId } from '../../shared/table/ids.ts'

/** The paragraph of a label, of the draft or proposed. */
export function hostOf(sheet: Sheet, label: string): Host {
  for (const item of outline(sheet)) {
    const own = item.is === 'block' ? item.block.label : (item.paragraph.proposal?.label ?? null)
    if (own === label) return item.host
  }
  return blockHost(blockId(label))
}

/** A text in the printed notation. */
export function printHost(sheet: Sheet, host: Host): string {
  return printBrackets(sheet, bracketTokens(sheet, project(sheet, host)))
}
