import type { PdfPage, PdfPiece } from './PdfPage.ts'

/** Fewer numbers below each other on a page do not prove that lines are numbered. */
const FEWEST = 4
/** Numbers of one column end, or begin, on one line. */
const ALIGNED_POINTS = 2
/** They stand apart from the text by more than a space. */
const APART_POINTS = 4
/** Most numbers count the lines between them; a heading may be left out of the count, a paragraph number hits by chance only. */
const COUNTING_SHARE = 0.7
/** Letters of one line have one height but for this. */
const LEVEL_POINTS = 3

/** The numbers of lines in the margins; empty when lines are not numbered. */
export function pdfLineNumbers(pages: readonly PdfPage[]): ReadonlySet<PdfPiece> {
  const columns = pages.flatMap(({ pieces }) => marginsOf(pieces).filter(margin => countsLines(margin, pieces)))
  const ends = columns.flat().map(end)
  const starts = columns.flat().map(({ x }) => x)
  // The last page may have few lines; its numbers stand where those of the others do.
  const isAligned = (piece: PdfPiece) => isAmong(end(piece), ends) || isAmong(piece.x, starts)
  return new Set(pages.flatMap(({ pieces }) => marginsOf(pieces).flatMap(margin => margin.filter(isAligned))))
}

/** The bare numbers left and right of everything else on a page. */
function marginsOf(pieces: readonly PdfPiece[]): readonly (readonly PdfPiece[])[] {
  const numbers = pieces.filter(isNumber)
  if (numbers.length === 0) return []
  const others = pieces.filter(piece => !isNumber(piece))
  const left = Math.min(...others.map(({ x }) => x))
  const right = Math.max(...others.map(end))
  return [
    numbers.filter(number => end(number) < left - APART_POINTS),
    numbers.filter(({ x }) => x > right + APART_POINTS),
  ]
}

/** Whether the numbers stand below each other and each is as much larger than the one above as there are lines between. */
function countsLines(margin: readonly PdfPiece[], pieces: readonly PdfPiece[]): boolean {
  const column = margin.toSorted((a, b) => b.y - a.y)
  if (column.length < FEWEST) return false
  if (spread(column.map(end)) > ALIGNED_POINTS && spread(column.map(({ x }) => x)) > ALIGNED_POINTS) return false
  const heights = heightsOf(pieces.filter(piece => !margin.includes(piece)))
  const counting = column.filter((number, nth) => {
    const above = column[nth - 1]
    if (above === undefined) return false
    const lines = heights.filter(y => y < above.y - LEVEL_POINTS && y > number.y - LEVEL_POINTS).length
    return Number(number.text) - Number(above.text) === lines
  })
  return counting.length >= COUNTING_SHARE * (column.length - 1)
}

/** The heights of the lines; raised letters are of the line below them. */
function heightsOf(pieces: readonly PdfPiece[]): readonly number[] {
  const heights: number[] = []
  for (const { y, size } of pieces.toSorted((a, b) => a.y - b.y)) {
    const below = heights.at(-1)
    if (below === undefined || y - below > Math.max(LEVEL_POINTS, 0.8 * size)) heights.push(y)
  }
  return heights
}

function isNumber({ text }: PdfPiece): boolean {
  return /^\d{1,4}$/.test(text.trim())
}

function end({ x, width }: PdfPiece): number {
  return x + width
}

function isAmong(value: number, known: readonly number[]): boolean {
  return known.some(each => Math.abs(each - value) <= ALIGNED_POINTS)
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}
