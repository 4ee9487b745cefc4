import { decodeText } from '../../shared/exchange/decodeText.ts'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { unreadableReason } from '../../shared/exchange/unreadableReason.ts'
import { readDocumentSchema } from '../../shared/protocol/readDocumentSchema.ts'
import { ask } from '../connection/ask.ts'
import type { Source } from '../views/NewNegotiationSource.tsx'

/** Said whenever the server does not answer. */
export const unreachable = 'The server cannot be reached. Nothing was lost: try again when you are connected.'

/** Has a text or a file read by the server, or says in a sentence why it cannot be. */
export async function readSource(
  source: Source,
  capacity: string,
): Promise<ReadDocument | { readonly refused: string }> {
  const text = source.is === 'text' ? source.text : await textOf(source.file)
  if (typeof text !== 'string') return text
  const unreadable = unreadableReason(text)
  if (unreadable !== null) return { refused: unreadable }
  const asked = await ask({ path: `/api/read?as=${capacity}`, answers: readDocumentSchema, body: text })
  if (asked.is === 'answered') return asked.answer
  return { refused: asked.is === 'refused' ? asked.refusal.refused : unreachable }
}

async function textOf(file: File): Promise<string | { readonly refused: string }> {
  try {
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    return 'refused' in decoded ? decoded : decoded.text
  } catch {
    return { refused: 'The browser cannot open this file; it may have been moved or changed since it was chosen.' }
  }
}
