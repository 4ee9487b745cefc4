import type { ReadDocument } from '../exchange/ReadDocument.ts'
import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import { fullLabels } from '../exchange/readSummary.ts'
import type { ComparedBlock } from './ComparedBlock.ts'
import { citationsOf } from './citationsOf.ts'
import { sortOf } from './sortOf.ts'

/** The blocks of a document that are compared: all but the masthead, which says when and where and is not negotiated. */
export function comparedBlocks({ blocks, notes }: ReadDocument): readonly ComparedBlock[] {
  const labels = fullLabels(blocks)
  const cites = citationsOf(notes)
  let unnumbered = 0
  return blocks.flatMap((block, index): readonly ComparedBlock[] => {
    const is = sortOf(block.kind)
    if (is === null) return []
    const marks = block.marks.map(({ note }) => ({ label: note, cites: cites.get(note) ?? `note ${note}` }))
    const printed = labels[index] ?? ''
    const words = block.text.replaceAll(NOTE_CHARACTER, '').trim()
    const isBare = block.label === '' || block.label === '•'
    const label = is === 'title' ? 'title' : is === 'heading' ? words : isBare ? `¶${++unnumbered}` : printed
    return [{ label, is, text: block.text, marks }]
  })
}
