import { type EmphasisRun, type InlineToken, isMarkPlace, pairEmphasis } from './pairEmphasis.ts'
import type { ReadMark, ReadRange } from './ReadDocument.ts'

export interface InlineText {
  readonly text: string
  readonly marks: readonly ReadMark[]
  readonly italics: readonly ReadRange[]
}

/** The character that stands for a note mark. */
export const NOTE_CHARACTER = '\ufffc'

const PLAIN = /[^\\*_<[\]⁰¹²³⁴-⁹]+/y
const SUPERSCRIPT = /[⁰¹²³⁴-⁹]+/y
const SUPERSCRIPT_TAG = /<sup>\s{0,3}(?:(\d{1,3})|((?:\\?\*){1,4}))\s{0,3}<\/sup>/iy
const OTHER_TAG = /<(?:\/?(?:sup|sub|u|span)|br\s{0,2}\/?)>/iy
const MARKDOWN_MARK = /\[\^(\d{1,3})\]/y
const ESCAPED_STARS = /(?:\\\*){1,4}/y
const ESCAPES = /\\{1,4}(?=[!-/:-@[\]^_`{-~])/y
const STARS = /\*+/y
/** A link's address has a scheme or a host. `[text](EU)` is a delegation's bracket (D11) and stays as it is. */
const LINK_TARGET = /\]\((?:#|\/|www\.|https?:|mailto:)(?:[^\s()[\]<>]|\([^\s()[\]<>]{0,200}\)){0,2000}\)/y
/** Behind a unit a raised digit is a power: "10 km²". */
const UNIT = /\d ?(?:km|cm|mm|m|ha)$/

/** Most blocks of most documents have none of these and are done at once. */
const HAS_SIGNS = /[\\*_<[\]⁰¹²³⁴-⁹]/

/**
 * Reads the emphasis, links and note marks of one block. `withMarks` is false inside a note, where a raised digit is
 * no mark. Square brackets that are not a link stay text (D6). One pass, each pattern tried only where its first
 * character stands: linear in the text.
 */
export function readInline(raw: string, withMarks = true): InlineText {
  if (!HAS_SIGNS.test(raw)) return { text: raw.replace(/\s+/g, ' ').trim(), marks: [], italics: [] }
  return layOut(new InlineReader(raw, withMarks).read())
}

class InlineReader {
  readonly #raw: string
  readonly #withMarks: boolean
  readonly #tokens: InlineToken[] = []
  readonly #runs: EmphasisRun[] = []
  readonly #openBrackets: number[] = []
  #at = 0

  constructor(raw: string, withMarks: boolean) {
    this.#raw = raw
    this.#withMarks = withMarks
  }

  read(): readonly InlineToken[] {
    while (this.#at < this.#raw.length) {
      const first = this.#raw.charAt(this.#at)
      if (first === '\\') this.#readBackslash()
      else if (first === '*' || first === '_') this.#readRun()
      else if (first === '<') this.#readTag()
      else if (first === '[') this.#readOpeningBracket()
      else if (first === ']') this.#readClosingBracket()
      else {
        const plain = this.#take(PLAIN)
        if (plain === null) this.#readSuperscript()
        else this.#text(plain[0])
      }
    }
    if (this.#runs.length > 0) pairEmphasis(this.#tokens, this.#runs, this.#withMarks)
    return this.#tokens
  }

  #readBackslash(): void {
    const before = this.#raw.charAt(this.#at - 1)
    const stars = this.#take(ESCAPED_STARS)?.[0].replaceAll('\\', '')
    if (stars !== undefined) {
      if (isMarkPlace(before, this.#raw.charAt(this.#at))) this.#mark(stars, stars)
      else this.#text(stars)
      return
    }
    // A backslash before punctuation only says that the sign is no markdown; converters at times escape twice.
    this.#take(ESCAPES)
    this.#sign()
  }

  #readRun(): void {
    const before = this.#raw.charAt(this.#at - 1)
    const run = this.#take(STARS)?.[0] ?? '_'
    if (run === '_') this.#at++
    this.#runs.push({ slot: this.#tokens.length, sign: run, before, after: this.#raw.charAt(this.#at) })
    this.#text(run)
    this.#text('')
  }

  #readTag(): void {
    const found = this.#take(SUPERSCRIPT_TAG)
    const tag = found === null ? this.#take(OTHER_TAG) : null
    if (found !== null) {
      const note = found[1] ?? (found[2] ?? '').replaceAll('\\', '')
      this.#mark(note, note)
    } else if (tag === null) this.#sign()
    else if (/br/i.test(tag[0])) this.#text(' ')
  }

  #readOpeningBracket(): void {
    const found = this.#take(MARKDOWN_MARK)
    if (found !== null) this.#mark(found[1] ?? '', found[0])
    else {
      this.#openBrackets.push(this.#tokens.length)
      this.#sign()
    }
  }

  #readClosingBracket(): void {
    const opening = this.#openBrackets.pop()
    if (opening !== undefined && this.#take(LINK_TARGET) !== null) this.#tokens[opening] = { kind: 'text', text: '' }
    else this.#sign()
  }

  #readSuperscript(): void {
    const before = this.#raw.slice(Math.max(0, this.#at - 8), this.#at)
    const digits = this.#take(SUPERSCRIPT)?.[0] ?? ''
    if (digits.length <= 3 && !UNIT.test(before)) this.#mark(digits.normalize('NFKC'), digits)
    else this.#text(digits)
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#raw)
    if (found !== null) this.#at += found[0].length
    return found
  }

  #text(text: string): void {
    this.#tokens.push({ kind: 'text', text })
  }

  #mark(note: string, asText: string): void {
    if (this.#withMarks) this.#tokens.push({ kind: 'mark', note })
    else this.#text(asText)
  }

  #sign(): void {
    this.#text(this.#raw.charAt(this.#at))
    this.#at++
  }
}

/** Writes the tokens out with single spaces and measures where marks and italics fall. */
function layOut(tokens: readonly InlineToken[]): InlineText {
  const parts: string[] = []
  const marks: ReadMark[] = []
  const italics: ReadRange[] = []
  let length = 0
  let endsWithSpace = true
  let italicFrom: number | null = null
  for (const token of tokens) {
    if (token.kind === 'italic') {
      if (!token.opens && italicFrom !== null && length > italicFrom) italics.push({ from: italicFrom, to: length })
      italicFrom = token.opens ? length : null
      continue
    }
    if (token.kind === 'mark') marks.push({ at: length, note: token.note })
    const single: string = token.kind === 'mark' ? NOTE_CHARACTER : token.text.replace(/\s+/g, ' ')
    const part: string = endsWithSpace && single.startsWith(' ') ? single.slice(1) : single
    if (part === '') continue
    parts.push(part)
    length += part.length
    endsWithSpace = part.endsWith(' ')
  }
  const text = parts.join('').trimEnd()
  // Spaces that were trimmed may have ended an italic.
  const inside = italics.map(({ from, to }) => ({ from, to: Math.min(to, text.length) }))
  return { text, marks, italics: inside.filter(({ from, to }) => from < to) }
}
