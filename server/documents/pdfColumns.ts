import type { PdfPage, PdfPiece } from './PdfPage.ts'

/** The room between two columns stands in the middle part of the page. */
const MIDDLE = { from: 0.3, to: 0.7 }
/** It is at least as wide. */
const GUTTER_POINTS = 9
const STEP_POINTS = 3
/** Columns have so many lines each; a masthead beside another has fewer. */
const FEWEST_LINES = 12
/** Titles and notes may run across both columns; this share of all lines at most. */
const ACROSS_SHARE = 0.3
/** Letters of one line have one height but for this. */
const LEVEL_POINTS = 3

type Row = readonly PdfPiece[]

/** A page of two columns as pages of their own, in reading order, with what runs across both between them; any other page as it is. */
export function pdfColumns(page: PdfPage): readonly PdfPage[] {
  const rows = rowsOf(page.pieces)
  const gutter = gutterOf(rows)
  if (gutter === null) return [page]
  const pages: PdfPage[] = []
  for (const { isAcross, pieces } of bandsOf(rows, gutter)) {
    if (isAcross) pages.push({ ...page, pieces })
    else {
      const left = pieces.filter(({ x }) => x < gutter)
      const right = pieces.filter(({ x }) => x >= gutter)
      const shift = leftEdge(right) - leftEdge(left)
      pages.push({ ...page, pieces: left }, { ...page, pieces: right.map(piece => ({ ...piece, x: piece.x - shift })) })
    }
  }
  return pages.filter(({ pieces }) => pieces.length > 0)
}

function rowsOf(pieces: readonly PdfPiece[]): readonly Row[] {
  const rows: PdfPiece[][] = []
  let height = Number.NaN
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    if (Math.abs(height - piece.y) <= LEVEL_POINTS) rows.at(-1)?.push(piece)
    else {
      rows.push([piece])
      height = piece.y
    }
  }
  return rows
}

/** Where the room between two columns is; null where there is none. */
function gutterOf(rows: readonly Row[]): number | null {
  const pieces = rows.flat()
  const left = leftEdge(pieces)
  const width = Math.max(...pieces.map(({ x, width }) => x + width)) - left
  let best: number | null = null
  let fewest = ACROSS_SHARE * rows.length
  for (let x = left + MIDDLE.from * width; x < left + MIDDLE.to * width; x += STEP_POINTS) {
    const across = rows.filter(row => isAcross(row, x))
    if (across.length >= fewest) continue
    const others = rows.filter(row => !isAcross(row, x))
    const lines = (isHere: (piece: PdfPiece) => boolean) => others.filter(row => row.some(isHere)).length
    if (lines(piece => piece.x < x) < FEWEST_LINES || lines(piece => piece.x >= x) < FEWEST_LINES) continue
    best = x
    fewest = across.length
  }
  return best
}

function isAcross(row: Row, gutter: number): boolean {
  return row.some(({ x, width }) => x < gutter + GUTTER_POINTS / 2 && x + width > gutter - GUTTER_POINTS / 2)
}

interface Band {
  readonly isAcross: boolean
  readonly pieces: PdfPiece[]
}

/** Rows below each other that are all of one kind. */
function bandsOf(rows: readonly Row[], gutter: number): readonly Band[] {
  const bands: Band[] = []
  for (const row of rows) {
    const across = isAcross(row, gutter)
    const last = bands.at(-1)
    if (last?.isAcross === across) last.pieces.push(...row)
    else bands.push({ isAcross: across, pieces: [...row] })
  }
  return bands
}

function leftEdge(pieces: readonly PdfPiece[]): number {
  return Math.min(...pieces.map(({ x }) => x))
}
