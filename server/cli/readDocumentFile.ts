import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import type { Refusal } from '../../shared/exchange/Refusal.ts'
import { DocumentReader } from '../documents/DocumentReader.ts'

/** What a command reads a document with. */
export interface FileReading {
  readFile(path: string): Promise<Uint8Array>
}

/** One for all the files of a command; the process it reads in does not keep this one from ending. */
const reader = new DocumentReader()

/** Reads a document from a file; refuses with a sentence what cannot be opened or read. */
export async function readDocumentFile(file: string, io: FileReading): Promise<ReadDocument | Refusal> {
  let bytes: Uint8Array
  try {
    bytes = await io.readFile(file)
  } catch (error) {
    return { refused: unreadableFile(error) }
  }
  return reader.read(bytes)
}

function unreadableFile(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file.'
    case 'EISDIR':
      return 'This is a directory, not a file.'
    case 'EACCES':
    case 'EPERM':
      return 'The file may not be read by this user.'
    default:
      return `The file cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}.`
  }
}
