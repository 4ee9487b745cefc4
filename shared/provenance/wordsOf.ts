import { tokenise } from '../compare/tokenise.ts'

/** A word of a text, and where it stands. */
export interface PlacedWord {
  /** In small letters: phrases are the same whatever stands in capitals. */
  readonly word: string
  /** UTF-16 offsets in the text, without the blanks behind. */
  readonly from: number
  readonly to: number
}

/** The words of a text, without signs and note marks: a phrase is the same with another comma. */
export function wordsOf(text: string): readonly PlacedWord[] {
  let from = text.length - text.trimStart().length
  return tokenise({ text, marks: [] }).flatMap(({ is, key, text: printed }) => {
    const at = from
    from += printed.length
    return is === 'word' ? [{ word: key.toLowerCase(), from: at, to: at + printed.trimEnd().length }] : []
  })
}

/** The same in one line: two phrases are the same when this is. */
export function plainWords(text: string): string {
  return wordsOf(text)
    .map(({ word }) => word)
    .join(' ')
}
