import { romanNumeral } from './romanNumeral.ts'

export interface HeadingPlace {
  readonly kind: 'chapter' | 'section'
  readonly inOrder: boolean
}

/** Tells chapters (I., II.) from sections (A., B.) where a letter could be either: C, D, I, L, V, X (D1). */
export class HeadingSeries {
  #chapter = 0
  #section = 0

  place(label: string): HeadingPlace {
    const numeral = romanNumeral(label)
    const letter = label.length === 1 ? label.charCodeAt(0) - 64 : null
    const isNextChapter = numeral === this.#chapter + 1
    const isNextSection = letter === this.#section + 1
    // Behind H stands I, unless chapters are numbered too and I is not theirs.
    if (isNextSection && this.#section > 0 && !(isNextChapter && this.#chapter > 0)) {
      return { kind: 'section', inOrder: true }
    }
    if (isNextChapter) return { kind: 'chapter', inOrder: true }
    if (isNextSection) return { kind: 'section', inOrder: true }
    return { kind: numeral === null ? 'section' : 'chapter', inOrder: false }
  }

  /** Takes a heading in; an unnumbered chapter (`label` '') only begins the sections anew. */
  take(kind: 'chapter' | 'section', label: string): void {
    if (kind === 'section') {
      if (/^[A-Z]$/.test(label)) this.#section = label.charCodeAt(0) - 64
      return
    }
    this.#section = 0
    this.#chapter = romanNumeral(label) ?? this.#chapter
  }
}
