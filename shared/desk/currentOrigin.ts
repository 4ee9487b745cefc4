import type { CharacterRun } from '../table/Proposal.ts'
import type { RevivedRun } from './RevivedRun.ts'

/** Where the characters of tabled words are on the desk: as they were tabled, or as they have been brought back. */
export function currentOrigin(
  origin: readonly CharacterRun[],
  revived: readonly RevivedRun[],
): readonly CharacterRun[] {
  if (revived.length === 0) return origin
  return origin.flatMap(run => parts(run, revived))
}

/** A run cut where a part of it was brought back. */
function parts([client, clock, length]: CharacterRun, revived: readonly RevivedRun[]): readonly CharacterRun[] {
  const end = clock + length
  const runs: CharacterRun[] = []
  for (let at = clock; at < end; ) {
    const run = revived.find(each => each[0] === client && each[1] <= at && at < each[1] + each[4])
    const starts = revived.flatMap(each => (each[0] === client && each[1] > at ? each[1] : []))
    const next = run === undefined ? Math.min(end, ...starts) : Math.min(end, run[1] + run[4])
    runs.push(run === undefined ? [client, at, next - at] : [run[2], run[3] + at - run[1], next - at])
    at = next
  }
  return runs
}
