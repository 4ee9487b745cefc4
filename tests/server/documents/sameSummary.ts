import { expect } from 'vitest'
import type { ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { readSummary } from '../../../shared/exchange/readSummary.ts'

/** Expects every heading, paragraph, sub-paragraph and note with its label and place, and every italic, of another reading of the same text. */
export function expectSame(read: ReadDocument, wanted: ReadDocument): void {
  expect(partsOf(read)).toEqual(partsOf(wanted))
}

function partsOf(document: ReadDocument) {
  const { title, chapters, sections, paragraphs, subparagraphs, footnotes } = readSummary(document)
  const italics = [...document.blocks, ...document.notes].flatMap(({ text, italics }) =>
    italics.map(({ from, to }) => text.slice(from, to)),
  )
  const order = document.blocks.map(({ kind }) => (kind === 'chapter' || kind === 'section' ? 'heading' : kind))
  // A heading whose level is only guessed in the plain text may stand at another.
  return { title, headings: [...chapters, ...sections], paragraphs, subparagraphs, footnotes, italics, order }
}
