import { diffArrays } from 'diff'

/** A stretch of a text before and after a change: in both, only after, only before. */
export interface MarkedPiece {
  readonly is: 'kept' | 'added' | 'removed'
  readonly text: string
}

/**
 * What changes between two texts, word for word, removed words before those that replace them. Kept and added pieces read as
 * `after`, kept and removed ones as `before`, character for character.
 */
export function markChanges(before: string, after: string): readonly MarkedPiece[] {
  return diffArrays(tokens(before), tokens(after)).map(part => ({
    is: part.added ? 'added' : part.removed ? 'removed' : 'kept',
    text: part.value.join(''),
  }))
}

/** Words, spaces, and every other character alone, so that a changed comma is a comma and not its word. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}’'-]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}
