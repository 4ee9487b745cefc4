import type { Piece } from './gatherPieces.ts'
import { lineShape } from './lineShape.ts'
import { isTextOpen, placeGuessedHeading, placeMarkedHeading } from './placeHeading.ts'
import { startParagraph } from './placeItem.ts'
import { type Place, quoted, type Reading } from './Reading.ts'

const ADDRESS = /^[<([]{0,2}(?:https?:|www\.)/

/**
 * Writes a piece that has no label: the rest of what a page end, a note or a line end cut, a heading, or a paragraph
 * without number. Every word of it lands in exactly one block or note.
 */
export function placeText(reading: Reading, place: Place): void {
  const { writer } = reading
  const { piece } = place
  if (belongsToNote(reading, piece)) writer.appendNote(piece.lines)
  else if (writer.isAwaiting) writer.append(piece.lines)
  else if (
    !placeMarkedHeading(reading, place) &&
    !continueText(reading, piece) &&
    !placeGuessedHeading(reading, place)
  ) {
    startUnnumbered(reading, piece)
  }
}

/** The second part of a note: a web address its colon announces, or the rest of its open sentence. */
function belongsToNote(reading: Reading, piece: Piece): boolean {
  const note = reading.writer.noteShape
  if (note === null || piece.label !== null || piece.heading > 0 || piece.gap === 'page') return false
  const { startsLower, startsWithin } = lineShape(piece.lines[0] ?? '')
  if (ADDRESS.test(piece.lines[0] ?? '')) return note.endsColon || note.isOpen
  if (!note.isOpen) return false
  return piece.gap === 'line' || (!isTextOpen(reading) && (startsLower || (startsWithin && note.isLinked)))
}

/** Appends the piece to the block before where that is not finished; false when it is. */
function continueText(reading: Reading, piece: Piece): boolean {
  const { writer } = reading
  const { last, shape } = writer
  const { startsLower, startsWithin } = lineShape(piece.lines[0] ?? '')
  if (last === null || shape === null || last.kind === 'masthead' || last.kind === 'title') return false
  if (last.kind === 'chapter' || last.kind === 'section') {
    if (!startsLower || piece.gap !== 'line') return false
    writer.append(piece.lines)
    return true
  }
  if (!shape.isOpen) {
    // A small letter behind a full stop: an abbreviation we do not know, or a list item that closes with a flush line.
    if (!startsLower || piece.gap === 'blank' || shape.endsColon) return false
    writer.append(piece.lines)
    writer.warn(`${quoted(piece.lines)} begins with a small letter and was joined to the text before it.`)
    return true
  }
  if (startsWithin) {
    writer.append(piece.lines)
    return true
  }
  // Paragraphs of a resolution end with commas and have no numbers, or those of their own series (D1).
  if (shape.endsComma && !/^\d|^[a-z]/.test(last.label)) return false
  if (!shape.isLinked && piece.gap !== 'line' && !writer.isCut) return false
  writer.append(piece.lines)
  writer.warn(`${quoted(piece.lines)} was joined to the text before it, whose sentence was not finished.`)
  return true
}

function startUnnumbered(reading: Reading, piece: Piece): void {
  const { last } = reading.writer
  const isFirst = last === null || last.kind === 'masthead' || last.kind === 'title'
  if (isFirst && reading.isStructured) reading.writer.start('chapeau', '', 0, piece.lines)
  else startParagraph(reading, '', piece.lines)
}
