import type { XmlElement } from './readXml.ts'

/** A note that was met in the text: its label, and where its words are. */
export interface MetNote {
  readonly label: string
  readonly body: XmlElement
}

/** Gives notes their labels in the order in which their marks are met, as Word does (D22). Footnotes and endnotes are one series. */
export class DocxNotes {
  readonly #bodies = new Map<string, XmlElement>()
  readonly #met = new Map<string, MetNote>()
  #numbered = 0

  /** `kind` is what the marks in the text call it by. */
  add(kind: 'footnote' | 'endnote', bodies: readonly XmlElement[]): void {
    for (const body of bodies) {
      // Those with a type are the lines that part notes from the text.
      const type = body.attributes.get('type')
      if (type === undefined || type === 'normal') this.#bodies.set(`${kind} ${body.attributes.get('id')}`, body)
    }
  }

  /** The label of the note that a mark belongs to; null when there is no such note. `own`: the mark as somebody typed it. */
  labelOf(kind: 'footnote' | 'endnote', id: string, own: string | null): string | null {
    const key = `${kind} ${id}`
    const known = this.#met.get(key)
    if (known !== undefined) return known.label
    const body = this.#bodies.get(key)
    if (body === undefined) return null
    const label = own !== null && /^\*{1,4}$/.test(own) ? own : String(++this.#numbered)
    this.#met.set(key, { label, body })
    return label
  }

  /** Those met so far, in order. */
  get met(): readonly MetNote[] {
    return [...this.#met.values()]
  }
}
