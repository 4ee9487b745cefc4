import { diffArrays } from 'diff'
import type { Token } from './tokenise.ts'

/** Words struck and words put in at one place, and the words behind it that both texts have. */
export interface Hunk {
  readonly deleted: readonly Token[]
  readonly inserted: readonly Token[]
  readonly same: readonly SameToken[]
}

/** A token as each text has it: blanks and the form of quotation marks may differ. */
export interface SameToken {
  readonly old: Token
  readonly new: Token
}

/** Two texts that differ in more tokens than this are taken to differ wholly: nobody reads such a comparison, and it would take seconds. */
const MOST_CHANGED_TOKENS = 2_000

/**
 * The fewest tokens to strike and put in. Only the first hunk may change nothing, only the last may have nothing behind it. Null
 * when the texts have too little in common.
 */
export function hunksOf(old: readonly Token[], now: readonly Token[]): readonly Hunk[] | null {
  const changes = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
    { maxEditLength: MOST_CHANGED_TOKENS },
  )
  if (changes === undefined) return null
  const hunks: Hunk[] = []
  let deleted: readonly Token[] = []
  let inserted: readonly Token[] = []
  let oldAt = 0
  let newAt = 0
  for (const { added, removed, count } of changes) {
    if (removed) deleted = old.slice(oldAt, oldAt + count)
    else if (added) inserted = now.slice(newAt, newAt + count)
    else {
      hunks.push({
        deleted,
        inserted,
        same: together(old.slice(oldAt, oldAt + count), now.slice(newAt, newAt + count)),
      })
      deleted = []
      inserted = []
    }
    if (!added) oldAt += count
    if (!removed) newAt += count
  }
  if (deleted.length + inserted.length > 0) hunks.push({ deleted, inserted, same: [] })
  return hunks
}

/** Two runs of tokens that say the same, token by token. */
export function together(old: readonly Token[], now: readonly Token[]): readonly SameToken[] {
  return old.flatMap((token, nth) => {
    const other = now[nth]
    return other === undefined ? [] : [{ old: token, new: other }]
  })
}
