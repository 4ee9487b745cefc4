import type { ComparedBlock } from './ComparedBlock.ts'
import { type ComparedPair, type Comparison, joined, relationOf } from './compareTexts.ts'
import { compareWords } from './compareWords.ts'

/**
 * A comparison with a new text in which only words have changed since: what belongs together is as it was, only the words are
 * compared anew. Takes a fraction of the time of `compareTexts`, which may say otherwise when much has changed; null where blocks
 * came, went or are of another sort, and there is no telling.
 */
export function compareAgain(
  before: Comparison,
  now: readonly ComparedBlock[],
  compare: typeof compareWords = compareWords,
): Comparison | null {
  const isAlike = now.length === before.new.length && now.every(({ is }, place) => is === before.new[place]?.is)
  if (!isAlike) return null
  const pairs = before.pairs.map((pair): ComparedPair => {
    const words = compare(joined(before.old, pair.old), joined(now, pair.new))
    if (words === pair.words) return pair
    const relation = relationOf(pair.old.length, pair.new.length, words)
    const similarity = relation === 'same' ? 1 : Math.min(pair.similarity, 0.999)
    return { ...pair, words, relation, similarity }
  })
  return { ...before, new: now, pairs }
}
