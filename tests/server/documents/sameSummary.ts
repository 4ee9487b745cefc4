import { expect } from 'vitest'
import type { ReadBlock, ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { readSummary } from '../../../shared/exchange/readSummary.ts'

/** Expects every heading, paragraph, sub-paragraph and note with its label and place, and every italic, of another reading of the same text. */
export function expectSame(read: ReadDocument, wanted: ReadDocument): void {
  expect(partsOf(read)).toEqual(partsOf(wanted))
}

function partsOf(document: ReadDocument) {
  const { title, paragraphs, subparagraphs, footnotes } = readSummary(document)
  const isHeading = (kind: ReadBlock['kind']) => kind === 'chapter' || kind === 'section'
  const words = document.blocks.filter(({ kind }) => !isHeading(kind) && kind !== 'title')
  const italics = [...words, ...document.notes].flatMap(({ text, italics }) =>
    italics.map(({ from, to }) => text.slice(from, to)),
  )
  // A heading whose level is only guessed in the plain text may stand at another. Headings are bold, and not italic too.
  const order = document.blocks.map(({ kind, label, text }) => (isHeading(kind) ? `heading ${label} ${text}` : kind))
  return { title, paragraphs, subparagraphs, footnotes, italics, order }
}
