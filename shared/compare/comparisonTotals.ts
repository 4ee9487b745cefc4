import type { ComparedBlock } from './ComparedBlock.ts'
import type { Comparison } from './compareTexts.ts'
import { tokenise } from './tokenise.ts'

/** How much two texts have in common, in numbers. Blocks are paragraphs, items and headings. */
export interface ComparisonTotals {
  /** Groups of blocks that belong together; those split, merged and moved among them. */
  readonly paired: number
  readonly moved: number
  readonly split: number
  readonly merged: number
  /** Paired, but only possibly. */
  readonly possible: number
  readonly new: number
  readonly dropped: number
  /** Of all the words of both texts, those that are in one only; 0 to 1. Words that only moved are in both. */
  readonly changedShare: number
}

export function comparisonTotals({ old, new: now, pairs, added, dropped }: Comparison): ComparisonTotals {
  const lone = wordsOf(now, added) + wordsOf(old, dropped)
  let [same, changed] = [0, lone]
  for (const { words } of pairs) {
    same += 2 * words.counts.same
    changed += words.counts.deleted + words.counts.inserted
  }
  const count = (is: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(is).length
  return {
    paired: pairs.length,
    moved: count(({ moved }) => moved),
    split: count(({ relation }) => relation === 'split'),
    merged: count(({ relation }) => relation === 'merged'),
    possible: count(({ isPossible }) => isPossible),
    new: added.length,
    dropped: dropped.length,
    changedShare: same + changed === 0 ? 0 : changed / (same + changed),
  }
}

function wordsOf(blocks: readonly ComparedBlock[], places: readonly number[]): number {
  return places
    .flatMap(place => blocks[place] ?? [])
    .reduce((sum, block) => sum + tokenise(block).filter(({ is }) => is === 'word').length, 0)
}

/** The totals in words: "61 paired", "4 moved" … What there is none of is left out, but for the first. */
export function totalsInWords(totals: ComparisonTotals): readonly { readonly count: string; readonly of: string }[] {
  const each = [
    { count: String(totals.paired), of: 'paired' },
    { count: String(totals.moved), of: 'moved' },
    { count: String(totals.split), of: 'split' },
    { count: String(totals.merged), of: 'merged' },
    { count: String(totals.possible), of: 'possible' },
    { count: String(totals.new), of: 'new' },
    { count: String(totals.dropped), of: 'dropped' },
  ].filter(({ count, of }) => count !== '0' || of === 'paired')
  return [...each, { count: percentOf(totals.changedShare), of: 'of words changed' }]
}

/** Never "0 %" where something changed, nor "100 %" where something stayed. */
function percentOf(share: number): string {
  const percent = Math.round(share * 100)
  if (percent === 0 && share > 0) return 'under 1 %'
  if (percent === 100 && share < 1) return 'over 99 %'
  return `${percent} %`
}
