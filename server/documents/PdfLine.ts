import type { Run } from './emphasised.ts'
import type { PdfPiece } from './PdfPage.ts'

/** A line as it is printed. Lengths are in points, `y` grows upwards. */
export interface PdfLine {
  /** Counted from 0. */
  readonly page: number
  readonly y: number
  /** Where its first letter begins and its last one ends. */
  readonly left: number
  readonly right: number
  /** Of most of its letters. */
  readonly size: number
  readonly runs: readonly Run[]
  /** The words of the runs, raised ones too. */
  readonly text: string
}

interface Row {
  readonly y: number
  readonly size: number
  readonly pieces: PlacedPiece[]
}

interface PlacedPiece extends PdfPiece {
  readonly raised: boolean
}

/** Letters of one line differ in their baseline by less than this share of their size. */
const LEVEL = 0.2
/** What is raised, or lowered, is smaller than this share of its line; browsers make it hardly smaller. */
const SMALLER = 0.9
const HIGHEST = 0.75
const LOWEST = 0.35
/** A gap of so many letter sizes is a space; justified lines have narrow ones. */
const SPACE = 0.15
/** A tabulator behind a label. */
const TAB = 0.6
/** Hardly a justified line has a gap like this: two lines stand beside each other. */
const APART = 5
const FEWEST_STRETCHED = 3
const ALIKE = 1.3

/** Puts the pieces of a page together into lines, from top to bottom and left to right. */
export function pdfLines(pieces: readonly PdfPiece[], page: number): readonly PdfLine[] {
  return rowsOf(pieces)
    .flatMap(row => partsOf(row.pieces.toSorted((a, b) => a.x - b.x)))
    .map(parts => lineOf(parts, page))
    .filter(line => line.text !== '')
    .toSorted((a, b) => b.y - a.y || a.left - b.left)
}

/** Large letters make the rows; small ones are raised or lowered in the row they touch, or make a row of their own. */
function rowsOf(pieces: readonly PdfPiece[]): readonly Row[] {
  const rows: Row[] = []
  for (const piece of pieces.toSorted((a, b) => b.size - a.size)) {
    const level = rows.find(({ y, size }) => Math.abs(piece.y - y) <= LEVEL * Math.min(size, piece.size))
    const row = level ?? rows.find(row => isRaisedIn(piece, row))
    const raised = row !== undefined && row !== level && piece.y > row.y
    if (row === undefined) rows.push({ y: piece.y, size: piece.size, pieces: [{ ...piece, raised: false }] })
    else
      row.pieces.push({
        ...piece,
        raised: raised || (piece.size < SMALLER * row.size && piece.y - row.y > 0.1 * row.size),
      })
  }
  return rows
}

function isRaisedIn(piece: PdfPiece, { y, size, pieces }: Row): boolean {
  const height = piece.y - y
  if (piece.size > SMALLER * size || height > HIGHEST * size || height < -LOWEST * size) return false
  return pieces.some(({ x, width }) => {
    const end = x + width
    return Math.abs(piece.x - end) < 0.5 * size || Math.abs(piece.x + piece.width - x) < 0.8 * size
  })
}

/** What stands far apart on one height is not one line: a masthead has two columns. */
function partsOf(pieces: readonly PlacedPiece[]): readonly (readonly PlacedPiece[])[] {
  const gaps = pieces.map((piece, nth) => {
    const before = pieces[nth - 1]
    return before === undefined ? 0 : piece.x - (before.x + before.width)
  })
  // A justified line of few long words has wide gaps too, and all alike.
  const between = gaps.filter((gap, nth) => gap > (pieces[nth]?.size ?? 0))
  if (between.length >= FEWEST_STRETCHED && Math.max(...between) < ALIKE * Math.min(...between)) return [pieces]
  const parts: PlacedPiece[][] = []
  for (const [nth, piece] of pieces.entries()) {
    if (nth === 0 || (gaps[nth] ?? 0) > APART * piece.size) parts.push([piece])
    else parts.at(-1)?.push(piece)
  }
  return parts
}

function lineOf(pieces: readonly PlacedPiece[], page: number): PdfLine {
  const runs: Run[] = []
  let end = Number.NaN
  for (const { text, x, width, size, strong, italic, raised } of pieces) {
    const last = runs.at(-1)
    const gap = x - end
    if (last?.kind === 'words' && gap > SPACE * size && !/\s$/.test(last.text) && !/^\s/.test(text)) {
      const isLabel = runs.length === 1 && gap > TAB * size && /^[([]?[\w•.–-]{1,8}[.)\]]*$/.test(last.text.trim())
      runs.push({ ...last, raised: false, text: isLabel ? '\t' : ' ' })
    }
    runs.push({ kind: 'words', text, strong, italic, raised })
    end = x + width
  }
  const first = pieces[0]
  const biggest = pieces.filter(({ raised }) => !raised).toSorted((a, b) => b.text.length - a.text.length)[0] ?? first
  return {
    page,
    y: biggest?.y ?? 0,
    left: first?.x ?? 0,
    right: end,
    size: biggest?.size ?? 0,
    runs,
    text: runs
      .map(run => (run.kind === 'words' ? run.text : ''))
      .join('')
      .trim(),
  }
}
