import type { ReadBlock, ReadDocument } from '../../shared/exchange/ReadDocument.ts'

/** How much of what was read of a document, in a sentence: "2 chapters, 8 paragraphs and 3 notes." */
export function readingCounts({ blocks, notes }: ReadDocument): string {
  const count = (kind: ReadBlock['kind'], one: string, many: string) => {
    const found = blocks.filter(block => block.kind === kind).length
    return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`]
  }
  const parts = [
    ...count('chapter', 'chapter', 'chapters'),
    ...count('section', 'section', 'sections'),
    ...count('paragraph', 'paragraph', 'paragraphs'),
    ...count('subparagraph', 'lettered item', 'lettered items'),
    ...(notes.length === 0 ? [] : [`${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`]),
  ]
  if (parts.length === 0) return 'No numbered paragraphs were found.'
  return `${new Intl.ListFormat('en-GB').format(parts)}.`
}
