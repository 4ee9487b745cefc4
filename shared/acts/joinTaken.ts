import type { Passage } from '../projection/project.ts'
import { sliceWords } from '../table/words.ts'
import { closes, isSpace, isWord } from './joinRepaired.ts'

/**
 * What is left of a record's passages when the strikes chosen with it are done: the words that stand, with one space and one comma
 * where the pieces meet (D9). Only takes away, or keeps a space of the struck words, so that every character left has its place
 * of origin.
 */
export function joinTaken(passages: readonly Passage[]): readonly Passage[] {
  const kept: Passage[] = []
  let gone: Passage[] = []
  for (const passage of passages) {
    if (passage.text === '') continue
    if (passage.struck.length > 0) {
      gone.push(passage)
      continue
    }
    const last = kept.at(-1)
    const isSeam = last !== undefined && (gone.length > 0 || last.host !== passage.host)
    const [left, middle, right] = isSeam ? seam(last, gone, passage) : [last, null, passage]
    if (left !== undefined) kept.splice(-1, 1, left)
    kept.push(...[middle, right].filter(each => each !== null))
    while (kept.at(-1)?.text === '') kept.pop()
    gone = []
  }
  return kept
}

function seam(left: Passage, gone: readonly Passage[], right: Passage): readonly [Passage, Passage | null, Passage] {
  const last = left.text.at(-1)
  const first = right.text[0]
  if ((isSpace(last) && isSpace(first)) || (last === ',' && first === ',')) return [left, null, slice(right, 1)]
  if (last === ',' && /[.;:]/.test(first ?? '')) return [slice(left, 0, -1), null, right]
  if (isSpace(last) && closes(first)) {
    const isComma = left.text.at(-2) === ',' && /[,.;:]/.test(first ?? '')
    return [slice(left, 0, isComma ? -2 : -1), null, right]
  }
  const [start, end] = [gone[0], gone.at(-1)]
  if (!isWord(last) || !isWord(first) || start === undefined || end === undefined) return [left, null, right]
  if (isSpace(start.text[0])) return [left, standing(slice(start, 0, 1)), right]
  return isSpace(end.text.at(-1)) ? [left, standing(slice(end, -1)), right] : [left, null, right]
}

function slice(passage: Passage, from: number, to?: number): Passage {
  const { length } = passage.text
  const [start = 0, end = length] = [from < 0 ? length + from : from, to === undefined || to >= 0 ? to : length + to]
  return { ...passage, ...sliceWords(passage, start, end), offset: passage.offset + start }
}

const standing = (passage: Passage): Passage => ({ ...passage, struck: [] })
