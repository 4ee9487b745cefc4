import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { readDocumentSchema } from '../../shared/protocol/readDocumentSchema.ts'
import { ask } from '../connection/ask.ts'
import { type FileToSend, sendFile } from '../connection/sendFile.ts'
import type { Source } from '../views/NewNegotiationSource.tsx'
import { type OpenedSource, openSource } from './openSource.ts'

/** Said whenever the server does not answer. */
export const unreachable = 'The server cannot be reached. Nothing was lost: try again when you are connected.'

/** How a reading is followed and cancelled. */
export type Following = Pick<FileToSend<unknown>, 'signal' | 'onSent'>

/** Has a text or a file (plain text, Word, PDF) read by the server, or says in a sentence why it cannot be. */
export async function readSource(
  source: Source,
  capacity: string,
  following: Following = {},
): Promise<ReadDocument | { readonly refused: string }> {
  return readOpened(await openSource(source), capacity, following)
}

/** The same for a source that was looked into. */
export async function readOpened(
  source: OpenedSource,
  capacity: string,
  following: Following = {},
): Promise<ReadDocument | { readonly refused: string }> {
  if ('refused' in source) return source
  const where = { path: `/api/read?as=${capacity}`, answers: readDocumentSchema }
  const asked = await ('text' in source
    ? ask({ ...where, body: source.text, ...(following.signal === undefined ? {} : { signal: following.signal }) })
    : sendFile({ ...where, file: source.file, ...following }))
  if (asked.is === 'answered') return asked.answer
  return { refused: asked.is === 'refused' ? asked.refusal.refused : unreachable }
}
