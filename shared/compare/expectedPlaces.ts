import { heaviestRising, type Placed } from './heaviestRising.ts'
import type { Likeness } from './Likeness.ts'

/** Blocks so much alike show where in the new text the old one's places are. */
const LANDMARK = 0.6

/** For each block of the old text, where in the new one it would stand had it not moved: between the landmarks around it, in proportion. */
export function expectedPlaces(likeness: Likeness): readonly number[] {
  const { old, now } = likeness
  const found: Placed[] = []
  for (const row of old.keys())
    for (const column of now.keys()) {
      const weight = likeness.score(row, column)
      if (weight >= LANDMARK) found.push({ old: row, new: column, weight })
    }
  const end = { old: old.length, new: now.length }
  const landmarks = [...heaviestRising(oneToOne(found))].sort((a, b) => a.old - b.old)
  let before = { old: -1, new: -1 }
  return old.map((_, row) => {
    while (landmarks[0] !== undefined && landmarks[0].old <= row) before = landmarks.shift() ?? before
    const behind = landmarks[0] ?? end
    return before.new + ((row - before.old) * (behind.new - before.new)) / (behind.old - before.old)
  })
}

/** The best of each row and column, best first. */
function oneToOne(found: readonly Placed[]): readonly Placed[] {
  const rows = new Set<number>()
  const columns = new Set<number>()
  return found
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ old, new: now }) => {
      if (rows.has(old) || columns.has(now)) return false
      rows.add(old)
      columns.add(now)
      return true
    })
}
