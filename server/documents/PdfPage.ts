/** A stretch of text as it stands on a page, all in one font. Lengths are in points, `y` grows upwards. */
export interface PdfPiece {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly width: number
  /** Of the letters. */
  readonly size: number
  readonly strong: boolean
  readonly italic: boolean
}

export interface PdfPage {
  /** As counted from 1 in the file. */
  readonly number: number
  readonly height: number
  readonly pieces: readonly PdfPiece[]
}
