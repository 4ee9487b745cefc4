import type { ComparedPair, Comparison } from './compareTexts.ts'
import type { WordCounts } from './compareWords.ts'

/** A comparison by labels: what the command line prints as JSON. Pairs with a similarity below 0.25 are only possibly pairs. */
export interface ComparisonSummary {
  readonly pairs: readonly {
    readonly old: readonly string[]
    readonly new: readonly string[]
    readonly relation: ComparedPair['relation']
    readonly moved: boolean
    readonly similarity: number
    readonly words: WordCounts
  }[]
  readonly added: readonly string[]
  readonly dropped: readonly string[]
}

export function comparisonSummary({ old, new: now, pairs, added, dropped }: Comparison): ComparisonSummary {
  const labels = (blocks: Comparison['old'], places: readonly number[]) =>
    places.flatMap(place => blocks[place]?.label ?? [])
  return {
    pairs: pairs.map(({ old: from, new: to, relation, moved, similarity, words }) => ({
      old: labels(old, from),
      new: labels(now, to),
      relation,
      moved,
      similarity: Math.round(similarity * 1000) / 1000,
      words: words.counts,
    })),
    added: labels(now, added),
    dropped: labels(old, dropped),
  }
}
