import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { type Host, isHost } from '../../shared/table/Host.ts'
import { runsOf } from '../../shared/table/runsOf.ts'
import { blockOf } from './blockContent.ts'
import { type CaretRef, type CharacterRef, type KeptSide, shownCaret } from './caret.ts'
import { drawnKey } from './drawnPlugin.ts'
import { blockPositions, redrawTransaction, type ShownCaret } from './redraw.ts'

interface DrawnRun extends CharacterRef {
  readonly length: number
}

/**
 * What is drawn, character by character, also when the texts behind it have changed since: what people point at and write into
 * is what they see. A place is found again by its characters; by position alone, a text that has changed in two places at once
 * would move everything in between.
 */
export class Drawing {
  private readonly shown: ShownSheet
  private readonly runsByRoot = new Map<Host, readonly DrawnRun[]>()

  constructor(shown: ShownSheet) {
    this.shown = shown
    shown.refresh()
    this.record(shown.roots.map(({ host }) => host))
  }

  /** The transaction that draws the whole sheet in the place of what is there; null when the sheet is empty. */
  whole({ tr, doc, schema }: EditorState): Transaction | null {
    const blocks = this.shown.roots.map(root => blockOf(schema, root, this.shown.passages(root.host)))
    if (blocks.length === 0) return null
    return tr.replaceWith(0, doc.content.size, blocks).setMeta(drawnKey, { changed: new Set(), whole: true })
  }

  /** The transaction that draws what has changed, and whether there is anything. */
  redraw(state: EditorState): { readonly tr: Transaction; readonly isNew: boolean } {
    const { shown } = this
    const redraw = shown.refresh()
    const isNew = redraw.whole || redraw.changed.size > 0
    const tr = redrawTransaction(state, shown, redraw)
    if (redraw.whole) {
      const roots = new Set(shown.roots.map(({ host }) => host))
      for (const host of this.runsByRoot.keys()) if (!roots.has(host)) this.runsByRoot.delete(host)
      this.record([...roots].filter(host => !this.runsByRoot.has(host)))
    }
    this.record(redraw.changed)
    return { tr, isNew }
  }

  /** A place of the drawing by its two neighbours; null outside the sheet's texts. */
  placeOf({ parent, parentOffset }: ResolvedPos): CaretRef | null {
    const root: unknown = parent.attrs['host']
    if (!isHost(root)) return null
    return { root, left: this.characterAt(root, parentOffset - 1), right: this.characterAt(root, parentOffset) }
  }

  /** Where a place is drawn now; null when both its neighbours are gone. */
  find(place: CaretRef, keeps: KeptSide = 'left'): ShownCaret | null {
    return shownCaret(this.shown, place, keeps)
  }

  /** The same as a position in the document. */
  positionOf(doc: Node, place: CaretRef, keeps: KeptSide): number | null {
    const found = this.find(place, keeps)
    const at = found === null ? undefined : blockPositions({ doc }).get(found.root)
    return found === null || at === undefined ? null : at + 1 + found.offset
  }

  private record(roots: Iterable<Host>): void {
    const { sheet } = this.shown
    for (const root of roots) {
      const runs = this.shown.passages(root).flatMap(({ host, offset, text }): readonly DrawnRun[] => {
        const words = text === '' ? null : sheet.text(host)
        if (words === null) return []
        return runsOf(words, offset, text.length).map(([client, clock, length]) => ({ host, client, clock, length }))
      })
      this.runsByRoot.set(root, runs)
    }
  }

  private characterAt(root: Host, offset: number): CharacterRef | null {
    let start = 0
    for (const { host, client, clock, length } of offset < 0 ? [] : (this.runsByRoot.get(root) ?? [])) {
      if (offset < start + length) return { host, client, clock: clock + offset - start }
      start += length
    }
    return null
  }
}
