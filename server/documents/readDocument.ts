import { decodeText } from '../../shared/exchange/decodeText.ts'
import { fileFormat } from '../../shared/exchange/fileFormat.ts'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import type { Refusal } from '../../shared/exchange/Refusal.ts'
import { type FoundText, readFoundText } from '../../shared/exchange/readFoundText.ts'
import { findDocxText } from './findDocxText.ts'
import { findPdfText } from './findPdfText.ts'

/** How much of an office file's directory is looked through for the name a locked Word document has in it. */
const LOOKED_THROUGH_BYTES = 1_000_000

/**
 * Reads a document from the bytes of a file: plain text, Word (.docx) or PDF, as its bytes tell. Refuses with a sentence
 * what cannot be read. What comes from strangers is read by `DocumentReader`, which bounds time and memory.
 */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument | Refusal> {
  const found = await foundText(bytes)
  return 'refused' in found ? found : readFoundText(found)
}

async function foundText(bytes: Uint8Array): Promise<FoundText | Refusal> {
  const format = fileFormat(bytes)
  switch (format) {
    case 'packed':
      return findDocxText(bytes)
    case 'pdf':
      return findPdfText(bytes)
    case 'old office':
      if (isLockedWord(bytes)) return { refused: 'This Word document is locked with a password: unlock it first.' }
      return plainText(bytes)
    case 'text':
    case 'rich text':
      return plainText(bytes)
    default:
      return format satisfies never
  }
}

function plainText(bytes: Uint8Array): FoundText | Refusal {
  const decoded = decodeText(bytes)
  if ('refused' in decoded) return decoded
  return { text: decoded.text, remarks: decoded.guess === null ? [] : [{ sentence: decoded.guess, near: null }] }
}

/** A locked Word document is packed into an old office file, under this name. */
function isLockedWord(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_THROUGH_BYTES))
  return head.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
