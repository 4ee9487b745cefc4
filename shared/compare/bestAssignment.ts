import type { Grid } from './Grid.ts'

/**
 * For each row the column given to it, or null, so that no column is given twice and the scores add up to the most. Negative scores
 * and 0 are never chosen. The Hungarian method with potentials: rows² × columns at the worst.
 */
export function bestAssignment(scores: Grid): readonly (number | null)[] {
  const isTall = scores.rows > scores.columns
  const lines = isTall ? scores.columns : scores.rows
  const places = isTall ? scores.rows : scores.columns
  const cost = (line: number, place: number) =>
    -(isTall ? scores.at(place - 1, line - 1) : scores.at(line - 1, place - 1))
  const linePotentials = new Float64Array(lines + 1)
  const placePotentials = new Float64Array(places + 1)
  /** The line that has each place; place 0 belongs to the line being placed. */
  const lineAt = new Int32Array(places + 1)
  const cameFrom = new Int32Array(places + 1)
  for (let line = 1; line <= lines; line++) {
    lineAt[0] = line
    const slack = new Float64Array(places + 1).fill(Number.POSITIVE_INFINITY)
    const isSeen = new Uint8Array(places + 1)
    let place = 0
    while (true) {
      isSeen[place] = 1
      const current = lineAt[place] ?? 0
      let least = Number.POSITIVE_INFINITY
      let next = 0
      for (let other = 1; other <= places; other++) {
        if (isSeen[other] === 1) continue
        const reduced = cost(current, other) - (linePotentials[current] ?? 0) - (placePotentials[other] ?? 0)
        if (reduced < (slack[other] ?? 0)) {
          slack[other] = reduced
          cameFrom[other] = place
        }
        if ((slack[other] ?? 0) < least) {
          least = slack[other] ?? 0
          next = other
        }
      }
      for (let other = 0; other <= places; other++) {
        if (isSeen[other] === 1) {
          const owner = lineAt[other] ?? 0
          linePotentials[owner] = (linePotentials[owner] ?? 0) + least
          placePotentials[other] = (placePotentials[other] ?? 0) - least
        } else slack[other] = (slack[other] ?? 0) - least
      }
      place = next
      if (lineAt[place] === 0) break
    }
    while (place !== 0) {
      const before = cameFrom[place] ?? 0
      lineAt[place] = lineAt[before] ?? 0
      place = before
    }
  }
  const given = Array.from({ length: scores.rows }, (): number | null => null)
  for (let place = 1; place <= places; place++) {
    const line = lineAt[place] ?? 0
    if (line === 0) continue
    const [row, column] = isTall ? [place - 1, line - 1] : [line - 1, place - 1]
    if (scores.at(row, column) > 0) given[row] = column
  }
  return given
}
