import { type Reading, type ReadRoot, readAs } from '../projection/readAs.ts'
import type { Sheet } from '../projection/Sheet.ts'
import { noteMark } from '../table/words.ts'
import type { ReadBlock, ReadBlockKind, ReadDocument } from './ReadDocument.ts'

const kinds: readonly ReadBlockKind[] = [
  'masthead',
  'title',
  'chapeau',
  'chapter',
  'section',
  'paragraph',
  'subparagraph',
]

/**
 * The sheet in a reading, as a document like those that are read from files: its notes numbered as this reading has them.
 * Without paragraphs that have no words left.
 */
export function documentOf(sheet: Sheet, reading: Reading): ReadDocument {
  const { roots, notes } = readAs(sheet, reading)
  const numbers = new Map(notes.map(({ host, number }) => [host.slice('note:'.length), number]))
  const blocks = roots.flatMap((root): readonly ReadBlock[] => {
    const { text, notes: marked } = root.words
    if (text.replaceAll(noteMark, '').trim() === '') return []
    const places = [...text.matchAll(/\uFFFC/g)].map(({ index }) => index)
    const marks = places.map((at, index) => ({ at, note: numbers.get(marked[index] ?? '') ?? '' }))
    const kind = kinds.find(known => known === root.kind) ?? 'paragraph'
    return [{ kind, label: labelOf(root), level: root.level, text, marks, italics: root.italics }]
  })
  return {
    title:
      blocks
        .find(({ kind }) => kind === 'title')
        ?.text.replaceAll(noteMark, '')
        .trim() ?? '',
    symbol: sheet.table.procedure().symbol,
    blocks,
    notes: notes.map(({ number, words, italics }) => ({ label: number, text: words.text, italics })),
    warnings: [],
  }
}

/** As printed, without its dot or brackets. */
function labelOf({ kind, label: { hanging } }: ReadRoot): string {
  return kind === 'subparagraph' ? hanging.replace(/^\((.*)\)$/, '$1') : hanging.replace(/\.$/, '')
}
