import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import { comparedBlocks } from '../../../shared/compare/comparedBlocks.ts'
import { officialText } from '../exchange/officialText.ts'
import { readDocument } from '../exchange/readOutline.ts'

/** The blocks of a text given as one would paste it. */
export function blocksOf(raw: string): readonly ComparedBlock[] {
  return comparedBlocks(readDocument(raw))
}

export function officialBlocks(name: string): readonly ComparedBlock[] {
  return blocksOf(officialText(name))
}

/** Paragraphs with these words, labelled 1, 2, 3 … */
export function paragraphs(...texts: readonly string[]): readonly ComparedBlock[] {
  return texts.map((text, index) => ({ label: String(index + 1), is: 'paragraph', text, marks: [] }))
}
