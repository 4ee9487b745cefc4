import { BlockWriter } from './BlockWriter.ts'
import type { Front } from './frontOf.ts'
import type { Piece } from './gatherPieces.ts'
import { HeadingSeries } from './HeadingSeries.ts'
import { lineShape } from './lineShape.ts'
import { NumberSeries } from './NumberSeries.ts'
import { placeLabelledHeading, topHeadingOf } from './placeHeading.ts'
import { placeBareNumber, placeBullet, placeLetter, placeNumber, placeOption } from './placeItem.ts'
import { placeText } from './placeText.ts'
import { linesBehindLabel, type Place, type Reading } from './Reading.ts'
import type { Label } from './readLabel.ts'
import { SubparagraphLevels } from './SubparagraphLevels.ts'

/** Turns pieces into blocks and notes, in one pass from first to last. */
export function arrangeBlocks(pieces: readonly Piece[], front: Front): BlockWriter {
  const writer = new BlockWriter()
  const body = pieces.slice(front.length)
  const reading: Reading = {
    writer,
    numbers: new NumberSeries(),
    headings: new HeadingSeries(),
    levels: new SubparagraphLevels(),
    topHeading: topHeadingOf(body),
    isStructured: body.some(({ label, heading }) => heading > 0 || (label !== null && label.kind !== 'note')),
    bullets: null,
  }
  const followers = followersOf(pieces)
  for (const [index, piece] of pieces.entries()) {
    if (piece.gap === 'page') writer.cutHere()
    if (placeNote(reading, piece)) continue
    if (index < front.length) placeFront(reading, piece, index === front.title)
    else {
      const { next, nextLetter } = followers[index] ?? { next: null, nextLetter: null }
      placeBody(reading, { piece, next, nextLetter })
    }
  }
  return writer
}

function placeBody(reading: Reading, place: Place): void {
  const { label, gap, wrapped, lines } = place.piece
  const { writer } = reading
  if (writer.noteShape?.isOpen === true && gap === 'line' && (wrapped || label?.kind === 'capital')) {
    // The note goes on: "chap. I, sect." and "C." on the next line.
    writer.appendNote(lines)
    return
  }
  if (label === null || !placeLabelled(reading, place, label)) placeText(reading, withoutBareNumber(place))
}

/** True when the piece has been written by its label. */
function placeLabelled(reading: Reading, place: Place, label: Label): boolean {
  switch (label.kind) {
    case 'number':
      return placeNumber(reading, place, label)
    case 'option':
      return placeOption(reading, place, label.label)
    case 'letter':
      return placeLetter(reading, place, label)
    case 'capital':
    case 'chapter':
      return placeLabelledHeading(reading, place)
    case 'bullet':
      return placeBullet(reading, place, label.rest)
    case 'bare':
      return placeBareNumber(reading, place)
    case 'note':
      // A star that no mark waits for begins a list item, if a space stands behind it.
      return /^\*\s/.test(place.piece.lines[0] ?? '') && placeBullet(reading, place, label.rest)
    default:
      return label satisfies never
  }
}

/** A page number was left out; what stood below it in the same piece is text of its own. */
function withoutBareNumber(place: Place): Place {
  const { piece } = place
  if (piece.label?.kind !== 'bare') return place
  return { ...place, piece: { ...piece, lines: piece.lines.slice(1), label: null, gap: 'page' } }
}

/** True when the piece is a note at the foot of a page. */
function placeNote({ writer }: Reading, piece: Piece): boolean {
  const { label } = piece
  if (label?.kind !== 'note' || (!label.firm && !writer.awaitsNote(label.label))) return false
  const { last, shape } = writer
  const isInText = last !== null && last.kind !== 'masthead' && last.kind !== 'title'
  const goesOn = /^[,;.)]|^(?!www\.|http)\p{Ll}/u.test(label.rest)
  if (piece.gap === 'line' && piece.wrapped && isInText && shape?.isOpen === true && goesOn) {
    // The mark itself was wrapped to the next line: its sentence goes on behind it.
    return false
  }
  writer.startNote(label.label, linesBehindLabel(piece))
  return true
}

function placeFront({ writer }: Reading, piece: Piece, isTitle: boolean): void {
  const { last, shape } = writer
  if (last !== null && shape?.isOpen === true && lineShape(piece.lines[0] ?? '').startsLower) writer.append(piece.lines)
  else writer.start(isTitle ? 'title' : 'masthead', '', 0, piece.lines)
}

/** For each piece the next one that is no note, and the next letter of the same paragraph; found backwards, once. */
function followersOf(pieces: readonly Piece[]): readonly Omit<Place, 'piece'>[] {
  const followers: Omit<Place, 'piece'>[] = []
  let next: Piece | null = null
  let nextLetter: string | null = null
  for (let index = pieces.length - 1; index >= 0; index--) {
    followers.push({ next, nextLetter })
    const piece = pieces[index]
    if (piece === undefined || piece.label?.kind === 'note') continue
    next = piece
    if (piece.label?.kind === 'letter') nextLetter = piece.label.label
    else if (piece.label !== null && piece.label.kind !== 'bullet') nextLetter = null
  }
  return followers.reverse()
}
