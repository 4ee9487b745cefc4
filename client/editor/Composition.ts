import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isHost } from '../../shared/table/Host.ts'
import { plainWords, type Words } from '../../shared/table/words.ts'
import { blockPositions } from './redraw.ts'

interface Open {
  readonly host: unknown
  readonly before: Node
  readonly from: number
  readonly to: number
}

/**
 * Writing through an input method: while a word is being composed the browser has the text to itself, nothing is redrawn and
 * nothing is sent; at the end the finished words are one edit.
 */
export class Composition {
  private open: Open | null = null
  private readonly editor: () => Editor
  private readonly redraw: () => void
  private readonly edit: (from: number, to: number, words: Words) => void

  constructor(editor: () => Editor, redraw: () => void, edit: (from: number, to: number, words: Words) => void) {
    this.editor = editor
    this.redraw = redraw
    this.edit = edit
  }

  get isOpen(): boolean {
    return this.open !== null
  }

  /** Takes an edit that belongs to a composition, letting the document have it as the browser made it. */
  take(tr: Transaction, next: (tr: Transaction) => void): boolean {
    const { view, state } = this.editor()
    if (!view.composing && this.open === null) return false
    if (this.open === null) {
      const { $from, $to } = state.selection
      const to = $to.parent === $from.parent ? $to.parentOffset : $from.parentOffset
      this.open = { host: $from.parent.attrs['host'], before: $from.parent, from: $from.parentOffset, to }
    }
    next(tr)
    if (!view.composing) this.finish(view)
    return true
  }

  /** Ends the composition: puts the block back as it was, draws what has come meanwhile, and does the words as one edit. */
  finish(view: EditorView): void {
    const { open } = this
    if (open === null || view.composing) return
    this.open = null
    const composed = this.block(open.host)
    if (composed === null) {
      this.redraw()
      return
    }
    const start = composed.node.content.findDiffStart(open.before.content)
    const end = composed.node.content.findDiffEnd(open.before.content)
    if (start === null || end === null) {
      this.redraw()
      return
    }
    const overlap = Math.max(0, start - Math.min(end.a, end.b))
    const text = composed.node.textBetween(start, end.a + overlap, '', '')
    const restore = this.editor().state.tr
    restore.replaceWith(composed.at + 1, composed.at + 1 + composed.node.content.size, open.before.content)
    view.updateState(this.editor().state.apply(restore))
    this.edit(composed.at + 1 + start, composed.at + 1 + end.b + overlap, plainWords(text))
  }

  private block(host: unknown): { at: number; node: Node } | null {
    const { state } = this.editor()
    const at = isHost(host) ? blockPositions(state).get(host) : undefined
    const node = at === undefined ? null : state.doc.nodeAt(at)
    return at === undefined || node === null ? null : { at, node }
  }
}
