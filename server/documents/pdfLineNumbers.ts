import type { PdfPiece } from './PdfPage.ts'

/** Fewer numbers below each other are no line numbers. */
const FEWEST = 4
/** Numbers of one column end, or begin, on one line. */
const ALIGNED_POINTS = 2
/** They stand apart from the text by more than a space. */
const APART_POINTS = 4
/** Line numbers step evenly and stand evenly, but for a heading or a gap between paragraphs; paragraph numbers do not. */
const EVEN_SHARE = 0.7
const EVEN_WITHIN = 0.35

/** The numbers of lines in the margin of a page; none when there are none. */
export function pdfLineNumbers(pieces: readonly PdfPiece[]): ReadonlySet<PdfPiece> {
  const numbers = pieces.filter(({ text }) => /^\d{1,4}$/.test(text.trim()))
  const others = pieces.filter(piece => !numbers.includes(piece))
  const left = Math.min(...others.map(({ x }) => x))
  const right = Math.max(...others.map(({ x, width }) => x + width))
  const margins = [
    numbers.filter(({ x, width }) => x + width < left - APART_POINTS),
    numbers.filter(({ x }) => x > right + APART_POINTS),
  ]
  return new Set(margins.flatMap(margin => columnOf(margin)))
}

function columnOf(numbers: readonly PdfPiece[]): readonly PdfPiece[] {
  const column = numbers.toSorted((a, b) => b.y - a.y)
  if (column.length < FEWEST) return []
  const ends = column.map(({ x, width }) => x + width)
  const starts = column.map(({ x }) => x)
  if (spread(ends) > ALIGNED_POINTS && spread(starts) > ALIGNED_POINTS) return []
  const values = column.map(({ text }) => Number(text))
  const steps = differences(values)
  const heights = differences(column.map(({ y }) => -y))
  const step = median(steps)
  const height = median(heights)
  const isEven = steps.filter(each => each === step).length >= EVEN_SHARE * steps.length
  const standsEven =
    heights.filter(each => Math.abs(each - height) < EVEN_WITHIN * height).length >= EVEN_SHARE * heights.length
  return step > 0 && isEven && standsEven ? column : []
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

function differences(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, index) => value - (values[index] ?? 0))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
