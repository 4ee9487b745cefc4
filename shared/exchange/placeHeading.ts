import { BOLD, isWhollyBold, type Piece } from './gatherPieces.ts'
import { lineShape } from './lineShape.ts'
import { linesBehindLabel, type Place, quoted, type Reading } from './Reading.ts'

/** Headings of outcome documents run to some 350 characters; only those without any mark of a heading must be short. */
const LONGEST_HEADING_CHARACTERS = 700
const LONGEST_GUESSED_CHARACTERS = 250
/** "(a) Opening session": a lettered heading that only its shape gives away. */
const LONGEST_LETTERED_CHARACTERS = 150

/** Writes "I. …", "A. …" or "Chapter I: …" as a heading; false when it is a sentence that happens to begin so. */
export function placeLabelledHeading(reading: Reading, { piece }: Place): boolean {
  const { writer, headings } = reading
  const { label } = piece
  if (label?.kind !== 'capital' && label?.kind !== 'chapter') return false
  const lines = linesBehindLabel(piece)
  const isCut = piece.gap === 'line' && isTextOpen(reading) && (piece.wrapped || lineShape(label.rest).startsLower)
  if (isCut || !isHeadingText(lines, piece.heading > 0)) return false
  const { kind, inOrder } =
    label.kind === 'chapter' ? { kind: 'chapter' as const, inOrder: true } : headings.place(label.label)
  startHeading(reading, kind, label.label, lines)
  if (!inOrder) writer.warn(`The heading “${label.label}.” is out of order and was read as a ${kind}.`)
  return true
}

/** Writes a markdown or bold heading without number; false when the piece is none. */
export function placeMarkedHeading(reading: Reading, { piece }: Place): boolean {
  const { label, lines } = piece
  if (piece.heading === 0 || label !== null || !isHeadingText(lines, piece.heading < BOLD)) return false
  startHeading(reading, piece.heading === reading.topHeading ? 'chapter' : 'section', '', lines)
  return true
}

/** Writes "(a) …" or "1. …" as a section where it is marked, or stands, as a heading; false otherwise. */
export function placeItemHeading(reading: Reading, { piece, next }: Place): boolean {
  const { label } = piece
  if (label?.kind !== 'letter' && label?.kind !== 'number') return false
  const lines = linesBehindLabel(piece)
  const text = lines.join(' ')
  if (text === '' || !isHeadingText(lines, false)) return false
  const isMarked = (piece.heading > 0 && piece.heading < BOLD) || isWhollyBold(text)
  if (isMarked) {
    startHeading(reading, 'section', label.label, lines)
    return true
  }
  const isLettered = label.kind === 'letter' && label.firm && !lineShape(label.rest).startsLower
  const opensNumber = next?.label?.kind === 'number'
  if (!isLettered || !opensNumber || !standsAlone(reading) || text.length > LONGEST_LETTERED_CHARACTERS) return false
  startHeading(reading, 'section', label.label, lines)
  reading.writer.warn(`“(${label.label})” was read as a section heading, since a numbered paragraph follows it.`)
  return true
}

/** Writes a piece that only looks like a heading: short, alone, and not a sentence. False when it does not. */
export function placeGuessedHeading(reading: Reading, { piece, next }: Place): boolean {
  const first = piece.lines[0] ?? ''
  const text = piece.lines.join(' ')
  if (next === null || piece.heading > 0 || !standsAlone(reading)) return false
  if (text.length > LONGEST_GUESSED_CHARACTERS || !isHeadingText(piece.lines, false)) return false
  if (!/^[\p{Lu}“"‘]/u.test(first) || !lineShape(text).isOpen || lineShape(text).isLinked) return false
  if (next.label === null && lineShape(next.lines[0] ?? '').startsWithin) return false
  startHeading(reading, 'section', '', piece.lines)
  reading.writer.warn(`${quoted(piece.lines)} was read as a section heading: it stands alone and is no sentence.`)
  return true
}

function startHeading(reading: Reading, kind: 'chapter' | 'section', label: string, lines: readonly string[]): void {
  reading.headings.take(kind, label)
  reading.levels.reset()
  reading.bullets = null
  reading.writer.start(kind, label, 0, lines)
}

function isHeadingText(lines: readonly string[], isMarked: boolean): boolean {
  const text = lines.join(' ')
  if (text.length > LONGEST_HEADING_CHARACTERS) return false
  return isMarked || !/[.;:,][*”"’]{0,5}$/.test(text.slice(-8))
}

/** Words of the text proper came before and their sentence is not at its end. */
export function isTextOpen({ writer }: Reading): boolean {
  const { last, shape } = writer
  if (last === null || shape === null || last.kind === 'masthead' || last.kind === 'title') return false
  return last.kind !== 'chapter' && last.kind !== 'section' && shape.isOpen
}

/** Nothing before it is waiting for more words. */
function standsAlone(reading: Reading): boolean {
  const { writer } = reading
  return !writer.isAwaiting && !isTextOpen(reading) && writer.shape?.endsColon !== true
}

/** The highest level among unnumbered markdown headings; `BOLD` and 0 are none. */
export function topHeadingOf(pieces: readonly Piece[]): number {
  let top = BOLD
  for (const { heading, label } of pieces) if (heading > 0 && heading < top && label === null) top = heading
  return top === BOLD ? 0 : top
}
