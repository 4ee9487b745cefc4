import type { Likeness } from './Likeness.ts'
import type { Links } from './Links.ts'

/** Less alike than this, nobody would say that one came of the other. */
const LEAST_ALIKE = 0.1
/** How much more alike the two must be than either is to any other block left over. */
const LEAST_LEAD = 0.045
/** What it speaks for a pair that the blocks before them belong together, and as much again for those behind; nothing for blocks less alike than `UNLIKE`. */
const NEIGHBOUR_WORTH = 0.03
const UNLIKE = 0.05

/**
 * Pairs what is left over where each is clearly the best for the other: a paragraph said anew has few words of the old one, but more
 * than any other that is left. What a revision dropped and what it brought in has no such lead.
 */
export function pairLeftOver(likeness: Likeness, links: Links): void {
  const { old, now } = likeness
  const isLeft = (node: number) => links.isFree(node) && likeness.block(node).is === 'paragraph'
  const rows = [...old.keys()].filter(isLeft)
  const columns = [...now.keys()].filter(column => isLeft(old.length + column))
  const areLinked = (row: number, column: number) => links.partnersOf(row).includes(old.length + column)
  const scoreOf = (row: number, column: number) => {
    const score = likeness.score(row, column)
    if (score < UNLIKE) return score
    const neighbours = [-1, 1].filter(side => areLinked(row + side, column + side)).length
    return score + neighbours * NEIGHBOUR_WORTH
  }
  const bestOfRow = new Map(rows.map(row => [row, bestTwo(columns, column => scoreOf(row, column))]))
  const bestOfColumn = new Map(columns.map(column => [column, bestTwo(rows, row => scoreOf(row, column))]))
  const found: (readonly [number, number])[] = []
  for (const [row, best] of bestOfRow) {
    const column = best.at
    const other = column === null ? undefined : bestOfColumn.get(column)
    if (column === null || other?.at !== row || best.score < LEAST_ALIKE) continue
    if (best.score - Math.max(best.second, other.second) >= LEAST_LEAD) found.push([row, old.length + column])
  }
  for (const [row, node] of found) links.add(row, node)
}

interface BestTwo {
  readonly at: number | null
  readonly score: number
  readonly second: number
}

function bestTwo(places: readonly number[], scoreOf: (place: number) => number): BestTwo {
  let best: BestTwo = { at: null, score: 0, second: 0 }
  for (const place of places) {
    const score = scoreOf(place)
    if (score > best.score) best = { at: place, score, second: best.score }
    else if (score > best.second) best = { ...best, second: score }
  }
  return best
}
