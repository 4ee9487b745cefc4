import type { ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { readText } from '../../../shared/exchange/readText.ts'

/** The document a text is read as; throws where it is refused, so that a test says why. */
export function readDocument(raw: string): ReadDocument {
  const read = readText(raw)
  if ('refused' in read) throw new Error(`The text was refused: ${read.refused}`)
  return read
}

/** One line a block: `paragraph 18 bis | words`, sub-paragraphs indented by level, note marks as `{1}`. */
export function readOutline(raw: string): readonly string[] {
  return readDocument(raw).blocks.map(({ kind, label, level, text, marks }) => {
    let mark = 0
    const words = text.replaceAll('\ufffc', () => `{${marks[mark++]?.note}}`)
    return `${'  '.repeat(level)}${kind}${label === '' ? '' : ` ${label}`} | ${words}`
  })
}

export function warningsOf(raw: string): readonly string[] {
  return readDocument(raw).warnings.map(warning => warning.sentence)
}
