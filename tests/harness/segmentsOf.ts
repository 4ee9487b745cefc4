import type { ReadMark, ReadRange } from '../../shared/exchange/ReadDocument.ts'

export type Segment =
  | { readonly kind: 'words'; readonly text: string; readonly italic: boolean }
  | { readonly kind: 'mark'; readonly note: string }

/** A block or note as the stretches that a program writes one by one. */
export function segmentsOf(
  text: string,
  italics: readonly ReadRange[],
  marks: readonly ReadMark[] = [],
): readonly Segment[] {
  const cuts = [
    ...italics.flatMap(({ from, to }) => [from, to]),
    ...marks.flatMap(({ at }) => [at, at + 1]),
    text.length,
  ]
  const segments: Segment[] = []
  let from = 0
  for (const to of cuts.toSorted((a, b) => a - b)) {
    if (to <= from) continue
    const mark = marks.find(({ at }) => at === from)
    const italic = italics.some(range => range.from <= from && to <= range.to)
    segments.push(
      mark === undefined ? { kind: 'words', text: text.slice(from, to), italic } : { kind: 'mark', note: mark.note },
    )
    from = to
  }
  return segments
}
