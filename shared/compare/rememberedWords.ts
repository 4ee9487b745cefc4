import type { MarkedText } from './ComparedBlock.ts'
import { type ComparedWords, compareWords } from './compareWords.ts'

/**
 * `compareWords` that remembers the last `most` comparisons: while a draft is written, all but one of its paragraphs are compared as
 * before, and give the very same objects.
 */
export function rememberedWords(most: number): typeof compareWords {
  const known = new Map<string, ComparedWords>()
  return (old, now) => {
    const key = JSON.stringify([written(old), written(now)])
    const words = known.get(key) ?? compareWords(old, now)
    // Put in again, it is the youngest; the oldest goes first.
    known.delete(key)
    known.set(key, words)
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return words
  }
}

function written({ text, marks }: MarkedText): readonly string[] {
  return [text, ...marks.map(({ cites }) => cites)]
}
