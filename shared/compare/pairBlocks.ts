import { bestAssignment } from './bestAssignment.ts'
import { expectedPlaces } from './expectedPlaces.ts'
import { Grid } from './Grid.ts'
import type { Likeness } from './Likeness.ts'
import type { Links } from './Links.ts'
import { tokenise } from './tokenise.ts'

/** So much alike, two blocks are one another's; below, more has to speak for it (`pairLeftOver`). Headings are short, so that one word makes much of it. */
const SURELY_ALIKE = 0.33
/** Less is chance, and is not looked at. */
const SLIGHTLY_ALIKE = 0.08
/** What standing where one expects it counts for: enough to choose between equals, too little to hold a moved one back. */
const PLACE_WORTH = 0.06
/** How many places off it counts for about a third. */
const PLACE_REACH = 2
/** With more than so many blocks left on one side (rows² × columns steps), the best pair is taken first instead: seconds, not minutes. */
const MOST_ASSIGNED = 1_500

/** Links blocks one to one: first those word for word the same, then the rest so that all together are as much alike as they can be. */
export function pairBlocks(likeness: Likeness, links: Links): void {
  pairSame(likeness, links)
  const { old, now } = likeness
  const rows = [...old.keys()].filter(row => links.isFree(row))
  const columns = [...now.keys()].filter(column => links.isFree(old.length + column))
  const expected = expectedPlaces(likeness)
  const scores = new Grid(rows.length, columns.length)
  for (const [at, row] of rows.entries())
    for (const [to, column] of columns.entries()) {
      const score = likeness.score(row, column)
      if (score < SLIGHTLY_ALIKE) continue
      const off = Math.abs(column - (expected[row] ?? column))
      scores.set(at, to, score + PLACE_WORTH * Math.exp(-off / PLACE_REACH))
    }
  const given = Math.max(rows.length, columns.length) > MOST_ASSIGNED ? bestFirst(scores) : bestAssignment(scores)
  for (const [at, to] of given.entries()) {
    const row = rows[at]
    const column = to === null ? undefined : columns[to]
    if (row === undefined || column === undefined || likeness.score(row, column) < SURELY_ALIKE) continue
    links.add(row, old.length + column)
  }
}

/** Pairs the blocks that say the same, where only one on each side does. */
function pairSame({ old, now }: Likeness, links: Links): void {
  const saying = new Map<string, { readonly old: number[]; readonly now: number[] }>()
  for (const [side, blocks] of [
    ['old', old],
    ['now', now],
  ] as const)
    for (const [place, block] of blocks.entries()) {
      const words = [block.is, ...tokenise(block).map(({ key }) => key)].join(' ')
      const alike = saying.get(words) ?? { old: [], now: [] }
      alike[side].push(place)
      saying.set(words, alike)
    }
  for (const {
    old: [row, ...otherRows],
    now: [column, ...otherColumns],
  } of saying.values())
    if (row !== undefined && column !== undefined && otherRows.length + otherColumns.length === 0)
      links.add(row, old.length + column)
}

function bestFirst(scores: Grid): readonly (number | null)[] {
  const cells: { readonly row: number; readonly column: number; readonly score: number }[] = []
  for (let row = 0; row < scores.rows; row++)
    for (let column = 0; column < scores.columns; column++) {
      const score = scores.at(row, column)
      if (score > 0) cells.push({ row, column, score })
    }
  const given = Array.from({ length: scores.rows }, (): number | null => null)
  const taken = new Set<number>()
  for (const { row, column } of cells.sort((a, b) => b.score - a.score)) {
    if (given[row] !== null || taken.has(column)) continue
    given[row] = column
    taken.add(column)
  }
  return given
}
