import type { Hunk, SameToken } from './Hunk.ts'
import { isContentWord } from './wordForms.ts'

/**
 * Joins edits between which only a word or two stayed that say nothing by themselves: "[-the use of-]{+all+} the {+forms+}" is read
 * as one change. A note mark stays where it is, whatever is changed around it.
 */
export function absorbIslands(hunks: readonly Hunk[]): readonly Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    let current = hunk
    // What was joined is a longer edit now, and may swallow the island in front of it.
    for (let before = joined.at(-1); before !== undefined && isIsland(before, current); before = joined.at(-1)) {
      joined.pop()
      current = joinedOver(before, current)
    }
    joined.push(current)
  }
  return joined
}

function joinedOver(before: Hunk, behind: Hunk): Hunk {
  return {
    deleted: [...before.deleted, ...before.same.map(({ old }) => old), ...behind.deleted],
    inserted: [...before.inserted, ...before.same.map(({ new: now }) => now), ...behind.inserted],
    same: behind.same,
  }
}

/** Whether what is the same between two edits says too little for their length. */
function isIsland({ same, ...left }: Hunk, right: Hunk): boolean {
  const leftLength = lengthOf(left)
  const rightLength = lengthOf(right)
  if (leftLength === 0 || rightLength === 0 || same.some(({ old }) => old.is === 'note')) return false
  const telling = same.filter(isTelling).length
  const isExchange = exchanges(left) || exchanges(right)
  const isAlike =
    (left.deleted.length > 0 && right.deleted.length > 0) || (left.inserted.length > 0 && right.inserted.length > 0)
  if (telling === 0) return same.length <= 3 && (isExchange || isAlike)
  if (!isExchange) return false
  if (telling === 1 && same.length <= 2) return leftLength >= 2 && rightLength >= 2
  return telling <= 2 && same.length <= 4 && leftLength >= 5 && rightLength >= 5
}

function lengthOf({ deleted, inserted }: Pick<Hunk, 'deleted' | 'inserted'>): number {
  return Math.max(deleted.length, inserted.length)
}

function exchanges({ deleted, inserted }: Pick<Hunk, 'deleted' | 'inserted'>): boolean {
  return deleted.length > 0 && inserted.length > 0
}

/** Whether it is a word that carries meaning. */
function isTelling({ old: { is, key } }: SameToken): boolean {
  return is === 'word' && isContentWord(key.toLowerCase())
}
