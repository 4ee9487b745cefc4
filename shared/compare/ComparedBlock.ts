/** A piece of a text that is aligned as a whole: a paragraph or sub-paragraph, a heading, or the title. */
export interface ComparedBlock extends MarkedText {
  /** As people call it: `18`, `18 (a)`, `¶3` for the third without a number, a heading by its own words, `title`. */
  readonly label: string
  /** Only blocks of one sort correspond to each other. */
  readonly is: 'title' | 'heading' | 'paragraph'
}

/** Words with the marks of notes in them. */
export interface MarkedText {
  /** Each note mark is one U+FFFC. */
  readonly text: string
  /** One for each U+FFFC of the text, in order. */
  readonly marks: readonly NoteMark[]
}

export interface NoteMark {
  /** Its number, or its stars, as printed. */
  readonly label: string
  /** What the note cites (`citationsOf`): marks are compared by that, since numbers change with every revision. */
  readonly cites: string
}
