import type { Piece } from './gatherPieces.ts'
import { lineShape } from './lineShape.ts'

/** Where the masthead ends and which of its pieces is the title (D1). */
export interface Front {
  /** The number of pieces before the text proper. */
  readonly length: number
  /** Index of the title's piece; null when there is none. */
  readonly title: number | null
  /** No piece was a sentence, so the last long one was taken for the text. */
  readonly isGuess: boolean
}

/** A title of a declaration has more words; what is shorter is rather "High-level segment". */
const TITLE_WORDS = 4
const SENTENCE_WORDS = 4
/** Forty words without a full stop are a paragraph that a page end cut, not a title. */
const CUT_SENTENCE_WORDS = 40
/** What the last piece needs to be taken for the text when nothing else is. */
const GUESSED_WORDS = 8

/** Lines that stand in every masthead and are never a title. */
const MASTHEAD: readonly RegExp[] = [
  /^\d{1,2}(?:[-–]\d{1,2})? \p{L}+ \d{4}$/u,
  /^(?:Distr\b|Original\s?:|Language|Date\s?:|Agenda item|Item \d|Items \d)/i,
  /^(?:English|French|Spanish|Russian|Arabic|Chinese)(?: and \p{L}+)? only$/iu,
  /^(?:\p{L}+[ -]){1,4}(?:session|segment)$/iu,
  /^(?:United Nations|General Assembly|Economic and Social Council|Security Council)(?: \S+){0,3}$/,
  /^(?:Commission|Committee|Conference|Council) (?:on|for|of) (?:\S+ ?){1,7}$/,
  /^\p{Lu}\p{L}+(?: \p{L}+)?, .{0,30}\d{4}$/u,
  /^[A-Z]{1,7}(?:\/[A-Za-z0-9.()-]+){2,8}\*?$/,
  /^(?:Note|Report|Letter|Text|(?:.{1,40} )?submitted|proposed|Prepared) (?:by|from)\b/i,
  /^(?:(?:zero|first|second|revised|final|advance|clean) draft|draft (?:of|as of|dated)|as (?:of|at)|rev\.?) ?\b.{0,40}$/i,
]
/** No masthead line is longer; the bound keeps the patterns cheap. */
const MASTHEAD_CHARACTERS = 200

/** Finds the masthead: everything before the first label, heading or sentence. */
export function frontOf(pieces: readonly Piece[]): Front {
  const firstHeading = pieces.find(piece => piece.heading > 0 && piece.label === null && !isMasthead(piece)) ?? null
  const start = pieces.findIndex(piece => beginsText(piece, firstHeading))
  if (start >= 0) return withTitle(pieces, start, false)
  const guess = pieces.findLastIndex(piece => {
    return piece.label === null && piece.heading === 0 && wordsOf(piece).length >= GUESSED_WORDS && !isMasthead(piece)
  })
  return withTitle(pieces, guess < 0 ? pieces.length : guess, guess >= 0)
}

function beginsText(piece: Piece, firstHeading: Piece | null): boolean {
  if (piece.label !== null) {
    if (piece.label.kind === 'note' || piece.label.kind === 'bare') return false
    return piece.label.kind !== 'letter' || piece.label.firm
  }
  if (piece.heading > 0) {
    // "# Title" and then "## First heading": the second is in the text already.
    return firstHeading !== null && firstHeading.heading < piece.heading && !isMasthead(piece)
  }
  const words = wordsOf(piece)
  if (words.length < SENTENCE_WORDS || isMasthead(piece)) return false
  const last = piece.lines.at(-1) ?? ''
  if (words.length >= CUT_SENTENCE_WORDS || !lineShape(last).isOpen || last.endsWith(',')) return true
  return words.length >= GUESSED_WORDS && /^We\b/.test(words[0] ?? '')
}

function withTitle(pieces: readonly Piece[], start: number, isGuess: boolean): Front {
  const titles = pieces.slice(0, start).flatMap((piece, index) => {
    const isTitle = piece.label === null && !isMasthead(piece) && !lineShape(piece.lines[0] ?? '').startsLower
    return isTitle ? [{ index, piece, isLong: wordsOf(piece).length >= TITLE_WORDS }] : []
  })
  const title =
    titles.find(({ piece }) => piece.heading === 1) ??
    titles.findLast(({ piece, isLong }) => piece.heading > 0 && isLong) ??
    titles.findLast(({ isLong }) => isLong) ??
    titles.at(-1)
  if (title === undefined) return { length: start, title: null, isGuess }
  // What follows the title and is no masthead line is the first heading of the text.
  const heading = titles.find(({ index, piece, isLong }) => index > title.index && (piece.heading > 0 || !isLong))
  return { length: heading?.index ?? start, title: title.index, isGuess }
}

function isMasthead(piece: Piece): boolean {
  const text = piece.lines
    .join(' ')
    .slice(0, MASTHEAD_CHARACTERS + 1)
    .replace(/[*\\]/g, '')
  return text.length <= MASTHEAD_CHARACTERS && MASTHEAD.some(pattern => pattern.test(text))
}

/** The first words of a piece, as many as any rule here asks for. */
function wordsOf(piece: Piece): readonly string[] {
  return piece.lines
    .join(' ')
    .slice(0, 2_000)
    .split(' ', CUT_SENTENCE_WORDS)
    .filter(word => /[\p{L}\d]/u.test(word))
}
