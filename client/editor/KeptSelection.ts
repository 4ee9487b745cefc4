import type { Selection, Transaction } from '@tiptap/pm/state'
import type { CaretRef } from './caret.ts'
import type { Drawing } from './Drawing.ts'
import { selectShown } from './redraw.ts'

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

  /** Puts the remembered selection into a redraw; where its characters are gone, it stays where the redraw maps it. */
  restore(tr: Transaction): void {
    const from = this.anchor === null ? null : this.drawing.find(this.anchor)
    const to = this.head === null ? null : this.drawing.find(this.head)
    if (from !== null && to !== null) selectShown(tr, from, to)
  }
}
