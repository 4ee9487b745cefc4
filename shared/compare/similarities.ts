import { Grid } from './Grid.ts'
import type { Profile, TermNumber } from './profilesOf.ts'

export interface Similarities {
  /** How much a block of the old text and one of the new are about the same: 0 to 1. */
  readonly alike: Grid
  /** How many different pairs of words in a row they have in common. */
  readonly shared: Grid
}

/** How much each block of one text is like each of another. Goes through the words, not the pairs, so long texts stay quick. */
export function similarities(old: readonly Profile[], now: readonly Profile[]): Similarities {
  const alike = new Grid(old.length, now.length)
  const shared = new Grid(old.length, now.length)
  const holders = new Map<TermNumber, Holder[]>()
  for (const [column, { terms, shingles }] of now.entries())
    for (const [term, weight] of terms) {
      const holder: Holder = { column, weight, shared: shingles.has(term) ? 1 : 0 }
      const list = holders.get(term)
      if (list === undefined) holders.set(term, [holder])
      else list.push(holder)
    }
  for (const [row, { terms }] of old.entries())
    for (const [term, weight] of terms)
      for (const holder of holders.get(term) ?? []) {
        alike.add(row, holder.column, weight * holder.weight)
        shared.add(row, holder.column, holder.shared)
      }
  return { alike, shared }
}

/** A block that has a term. */
interface Holder {
  readonly column: number
  readonly weight: number
  /** 1 when the term is two words in a row. */
  readonly shared: 0 | 1
}
