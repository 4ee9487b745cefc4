import type { Was } from '../table/Proposal.ts'

/** How many characters of context are kept on each side: two or three words, enough to show where a change stood. */
const contextCharacters = 24

/** What stands at a range of a text, to be kept with a change written on it. */
export function wasAt(text: string, start: number, end: number): Was {
  return {
    before: text.slice(Math.max(0, start - contextCharacters), start),
    struck: text.slice(start, end),
    after: text.slice(end, end + contextCharacters),
  }
}

/**
 * Whether the words a change was written on have changed since. For struck words, any difference; for an insertion, when the
 * word on either side that it leaned on is another now and the other side gives no hold either.
 */
export function isDisturbed(was: Was, text: string, start: number, end: number): boolean {
  const now = wasAt(text, start, end)
  if (now.struck !== was.struck) return true
  if (was.struck !== '') return false
  return lastWord(now.before) !== lastWord(was.before) && firstWord(now.after) !== firstWord(was.after)
}

const firstWord = (text: string) => /^\W*\w*/u.exec(text.slice(0, 16))?.[0] ?? ''
const lastWord = (text: string) => /\w*\W*$/u.exec(text.slice(-16))?.[0] ?? ''
