import { expect, it } from 'vitest'
import { bestAssignment } from '../../../shared/compare/bestAssignment.ts'
import { Grid } from '../../../shared/compare/Grid.ts'
import { heaviestRising } from '../../../shared/compare/heaviestRising.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'

const seed = 77

it('an assignment gives no column twice and is as good as the best of all', () => {
  const random = new SeededRandom(seed)
  for (let round = 0; round < 300; round++) {
    const grid = new Grid(random.below(6), 1 + random.below(5))
    for (let row = 0; row < grid.rows; row++)
      for (let column = 0; column < grid.columns; column++)
        grid.set(row, column, random.chance(1, 3) ? 0 : random.below(100) / 100)
    const given = bestAssignment(grid)
    const columns = given.filter(column => column !== null)
    expect(new Set(columns).size).toBe(columns.length)
    const sum = given.reduce((total: number, column, row) => total + (column === null ? 0 : grid.at(row, column)), 0)
    expect(sum, `seed ${seed}, round ${round}`).toBeCloseTo(bestOf(grid, 0, new Set()))
  }
})

function bestOf(grid: Grid, row: number, taken: ReadonlySet<number>): number {
  if (row === grid.rows) return 0
  let best = bestOf(grid, row + 1, taken)
  for (let column = 0; column < grid.columns; column++)
    if (!taken.has(column))
      best = Math.max(best, grid.at(row, column) + bestOf(grid, row + 1, new Set([...taken, column])))
  return best
}

it('what did not move is the heaviest that can be read in one order', () => {
  const random = new SeededRandom(seed)
  for (let round = 0; round < 300; round++) {
    const given = Array.from({ length: random.below(9) }, () => ({
      old: random.below(8),
      new: random.below(8),
      weight: 1 + random.below(9),
    }))
    const rising = [...heaviestRising(given)]
    expect(isRising(rising)).toBe(true)
    const weight = (items: typeof given) => items.reduce((sum, item) => sum + item.weight, 0)
    const subsets = Array.from({ length: 2 ** given.length }, (_, bits) =>
      given.filter((__, nth) => (bits >> nth) % 2 === 1),
    )
    const best = Math.max(...subsets.filter(isRising).map(weight))
    expect(weight(rising), `seed ${seed}, round ${round}`).toBe(best)
  }
})

function isRising(items: readonly { readonly old: number; readonly new: number }[]): boolean {
  const sorted = items.toSorted((a, b) => a.old - b.old || a.new - b.new)
  return sorted.every((item, nth) => nth === 0 || (sorted[nth - 1]?.new ?? 0) <= item.new)
}
