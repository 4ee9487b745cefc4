import { type Hunk, type SameToken, together } from './Hunk.ts'
import type { Token } from './tokenise.ts'

/** No edit slides further: what reads best lies within a clause. */
const FURTHEST = 12

/**
 * Puts edits where a reader would: words that both sides of an exchange begin or end with are no part of it, and words merely put in
 * or merely struck go to where a clause begins, when the text around reads the same either way.
 */
export function slideEdits(hunks: readonly Hunk[]): readonly Hunk[] {
  const slid: Hunk[] = []
  for (const hunk of hunks) {
    const before = slid.pop() ?? { deleted: [], inserted: [], same: [] }
    const trimmed = withoutCommonEnds(before, hunk)
    slid.push(...slideBest(trimmed.before, trimmed.hunk))
  }
  return joinTouching(slid)
}

/** An edit that slid over all that was between it and the one before is one with it. */
function joinTouching(hunks: readonly Hunk[]): readonly Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const before = joined.at(-1)
    if (before === undefined || before.same.length > 0) joined.push(hunk)
    else {
      const deleted = [...before.deleted, ...hunk.deleted]
      joined[joined.length - 1] = { deleted, inserted: [...before.inserted, ...hunk.inserted], same: hunk.same }
    }
  }
  return joined
}

interface Neighbours {
  readonly before: Hunk
  readonly hunk: Hunk
}

function withoutCommonEnds(before: Hunk, { deleted, inserted, same }: Hunk): Neighbours {
  const least = Math.min(deleted.length, inserted.length)
  const isSame = (one: Token | undefined, other: Token | undefined) => one?.key === other?.key
  let front = 0
  while (front < least && isSame(deleted[front], inserted[front])) front++
  let back = 0
  while (back < least - front && isSame(deleted.at(-1 - back), inserted.at(-1 - back))) back++
  const ends = { old: deleted.length - back, new: inserted.length - back }
  return {
    before: { ...before, same: [...before.same, ...together(deleted.slice(0, front), inserted.slice(0, front))] },
    hunk: {
      deleted: deleted.slice(front, ends.old),
      inserted: inserted.slice(front, ends.new),
      same: [...together(deleted.slice(ends.old), inserted.slice(ends.new)), ...same],
    },
  }
}

function slideBest(before: Hunk, hunk: Hunk): readonly [Hunk, Hunk] {
  let best: Neighbours = { before, hunk }
  const side = hunk.inserted.length === 0 ? 'old' : 'new'
  if (hunk.deleted.length > 0 === hunk.inserted.length > 0) return [before, hunk]
  for (const step of [slideLeft, slideRight]) {
    let next: Neighbours | null = { before, hunk }
    for (let steps = 0; steps < FURTHEST; steps++) {
      next = step(next, side)
      if (next === null) break
      if (fitness(next, side) > fitness(best, side)) best = next
    }
  }
  return [best.before, best.hunk]
}

type Side = 'old' | 'new'

/** The edit one token further left, when the token it leaves behind says the same as the one it takes in; else null. */
function slideLeft({ before, hunk }: Neighbours, side: Side): Neighbours | null {
  const edit = editOf(hunk, side)
  const taken = before.same.at(-1)
  const left = edit.at(-1)
  if (taken === undefined || left === undefined || taken[side].key !== left.key) return null
  return {
    before: { ...before, same: before.same.slice(0, -1) },
    hunk: withEdit(hunk, side, [taken[side], ...edit.slice(0, -1)], [{ ...taken, [side]: left }, ...hunk.same]),
  }
}

function slideRight({ before, hunk }: Neighbours, side: Side): Neighbours | null {
  const edit = editOf(hunk, side)
  const taken = hunk.same[0]
  const left = edit[0]
  if (taken === undefined || left === undefined || taken[side].key !== left.key) return null
  return {
    before: { ...before, same: [...before.same, { ...taken, [side]: left }] },
    hunk: withEdit(hunk, side, [...edit.slice(1), taken[side]], hunk.same.slice(1)),
  }
}

function editOf({ deleted, inserted }: Hunk, side: Side): readonly Token[] {
  return side === 'old' ? deleted : inserted
}

function withEdit(hunk: Hunk, side: Side, edit: readonly Token[], same: readonly SameToken[]): Hunk {
  return side === 'old' ? { ...hunk, deleted: edit, same } : { ...hunk, inserted: edit, same }
}

const LINKING_WORD = /^(?:and|as|at|by|for|from|in|including|of|on|or|that|through|to|which|with)$/i

/** How well an edit reads: ", and rising" is put in before a comma or a stop, not "and rising," behind one; a clause goes with its comma. */
function fitness({ before, hunk }: Neighbours, side: Side): number {
  const edit = editOf(hunk, side)
  const first = edit[0]?.key ?? ''
  const last = edit.at(-1)?.key ?? ''
  const previous = before.same.at(-1)?.[side].key ?? '.'
  const next = hunk.same[0]?.[side].key ?? '.'
  const isComma = (key: string) => key === ',' || key === ';'
  const isStop = (key: string) => isComma(key) || key === ':' || key === '.' || key === '?' || key === '!'
  let fit = 0
  if (isComma(first) && !isStop(last)) fit += 5
  if (isStop(previous) && !isComma(first)) fit += isStop(last) ? 4 : 2
  if (isComma(last) && !isStop(previous)) fit -= 1
  if (LINKING_WORD.test(first)) fit += 1
  if (LINKING_WORD.test(last)) fit -= 1
  if (isStop(next)) fit += 1
  return fit
}
