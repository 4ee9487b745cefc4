import { decodeText } from '../../shared/exchange/decodeText.ts'
import { fileFormat, LARGEST_FILE_BYTES } from '../../shared/exchange/fileFormat.ts'
import { unreadableReason } from '../../shared/exchange/unreadableReason.ts'
import type { Source } from '../views/NewNegotiationSource.tsx'

/** A source as it goes to the server: a text, or a file whose bytes only the server can read. */
export type OpenedSource = { readonly text: string } | { readonly file: File } | { readonly refused: string }

/** Looks into a source; what cannot be read anyway is refused here, at once, and not sent. */
export async function openSource(source: Source): Promise<OpenedSource> {
  if (source.is === 'text') return textOr(source.text)
  const { file } = source
  if (file.size > LARGEST_FILE_BYTES) {
    return {
      refused: `The file has ${Math.ceil(file.size / 1_000_000)} MB; at most ${LARGEST_FILE_BYTES / 1_000_000} MB can be read.`,
    }
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const format = fileFormat(bytes)
    if (format !== 'text' && format !== 'rich text') return { file }
    const decoded = decodeText(bytes)
    return 'refused' in decoded ? decoded : textOr(decoded.text)
  } catch {
    return { refused: 'The browser cannot open this file; it may have been moved or changed since it was chosen.' }
  }
}

function textOr(text: string): OpenedSource {
  const unreadable = unreadableReason(text)
  return unreadable === null ? { text } : { refused: unreadable }
}
