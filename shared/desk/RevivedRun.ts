import type { Character } from '../table/Character.ts'

/** Characters of tabled words that are others on the desk since they were undone and done again, or given up and written back: these say the same. */
export type RevivedRun = readonly [client: number, clock: number, toClient: number, toClock: number, length: number]

/** One old character, and the one that stands for it. */
export type RevivedPair = readonly [old: Character, now: Character]

export function revivedPairs(runs: readonly RevivedRun[]): readonly RevivedPair[] {
  return runs.flatMap(([client, clock, toClient, toClock, length]) =>
    Array.from(
      { length },
      (_, step): RevivedPair => [
        { client, clock: clock + step },
        { client: toClient, clock: toClock + step },
      ],
    ),
  )
}

/** Of more runs than a desk is read with the first are kept: a mapping with gaps is better than none. */
export function revivedRuns(pairs: Iterable<RevivedPair>): readonly RevivedRun[] {
  const runs: [number, number, number, number, number][] = []
  for (const [old, now] of [...pairs].sort(([a], [b]) => a.client - b.client || a.clock - b.clock)) {
    const last = runs.at(-1)
    const follows =
      last !== undefined &&
      last[0] === old.client &&
      last[1] + last[4] === old.clock &&
      last[2] === now.client &&
      last[3] + last[4] === now.clock
    if (follows) last[4]++
    else runs.push([old.client, old.clock, now.client, now.clock, 1])
  }
  return runs.slice(0, MOST_REVIVED)
}

/** Reads them from a desk's map, none when they have not this form: a desk is written by its people's own programs. */
export function readRevived(value: unknown): readonly RevivedRun[] {
  if (!Array.isArray(value) || value.length > MOST_REVIVED) return none
  const runs: RevivedRun[] = []
  for (const run of value) {
    if (!Array.isArray(run)) return none
    const [client, clock, toClient, toClock, length]: unknown[] = run
    if (!isCount(client) || !isCount(clock) || !isCount(toClient) || !isCount(toClock) || !isCount(length)) return none
    if (length === 0 || length > MOST_CHARACTERS) return none
    runs.push([client, clock, toClient, toClock, length])
  }
  return runs
}

/** More are made up, or of a text undone and done again word by word for a day: each tabling goes through all of them. */
const MOST_REVIVED = 2_000
/** No text is longer; reading a run that is would take for ever. */
const MOST_CHARACTERS = 200_000
const none: readonly RevivedRun[] = []

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
