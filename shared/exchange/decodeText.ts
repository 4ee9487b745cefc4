import { type FileFormat, fileFormat } from './fileFormat.ts'
import type { Refusal } from './Refusal.ts'
import { LONGEST_TEXT_CHARACTERS } from './unreadableReason.ts'

export interface DecodedText {
  readonly text: string
  /** What was assumed about the encoding, as a sentence; null where the bytes leave no doubt. */
  readonly guess: string | null
}

/** No encoding read here takes more bytes for one character of `LONGEST_TEXT_CHARACTERS`. */
const BYTES_PER_CHARACTER = 4

/** Windows-1252 from 0x80 to 0x9f; written out, since some Node versions decode it as Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Decodes the bytes of a text file: UTF-8 with or without byte order mark, UTF-16 with one, and Windows-1252 for
 * bytes that are not valid UTF-8. Refuses other kinds of file, and more bytes than a readable text can have.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Refusal {
  const reason = noTextReason(fileFormat(bytes))
  if (reason !== null) return { refused: reason }
  if (bytes.length > LONGEST_TEXT_CHARACTERS * BYTES_PER_CHARACTER) {
    return { refused: `The file has ${bytes.length.toLocaleString('en')} bytes and is too long to be read.` }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), guess: null }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), guess: null }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guess: null }
  } catch {
    return { text: decodeWindows1252(bytes), guess: 'The text is not in UTF-8; it was read as Windows-1252.' }
  }
}

function noTextReason(format: FileFormat): string | null {
  switch (format) {
    case 'text':
      return null
    case 'packed':
      return 'This is a Word document or another packed file, not a text.'
    case 'pdf':
      return 'This is a PDF, not a text.'
    case 'old office':
      return 'This is an old Word document (.doc); save it as a Word document (.docx) first.'
    case 'rich text':
      return 'This is a rich text document; save it as a Word document (.docx) first.'
    default:
      return format satisfies never
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  // One call per slice: a call with millions of arguments overflows the stack.
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  // Control codes in Latin-1 are where Windows has its quotes and dashes.
  return parts.join('').replace(/[\u0080-\u009f]/g, code => WINDOWS_1252.charAt(code.charCodeAt(0) - 0x80))
}
