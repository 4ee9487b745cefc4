import type { Block } from '../table/Block.ts'
import { blockHost, type Host, proposalHost } from '../table/Host.ts'
import type { PlacedParagraph, Sheet } from './Sheet.ts'

/** One block of the sheet as it reads from top to bottom: of the draft, or proposed. */
export type OutlineItem =
  | { readonly is: 'block'; readonly host: Host; readonly block: Block }
  | { readonly is: 'proposed'; readonly host: Host; readonly paragraph: PlacedParagraph }

/**
 * The blocks in reading order, each with the paragraphs proposed after it. One proposed after a paragraph comes behind its
 * lettered sub-paragraphs: "18 bis" never splits 18 (a) from 18 (b).
 */
export function outline(sheet: Sheet): readonly OutlineItem[] {
  const items: OutlineItem[] = []
  const byHost = sheet.paragraphsByHost()
  const waiting: Host[] = []
  const proposeAfter = (host: Host, fits: (paragraph: PlacedParagraph) => boolean) => {
    for (const paragraph of byHost.get(host) ?? []) {
      if (!fits(paragraph)) continue
      const own = proposalHost(paragraph.id)
      items.push({ is: 'proposed', host: own, paragraph })
      proposeAfter(own, () => true)
    }
  }
  const release = () => {
    for (const host of waiting.splice(0)) proposeAfter(host, whole)
  }
  for (const id of sheet.table.order()) {
    const block = sheet.table.block(id)
    if (block === null) continue
    const host = blockHost(id)
    if (block.kind !== 'subparagraph') release()
    items.push({ is: 'block', host, block })
    proposeAfter(host, paragraph => !whole(paragraph))
    waiting.push(host)
  }
  release()
  return items
}

const whole = (paragraph: PlacedParagraph) => paragraph.change.kind === 'paragraph'
