import type { BlockWriter } from './BlockWriter.ts'
import type { Piece } from './gatherPieces.ts'
import type { HeadingSeries } from './HeadingSeries.ts'
import type { NumberSeries } from './NumberSeries.ts'
import type { SubparagraphLevels } from './SubparagraphLevels.ts'

/** What is known while the pieces of one document are read in order. */
export interface Reading {
  readonly writer: BlockWriter
  readonly numbers: NumberSeries
  readonly headings: HeadingSeries
  readonly levels: SubparagraphLevels
  /** The highest markdown level of the unnumbered headings in the text; those of that level are chapters. */
  readonly topHeading: number
  /** Something behind it is numbered or headed, so an unnumbered opening paragraph is a chapeau. */
  readonly isStructured: boolean
  /** The list the last bullet stands in. */
  bullets: { readonly indent: number; readonly level: number } | null
}

/** One piece with what stands behind it. */
export interface Place {
  readonly piece: Piece
  /** The next piece that is no note. */
  readonly next: Piece | null
  /** The label of the next sub-paragraph of the same paragraph. */
  readonly nextLetter: string | null
}

/** The lines of a piece whose label was taken, without it. */
export function linesBehindLabel(piece: Piece): readonly string[] {
  return [piece.label?.rest ?? piece.lines[0] ?? '', ...piece.lines.slice(1)]
}

/** Shortened for a warning. */
export function quoted(lines: readonly string[]): string {
  const text = lines.join(' ').replace(/[*\\]/g, '')
  return text.length <= 60 ? `“${text}”` : `“${text.slice(0, 57)}…”`
}
