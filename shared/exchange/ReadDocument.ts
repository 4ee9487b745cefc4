/**
 * A document as it was read from plain text or light markdown, before anybody has negotiated on it (D1).
 * Every word of the source stands in exactly one block or note, except what a warning says was left out.
 */
export interface ReadDocument {
  /** The title without its note marks; '' when none was found. */
  readonly title: string
  /** The document symbol as printed on a line of its own, such as `E/CN.7/2024/L.1`; null when none was printed. */
  readonly symbol: string | null
  /** In reading order; includes masthead lines and the title. */
  readonly blocks: readonly ReadBlock[]
  /** The numbered notes in series, then the star notes. */
  readonly notes: readonly ReadNote[]
  /** What was guessed or looks wrong, for a person to review. */
  readonly warnings: readonly ReadWarning[]
}

export type ReadBlockKind = 'masthead' | 'title' | 'chapeau' | 'chapter' | 'section' | 'paragraph' | 'subparagraph'

export interface ReadBlock {
  readonly kind: ReadBlockKind
  /**
   * As printed, without its dot or brackets: `18`, `18 bis`, `18 alt 2`, `a`, `i`, `I`, `A`, `PP4`, `OP12 alt`,
   * `Option 1`; `•` for a bullet, '' when unnumbered.
   */
  readonly label: string
  /** Depth of a sub-paragraph: 1 for (a), 2 for (i) under it; 0 for every other kind. */
  readonly level: number
  /** The words without the label; each note mark is one U+FFFC. */
  readonly text: string
  /** One for each U+FFFC of the text, in order. */
  readonly marks: readonly ReadMark[]
  readonly italics: readonly ReadRange[]
}

/** A note mark: `at` is its offset in UTF-16 units, `note` the note's label (`1`, `*`). */
export interface ReadMark {
  readonly at: number
  readonly note: string
}

/** Offsets in UTF-16 units, `to` exclusive. */
export interface ReadRange {
  readonly from: number
  readonly to: number
}

export interface ReadNote {
  /** Digits, or one to four stars. */
  readonly label: string
  readonly text: string
  readonly italics: readonly ReadRange[]
}

export interface ReadWarning {
  readonly sentence: string
  /** Index into the blocks, null when the warning is about the whole document or a note. */
  readonly block: number | null
}
