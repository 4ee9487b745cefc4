import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'

export type DeletionUnit = 'character before' | 'character after' | 'word before' | 'word after'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wordSegments = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * What a press of Backspace or Delete takes, in shown offsets: a whole grapheme or word beside the caret, past words one's
 * party has struck already. Null when there is nothing left on that side.
 */
export function deletionRange(
  shown: ShownSheet,
  isOurs: (id: ProposalId) => boolean,
  root: Host,
  caret: number,
  unit: DeletionUnit,
): { readonly from: number; readonly to: number } | null {
  const passages = shown.passages(root)
  const text = passages.map(passage => passage.text).join('')
  const gone = passages.flatMap(({ text: words, struck }) => {
    const ours = struck.some(isOurs)
    return Array.from({ length: words.length }, () => ours)
  })
  if (unit.endsWith('before')) {
    let to = caret
    while (to > 0 && gone[to - 1]) to--
    if (to === 0) return null
    return { from: unit === 'word before' ? wordStart(text, to) : graphemeAt(text, to - 1).from, to }
  }
  let from = caret
  while (from < text.length && gone[from]) from++
  if (from === text.length) return null
  return { from, to: unit === 'word after' ? wordEnd(text, from) : graphemeAt(text, from).to }
}

function graphemeAt(text: string, index: number): { from: number; to: number } {
  const segment = graphemes.segment(text).containing(index)
  return segment === undefined
    ? { from: index, to: index + 1 }
    : { from: segment.index, to: segment.index + segment.segment.length }
}

function wordStart(text: string, end: number): number {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--
  return at === 0 ? 0 : (wordSegments.segment(text).containing(at - 1)?.index ?? at - 1)
}

function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  const segment = wordSegments.segment(text).containing(at)
  return segment === undefined ? text.length : segment.index + segment.segment.length
}
