import type { ComparedBlock } from './ComparedBlock.ts'

/** Which sort of block one of a kind is, of a document or of a draft; null for the masthead, which is not compared. */
export function sortOf(kind: string): ComparedBlock['is'] | null {
  switch (kind) {
    case 'masthead':
      return null
    case 'title':
      return 'title'
    case 'chapter':
    case 'section':
      return 'heading'
    default:
      return 'paragraph'
  }
}
