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

/**
 * Reads the emphasis, links and note marks of one block. `withMarks` is false inside a note, where a raised digit is
 * no mark. Square brackets that are not a link stay text (D6). One pass, each pattern tried only where its first
 * character stands: linear in the text.
 */
export function readInline(raw: string, withMarks = true): InlineText {
  const tokens: InlineToken[] = []
  const runs: EmphasisRun[] = []
  const openBrackets: number[] = []
  let at = 0

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(raw)
    if (found !== null) at += found[0].length
    return found
  }
  const text = (part: string) => tokens.push({ kind: 'text', text: part })
  const mark = (note: string, asText: string) => tokens.push(withMarks ? { kind: 'mark', note } : textToken(asText))
  const sign = () => {
    at++
    text(raw.charAt(at - 1))
  }

  const readBackslash = () => {
    const before = raw.charAt(at - 1)
    const stars = take(ESCAPED_STARS)?.[0].replaceAll('\\', '')
    if (stars !== undefined) {
      if (isMarkPlace(before, raw.charAt(at))) mark(stars, stars)
      else text(stars)
      return
    }
    // A backslash before punctuation only says that the sign is no markdown; converters at times escape twice.
    take(ESCAPES)
    sign()
  }
  const readRun = () => {
    const before = raw.charAt(at - 1)
    const run = take(STARS)?.[0] ?? '_'
    if (run === '_') at++
    runs.push({ slot: tokens.length, sign: run, before, after: raw.charAt(at) })
    text(run)
    text('')
  }
  const readTag = () => {
    const found = take(SUPERSCRIPT_TAG)
    const tag = found === null ? take(OTHER_TAG) : null
    if (found !== null) {
      const note = found[1] ?? (found[2] ?? '').replaceAll('\\', '')
      mark(note, note)
    } else if (tag === null) sign()
    else if (/br/i.test(tag[0])) text(' ')
  }
  const readOpeningBracket = () => {
    const found = take(MARKDOWN_MARK)
    if (found !== null) mark(found[1] ?? '', found[0])
    else {
      openBrackets.push(tokens.length)
      sign()
    }
  }
  const readClosingBracket = () => {
    const opening = openBrackets.pop()
    if (opening !== undefined && take(LINK_TARGET) !== null) tokens[opening] = textToken('')
    else sign()
  }
  const readSuperscript = () => {
    const before = raw.slice(Math.max(0, at - 8), at)
    const digits = take(SUPERSCRIPT)?.[0] ?? ''
    if (digits.length <= 3 && !UNIT.test(before)) mark(digits.normalize('NFKC'), digits)
    else text(digits)
  }

  while (at < raw.length) {
    const first = raw.charAt(at)
    if (first === '\\') readBackslash()
    else if (first === '*' || first === '_') readRun()
    else if (first === '<') readTag()
    else if (first === '[') readOpeningBracket()
    else if (first === ']') readClosingBracket()
    else {
      const plain = take(PLAIN)
      if (plain === null) readSuperscript()
      else text(plain[0])
    }
  }
  pairEmphasis(tokens, runs, withMarks)
  return layOut(tokens)
}

function textToken(text: string): InlineToken {
  return { kind: 'text', text }
}

/** Writes the tokens out with single spaces and measures where marks and italics fall. */
function layOut(tokens: readonly InlineToken[]): InlineText {
  const parts: string[] = []
  const marks: ReadMark[] = []
  const italics: ReadRange[] = []
  let length = 0
  let endsWithSpace = true
  let italicFrom: number | null = null
  const write = (part: string) => {
    if (part === '') return
    parts.push(part)
    length += part.length
    endsWithSpace = part.endsWith(' ')
  }
  for (const token of tokens) {
    if (token.kind === 'mark') {
      marks.push({ at: length, note: token.note })
      write(NOTE_CHARACTER)
    } else if (token.kind === 'text') {
      const single = token.text.replace(/\s+/g, ' ')
      write(endsWithSpace && single.startsWith(' ') ? single.slice(1) : single)
    } else if (token.opens) {
      italicFrom = length
    } else {
      if (italicFrom !== null && length > italicFrom) italics.push({ from: italicFrom, to: length })
      italicFrom = null
    }
  }
  return { text: parts.join('').trimEnd(), marks, italics }
}
