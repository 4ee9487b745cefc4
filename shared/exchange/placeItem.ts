import { type LineShape, lineShape } from './lineShape.ts'
import { isTextOpen, placeItemHeading } from './placeHeading.ts'
import { linesBehindLabel, type Place, quoted, type Reading } from './Reading.ts'
import type { Label } from './readLabel.ts'

/** Writes a numbered paragraph; false when the number is a figure in the middle of a sentence. */
export function placeNumber(reading: Reading, place: Place, label: Extract<Label, { kind: 'number' }>): boolean {
  const { writer, numbers } = reading
  const { piece } = place
  const isNext = numbers.isNext(label)
  if (!label.firm && !isNext) return false
  if (isTextOpen(reading)) {
    const startsLower = lineShape(label.rest).startsLower
    const isWrap = piece.gap === 'line' && (!isNext || piece.wrapped || endsInside(writer.shape))
    if (isWrap || (piece.gap !== 'line' && !isNext && (startsLower || numbers.isFar(label)))) {
      writer.append(piece.lines)
      const sentence = `${quoted(piece.lines)} was read as the rest of the line before, not as paragraph ${label.label}.`
      if (isNext || piece.gap !== 'line') writer.warn(sentence)
      return true
    }
  }
  if (placeItemHeading(reading, place)) return true
  numbers.take(label)
  startParagraph(reading, label.label, linesBehindLabel(piece))
  return true
}

/** Writes a sub-paragraph at its depth; false when the letter is not one. */
export function placeLetter(reading: Reading, place: Place, label: Extract<Label, { kind: 'letter' }>): boolean {
  const { writer, levels } = reading
  const { piece, nextLetter } = place
  const isNext = levels.expects(label.label)
  if (!label.firm && !isNext) return false
  const shape = writer.shape
  if (piece.gap === 'line' && isTextOpen(reading) && shape?.endsItem !== true) {
    if (!isNext || piece.wrapped || endsInside(shape) || shape?.endsReference === true) {
      writer.append(piece.lines)
      if (isNext) writer.warn(`${quoted(piece.lines)} was read as the rest of the line before, not as a sub-paragraph.`)
      return true
    }
  }
  if (placeItemHeading(reading, place)) return true
  const { level, inOrder } = levels.place(label.label, shape?.endsColon === true, nextLetter)
  reading.bullets = null
  writer.start('subparagraph', label.label, level, linesBehindLabel(piece))
  if (!inOrder) writer.warn(`Sub-paragraph (${label.label}) is not the one expected here.`)
  return true
}

/** Writes a list item without number; under a text that ends with a colon it is a sub-paragraph. */
export function placeBullet(reading: Reading, { piece }: Place, rest: string): boolean {
  const { writer } = reading
  const startsLower = lineShape(rest).startsLower
  if (piece.gap === 'line' && startsLower && isTextOpen(reading) && /^[-–—]/.test(piece.lines[0] ?? '')) {
    // A dash inside a sentence that happened to be wrapped there.
    if (writer.last?.label !== '•') {
      writer.append(piece.lines)
      return true
    }
  }
  const { last, shape } = writer
  const isInList = last?.label === '•' && reading.bullets !== null
  if (!isInList || reading.bullets === null) {
    const hangs = shape?.endsColon === true && last !== null && isBody(last.kind)
    reading.bullets = { indent: piece.indent, level: hangs ? last.level + 1 : 0 }
  }
  const level = reading.bullets.level + (piece.indent > reading.bullets.indent + 1 ? 1 : 0)
  writer.start(level > 0 ? 'subparagraph' : 'paragraph', '•', level, [rest, ...piece.lines.slice(1)])
  return true
}

/** Writes "Option 1: …" as a paragraph of its own, outside the running series. */
export function placeOption(reading: Reading, { piece }: Place, label: string): boolean {
  startParagraph(reading, label, linesBehindLabel(piece))
  return true
}

/**
 * A number alone on its line is the number of the paragraph below it, where it is the one expected; otherwise it is
 * a page number and left out with a warning.
 */
export function placeBareNumber(reading: Reading, { piece, next }: Place): boolean {
  const { writer, numbers } = reading
  const { label, lines } = piece
  if (label?.kind !== 'bare') return false
  const [, ...words] = lines
  const follows = words[0] ?? (next !== null && next.label === null ? next.lines[0] : undefined)
  const number = { series: '' as const, number: label.number, suffix: '' }
  const isParagraph = follows !== undefined && !lineShape(follows).startsWithin && !isTextOpen(reading)
  if (isParagraph && numbers.isNext(number)) {
    numbers.take(number)
    startParagraph(reading, label.label, words)
    writer.warn(`The number ${label.label} on a line of its own was read as a paragraph number.`)
    return true
  }
  writer.warn(`The number ${label.label} on a line of its own was read as a page number and left out.`)
  writer.cutHere()
  return words.length === 0
}

/** The line ends with a word that cannot end an item; a comma can. */
function endsInside(shape: LineShape | null): boolean {
  return shape?.isLinked === true && !shape.endsComma
}

export function startParagraph(reading: Reading, label: string, lines: readonly string[]): void {
  reading.levels.reset()
  reading.bullets = null
  reading.writer.start('paragraph', label, 0, lines)
}

function isBody(kind: string): boolean {
  return kind === 'chapeau' || kind === 'paragraph' || kind === 'subparagraph'
}
