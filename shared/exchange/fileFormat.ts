/** Twice the largest official text we know, which has pictures. More is answered before it is read. */
export const LARGEST_FILE_BYTES = 25_000_000

/** The kinds of file people bring, as far as their first bytes tell. What is of no other kind is taken for text. */
export type FileFormat = 'text' | 'pdf' | 'packed' | 'old office' | 'rich text'

const BEGINNINGS: readonly { readonly begins: readonly number[]; readonly format: FileFormat }[] = [
  { begins: [0x50, 0x4b, 0x03, 0x04], format: 'packed' },
  // An empty archive, and one cut into parts.
  { begins: [0x50, 0x4b, 0x05, 0x06], format: 'packed' },
  { begins: [0x50, 0x4b, 0x07, 0x08], format: 'packed' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], format: 'old office' },
  { begins: [0x7b, 0x5c, 0x72, 0x74, 0x66], format: 'rich text' },
]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
/** Some programs write a few bytes before `%PDF-`, and readers look this far for it; behind words it is a text about PDFs. */
const PDF_WITHIN_BYTES = 64

/** Tells the kind of a file by its bytes, whatever its name. */
export function fileFormat(bytes: Uint8Array): FileFormat {
  const known = BEGINNINGS.find(({ begins }) => beginsAt(bytes, begins, 0))
  if (known !== undefined) return known.format
  for (let at = 0; at <= PDF_WITHIN_BYTES; at++) if (beginsAt(bytes, PDF, at)) return 'pdf'
  return 'text'
}

function beginsAt(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte)
}
