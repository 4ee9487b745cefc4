import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import type { Negotiation } from '../connection/Negotiation.ts'
import type { CaretRef } from '../editor/caret.ts'
import type { DraftEditor } from '../editor/DraftEditor.ts'
import type { Provenance } from '../provenance/Provenance.ts'
import { Line } from './Line.ts'
import { Told } from './Told.ts'

/** Many parties type at once; cards that follow ten times a second leave the time between to one's own keys. */
const othersRestMs = 100

/**
 * What the parts of the page share besides the negotiation itself: where one is, which card is lit, and where on the screen each
 * record's words stand. Told at most once per frame, however fast one types.
 */
export class Desktop {
  readonly negotiation: Negotiation
  editor: DraftEditor | null = null
  active: ProposalId | null = null
  root: Host | null = null
  /** The sheet as it was just drawn, told in the same frame: for what follows the text itself. */
  readonly drawn = new Told()
  /** What is on the sheet, and where one is. */
  readonly page = new Told()
  /** What of the draft is agreed language; null while the page is coming up. */
  provenance: Provenance | null = null
  /** Told when something on the shelf of prior texts has changed by this page. */
  readonly shelf = new Told()
  /** Whether one is connected and what one types is safe, and who is here. */
  readonly line: Line
  readonly lineTold = new Told()
  private caret = ''
  private toDraw = new Set<() => void>()
  private toTell = new Set<Told>()
  private isAsked = false
  private toldAtMs = 0
  private waiting: ReturnType<typeof setTimeout> | null = null

  constructor(negotiation: Negotiation) {
    this.negotiation = negotiation
    this.line = new Line(negotiation, () => this.tellOf(this.lineTold))
    let stage = stageOf(negotiation)
    negotiation.onChange(() => {
      if (stageOf(negotiation) !== stage) this.tell()
      stage = stageOf(negotiation)
    })
    negotiation.shown.onStale(() => this.tellSoon())
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
      this.tellSoon()
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

  /** What is shown of the page has changed by this person's hand. */
  readonly tell = (): void => {
    if (this.waiting !== null) clearTimeout(this.waiting)
    this.waiting = null
    this.toldAtMs = performance.now()
    this.tellOf(this.page)
  }

  /** The same by others: the text is drawn at once, its cards follow. */
  readonly tellSoon = (): void => {
    if (this.waiting !== null || this.toTell.has(this.page)) return
    const restMs = this.toldAtMs + othersRestMs - performance.now()
    if (restMs <= 0) this.tell()
    else this.waiting = setTimeout(this.tell, restMs)
  }

  /** Draws before the next frame is rendered: the cards stand beside what is drawn. */
  draw(redraw: () => void): void {
    this.toDraw.add(redraw)
    this.askFrame()
  }

  private tellOf(told: Told): void {
    this.toTell.add(told)
    this.askFrame()
  }

  /** All that changes in a frame is told in one go, so that the page is rendered once. */
  private askFrame(): void {
    if (this.isAsked) return
    this.isAsked = true
    requestAnimationFrame(() => {
      const drawing = this.toDraw
      this.toDraw = new Set()
      // Drawing tells that it is done: in this frame, not the next.
      for (const redraw of drawing) redraw()
      const changed = this.toTell
      this.toTell = new Set()
      this.isAsked = false
      for (const each of changed) each.tell()
    })
  }
}

/** Whether there is a page at all: the text has come, and the connection is not closed for good. */
function stageOf(negotiation: Negotiation): 'before' | 'here' | 'closed' {
  if (!negotiation.isHere) return 'before'
  return negotiation.connection().is === 'closed' ? 'closed' : 'here'
}
