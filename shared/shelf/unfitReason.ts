import type { ReadDocument } from '../exchange/ReadDocument.ts'

/** Why a document cannot stand on the shelf, as one sentence; null when it can. */
export function unfitReason({ blocks }: ReadDocument): string | null {
  const isText = blocks.some(
    ({ kind, text }) =>
      (kind === 'chapeau' || kind === 'paragraph' || kind === 'subparagraph') && /[\p{L}\p{N}]/u.test(text),
  )
  return isText ? null : 'No paragraph was found in this text, so there is nothing to compare with.'
}
