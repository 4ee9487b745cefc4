import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import type { MarkedText } from './ComparedBlock.ts'

/** A word, a sign or a note mark, with the blanks behind it. */
export interface Token {
  readonly is: 'word' | 'sign' | 'note'
  /** Equal where two tokens say the same: blanks, and the form of quotation marks and apostrophes, do not count. */
  readonly key: string
  /** As it stands in the text, blanks included. */
  readonly text: string
}

/** Letters and digits, and the signs that hold them together: `drug-related`, `E/CN.7/2024/1`, `2019–2024`, `State(s)`; a Chinese character alone. */
const WORD =
  /\p{Script=Han}|(?!\p{Script=Han})[\p{L}\p{N}\p{M}](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}]|[-‐‑'’./–_&@](?=[\p{L}\p{N}])|\(\p{Ll}{1,3}\)(?!\p{L}))*/u
const TOKEN = new RegExp(`(?:(?<note>${NOTE_CHARACTER})|(?<word>${WORD.source})|[^\\s])\\s*`, 'gu')

/** The tokens of a text: joined, they are the text (but for blanks in front). Note marks are told apart by what they cite. */
export function tokenise({ text, marks }: MarkedText): readonly Token[] {
  let seen = 0
  return Array.from(text.matchAll(TOKEN), ({ 0: found, groups }): Token => {
    if (groups?.['note'] !== undefined)
      return { is: 'note', key: `${NOTE_CHARACTER}${marks[seen++]?.cites ?? ''}`, text: found }
    const word = groups?.['word']
    return { is: word === undefined ? 'sign' : 'word', key: keyOf(word ?? found), text: found }
  })
}

function keyOf(text: string): string {
  return text.trimEnd().replace(/[’‘]/g, "'").replace(/[“”„]/g, '"').replace(/[‐‑]/g, '-')
}

/** The tokens with words equal whatever of them stands in capitals. */
export function inAnyCase(tokens: readonly Token[]): readonly Token[] {
  return tokens.map(token => (token.is === 'word' ? { ...token, key: token.key.toLowerCase() } : token))
}
