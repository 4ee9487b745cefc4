/** Something with a place in the old text, one in the new, and how much it weighs. */
export interface Placed {
  readonly old: number
  readonly new: number
  readonly weight: number
}

/**
 * Those of the given that can be read in one order in both texts, chosen so that they weigh the most together; two with one place in
 * common keep order. The rest has moved. Takes n log n.
 */
export function heaviestRising<P extends Placed>(given: readonly P[]): ReadonlySet<P> {
  const sorted = given.toSorted((a, b) => a.old - b.old || a.new - b.new)
  const places = [...new Set(given.map(({ new: place }) => place))].sort((a, b) => a - b)
  const rankOf = new Map(places.map((place, rank) => [place, rank + 1]))
  /** A Fenwick tree over places in the new text: the heaviest chain that ends at or before each. */
  const heaviest: (Chain<P> | undefined)[] = []
  let best: Chain<P> | null = null
  for (const item of sorted) {
    const rank = rankOf.get(item.new) ?? 0
    let before: Chain<P> | null = null
    for (let at = rank; at > 0; at -= at & -at) before = heavier(before, heaviest[at] ?? null)
    const chain: Chain<P> = { item, before, weight: item.weight + (before?.weight ?? 0) }
    for (let at = rank; at <= places.length; at += at & -at)
      heaviest[at] = heavier(heaviest[at] ?? null, chain) ?? chain
    best = heavier(best, chain)
  }
  const rising = new Set<P>()
  for (let chain = best; chain !== null; chain = chain.before) rising.add(chain.item)
  return rising
}

interface Chain<P> {
  readonly item: P
  readonly before: Chain<P> | null
  readonly weight: number
}

function heavier<P>(one: Chain<P> | null, other: Chain<P> | null): Chain<P> | null {
  if (one === null || other === null) return one ?? other
  return other.weight > one.weight ? other : one
}
