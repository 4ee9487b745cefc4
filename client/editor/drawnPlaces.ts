import type { Editor } from '@tiptap/core'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { type Host, proposalHost } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { offsetOfRecord } from './recordAt.ts'
import { blockPositions } from './redraw.ts'

/** The element of a block as it is drawn; null when it is not. `at` is its position in the document. */
export function blockElement({ view }: Editor, at: number): HTMLElement | null {
  const element = view.nodeDOM(at)
  return element instanceof HTMLElement ? element : null
}

/** Where on the screen the lines begin, in pixels from its upper edge, in which these records' words begin. */
export function lineTops(
  { view, state }: Editor,
  shown: ShownSheet,
  root: Host,
  records: readonly ProposalId[],
): ReadonlyMap<ProposalId, number> {
  const at = blockPositions(state).get(root)
  const size = at === undefined ? undefined : state.doc.nodeAt(at)?.content.size
  const tops = new Map<ProposalId, number>()
  if (at === undefined || size === undefined) return tops
  for (const id of records) {
    // A proposed paragraph begins where its block does.
    const offset = root === proposalHost(id) ? 0 : Math.min(offsetOfRecord(shown, root, id), size)
    tops.set(id, view.coordsAtPos(at + 1 + offset, 1).top)
  }
  return tops
}
