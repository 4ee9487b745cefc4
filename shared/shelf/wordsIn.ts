import type { ReadDocument } from '../exchange/ReadDocument.ts'

/** How many words a document has, without its masthead and notes: those of its title, headings and paragraphs. */
export function wordsIn({ blocks }: ReadDocument): number {
  let words = 0
  for (const { kind, text } of blocks) {
    if (kind !== 'masthead') words += text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
  }
  return words
}
