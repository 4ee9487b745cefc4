import { type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { CaretRef } from './caret.ts'
import type { Drawing } from './Drawing.ts'

/** The selection, kept by its characters: mapped by position alone, equal neighbours would slide under it. */
export class KeptSelection {
  private readonly drawing: Drawing
  private anchor: CaretRef | null = null
  private head: CaretRef | null = null

  constructor(drawing: Drawing) {
    this.drawing = drawing
  }

  /** Remembers a selection of the sheet as it is drawn. Returns its head, or null outside the sheet's texts. */
  remember({ $anchor, $head }: Selection): CaretRef | null {
    this.anchor = this.drawing.placeOf($anchor)
    this.head = this.drawing.placeOf($head)
    return this.head
  }

  /**
   * Puts the remembered selection into a redraw, which began with `before`. An end whose characters are gone stays where the
   * redraw maps it, before what has come at that place.
   */
  restore(tr: Transaction, before: Selection): void {
    const position = (end: CaretRef | null, was: number) => {
      const found = end === null ? null : this.drawing.positionOf(tr.doc, end, 'left')
      return tr.doc.resolve(found ?? tr.mapping.map(was, -1))
    }
    tr.setSelection(TextSelection.between(position(this.anchor, before.anchor), position(this.head, before.head)))
  }
}
