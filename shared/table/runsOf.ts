import type * as Y from 'yjs'
import type { CharacterRun } from './Proposal.ts'

/** The ids of a text's characters (all, or `length` of them from `offset`), in order, as runs. Shorter when the text ends before. */
export function runsOf(text: Y.Text, offset = 0, length = Number.POSITIVE_INFINITY): readonly CharacterRun[] {
  const runs: [number, number, number][] = []
  let at = 0
  for (let item = text._start; item !== null && at < offset + length; item = item.right) {
    if (item.deleted || !item.countable) continue
    const from = Math.max(offset, at)
    const to = Math.min(offset + length, at + item.length)
    if (from < to) {
      const clock = item.id.clock + from - at
      const last = runs.at(-1)
      if (last !== undefined && last[0] === item.id.client && last[1] + last[2] === clock) last[2] += to - from
      else runs.push([item.id.client, clock, to - from])
    }
    at += item.length
  }
  return runs
}
