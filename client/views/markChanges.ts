import { diffArrays } from 'diff'

/** A stretch of a text before and after a change: in both, only after, only before. */
export interface MarkedPiece {
  readonly is: 'kept' | 'added' | 'removed'
  readonly text: string
}

/**
 * What changes between two texts, word for word, removed words before those that replace them; several changed words in a row are
 * one change, not one each. Kept and added pieces read as `after`, kept and removed ones as `before`, character for character.
 */
export function markChanges(before: string, after: string): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let removed = ''
  let added = ''
  const close = () => {
    if (removed !== '') pieces.push({ is: 'removed', text: removed })
    if (added !== '') pieces.push({ is: 'added', text: added })
    removed = ''
    added = ''
  }
  const parts = diffArrays(tokens(before), tokens(after))
  for (const [index, part] of parts.entries()) {
    const text = part.value.join('')
    if (part.removed) removed += text
    else if (part.added) added += text
    // A space that both texts have between two words exchanged belongs to the exchange.
    else if (removed !== '' && added !== '' && text.trim() === '' && index < parts.length - 1) {
      removed += text
      added += text
    } else {
      close()
      pieces.push({ is: 'kept', text })
    }
  }
  close()
  return pieces
}

/** Words, spaces, and every other character alone, so that a changed comma is a comma and not its word. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}’'-]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}
