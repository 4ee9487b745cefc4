import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import type { Negotiation } from '../connection/Negotiation.ts'
import type { CaretRef } from '../editor/caret.ts'
import type { DraftEditor } from '../editor/DraftEditor.ts'

/**
 * What the parts of the page share besides the negotiation itself: where one is, which card is lit, and where on the screen each
 * record's words stand. Told at most once per frame, however fast others type.
 */
export class Desktop {
  readonly negotiation: Negotiation
  editor: DraftEditor | null = null
  active: ProposalId | null = null
  root: Host | null = null
  version = 0
  private caret = ''
  private isTold = false
  private readonly listeners = new Set<() => void>()

  constructor(negotiation: Negotiation) {
    this.negotiation = negotiation
    negotiation.onChange(() => this.tell())
    negotiation.shown.onStale(() => this.tell())
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Where the caret is: its record's card lights up, and colleagues see where one is. The editor tells it after each drawing:
   * what others type does not take away the card one is at.
   */
  caretMoved(caret: {
    readonly ref: CaretRef | null
    readonly root: Host | null
    readonly record: ProposalId | null
  }): void {
    const told = JSON.stringify(caret)
    if (told === this.caret) {
      this.tell()
      return
    }
    this.caret = told
    this.root = caret.root
    this.negotiation.showCaret(caret.ref)
    this.activate(caret.record)
  }

  activate(id: ProposalId | null): void {
    if (this.active !== id) {
      this.active = id
      // After the editor's own update has run its course: it may be in the middle of one.
      queueMicrotask(() => this.editor?.light(this.active))
    }
    this.tell()
  }

  readonly tell = (): void => {
    if (this.isTold) return
    this.isTold = true
    requestAnimationFrame(() => {
      this.isTold = false
      this.version++
      for (const listener of this.listeners) listener()
    })
  }
}
