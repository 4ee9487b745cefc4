import type { ResolvedPos } from '@tiptap/pm/model'
import type { Selection, Transaction } from '@tiptap/pm/state'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { isHost } from '../../shared/table/Host.ts'
import { type CaretRef, caretAt, shownCaret } from './caret.ts'
import { type ShownCaret, selectShown } from './redraw.ts'

/** The selection, kept by its characters: mapped by position alone, equal neighbours would slide under it. */
export class KeptSelection {
  private readonly shown: ShownSheet
  private anchor: CaretRef | null = null
  private head: CaretRef | null = null

  constructor(shown: ShownSheet) {
    this.shown = shown
  }

  /** Remembers a selection of the sheet as it is drawn now. Returns its head, or null outside the sheet's texts. */
  remember({ $anchor, $head }: Selection): CaretRef | null {
    this.anchor = this.refAt($anchor)
    this.head = this.refAt($head)
    return this.head
  }

  /** Puts the remembered selection into a redraw; where its characters are gone, it stays where the redraw maps it. */
  restore(tr: Transaction): void {
    const from = this.resolve(this.anchor)
    const to = this.resolve(this.head)
    if (from !== null && to !== null) selectShown(tr, from, to)
  }

  private refAt(position: ResolvedPos): CaretRef | null {
    const host: unknown = position.parent.attrs['host']
    return isHost(host) ? caretAt(this.shown.sheet, host, this.shown.passages(host), position.parentOffset) : null
  }

  private resolve(ref: CaretRef | null): ShownCaret | null {
    if (ref === null) return null
    const offset = shownCaret(this.shown.sheet, this.shown.passages(ref.root), ref)
    return offset === null ? null : { root: ref.root, offset }
  }
}
