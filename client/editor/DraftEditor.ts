import type { Editor } from '@tiptap/core'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Editing } from '../../shared/desk/Editing.ts'
import { enterParagraph, removeParagraph } from '../../shared/desk/editParagraphs.ts'
import { isMine } from '../../shared/desk/isMine.ts'
import { isOurs } from '../../shared/desk/isOurs.ts'
import { type Host, isHost, proposalHost } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { cleanTyped, plainWords, type Words } from '../../shared/table/words.ts'
import { AgreedMarks } from './AgreedMarks.ts'
import { Composition } from './Composition.ts'
import type { KeptSide } from './caret.ts'
import { type Colleague, colleaguesPlugin } from './colleaguesPlugin.ts'
import type { DraftEditorOptions } from './DraftEditorOptions.ts'
import { Drawing } from './Drawing.ts'
import { type DeletionUnit, deletionRange } from './deletionRange.ts'
import { closedSentence, type EditedRange, editRange } from './deskEdits.ts'
import { drawnKey, drawnPlugin } from './drawnPlugin.ts'
import { HeldMouse, readSelection } from './HeldMouse.ts'
import { KeptSelection } from './KeptSelection.ts'
import { Light } from './Light.ts'
import { newEditor } from './newEditor.ts'
import { pastedLines } from './pastedLines.ts'
import { readEdit } from './readEdit.ts'
import { offsetOfRecord, recordAt } from './recordAt.ts'
import { selectShown } from './redraw.ts'
import { writingKeys } from './writingKeys.ts'

/**
 * The one editor of the whole draft. Its document is only a drawing: every edit is done at the desk and what comes of it is
 * drawn again; nothing is ever read back from the document into a text.
 */
export class DraftEditor {
  readonly editor: Editor
  readonly agreed: AgreedMarks
  private readonly options: DraftEditorOptions
  private readonly composition: Composition
  private readonly drawing: Drawing
  private readonly kept: KeptSelection
  private readonly mouse: HeldMouse
  private readonly lamp: Light
  private isScheduled = false
  private colleagues: readonly Colleague[] = []
  private areColleaguesDrawn = true
  private readonly stop: () => void

  constructor(element: Element, options: DraftEditorOptions) {
    this.options = options
    const { shown } = options
    this.drawing = new Drawing(shown)
    this.kept = new KeptSelection(this.drawing)
    this.agreed = new AgreedMarks({
      editor: () => this.editor,
      isBusy: () => this.isBusy,
      schedule: options.schedule,
      marksOf: options.provenanceOf,
    })
    this.editor = newEditor(element, {
      editable: options.editing !== null,
      keys: () =>
        writingKeys({
          erase: unit => this.erase(unit),
          undoOrRedo: how => this.undoOrRedo(how),
          enter: () => this.enter(),
          table: () => this.options.onTable(),
        }),
      plugins: () => [drawnPlugin(shown), this.agreed.plugin, colleaguesPlugin(shown, () => this.colleagues)],
      dispatch: (tr, next) => this.dispatch(tr, next),
      paste: event => this.paste(event),
      onCompose: () => this.beginComposition(),
      onComposed: view => this.composition.finish(view),
    })
    this.composition = new Composition(
      () => this.editor,
      () => this.redrawNow(),
      (from, to, words) => this.edit(from, to, [words], 'behind'),
    )
    this.lamp = new Light(element.ownerDocument)
    this.mouse = new HeldMouse(this.editor.view, () => this.composition.isOpen || this.redraw(null))
    const whole = this.drawing.whole(this.editor.state)
    if (whole !== null) this.editor.view.dispatch(whole)
    this.stop = shown.onStale(() => this.scheduleRedraw())
  }

  destroy(): void {
    this.stop()
    this.mouse.destroy()
    this.lamp.destroy()
    this.editor.destroy()
  }

  /** Lights up a record's brackets. */
  light(id: ProposalId | null): void {
    this.lamp.on(id)
  }

  /** Shows where colleagues of one's own party are. */
  showColleagues(colleagues: readonly Colleague[]): void {
    this.colleagues = colleagues
    this.areColleaguesDrawn = false
    this.scheduleRedraw()
  }

  /** Writes words over the selection, as if they were typed; returns the draft they went into, null when they were refused. */
  write(text: string): ProposalId | null {
    const { editing, shown } = this.options
    const { from, to } = this.editor.state.selection
    this.edit(from, to, [plainWords(cleanTyped(text.replace(/\s+/g, ' ')))], 'behind')
    const { $from } = this.editor.state.selection
    const host: unknown = $from.parent.attrs['host']
    const record = isHost(host) ? recordAt(shown, host, $from.parentOffset) : null
    return editing !== null && record !== null && isMine(editing, proposalHost(record)) ? record : null
  }

  /** Puts the caret into a record's words, or the start of a root, and scrolls it into sight. */
  goTo(root: Host, record: ProposalId | null): void {
    const { tr } = this.editor.state
    const offset = record === null ? 0 : offsetOfRecord(this.options.shown, root, record) + 1
    const caret = { root, offset }
    if (selectShown(tr, caret, caret)) this.editor.view.dispatch(tr.scrollIntoView())
    this.editor.view.focus()
  }

  /** Draws at once what has changed; remote changes otherwise wait for the next frame. */
  redrawNow(): void {
    this.redraw(null)
  }

  private scheduleRedraw(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    this.options.schedule(() => {
      this.isScheduled = false
      const isDrawn = !this.options.shown.isStale && this.areColleaguesDrawn
      if (!this.editor.isDestroyed && !this.isBusy && !isDrawn) this.redraw(null)
    })
  }

  /** Drawing under an open composition would break the word being composed, under a held mouse the selection: it waits for the end. */
  private get isBusy(): boolean {
    return this.composition.isOpen || this.mouse.isHeld
  }

  private redraw(caret: { readonly anchor: { root: Host; offset: number }; readonly scroll: boolean } | null): void {
    if (caret === null) readSelection(this.editor.view)
    const { state } = this.editor
    const { tr, isNew } = this.drawing.redraw(state)
    if (caret !== null) selectShown(tr, caret.anchor, caret.anchor)
    else if (tr.docChanged) this.kept.restore(tr, state.selection)
    if (caret?.scroll) tr.scrollIntoView()
    if (isNew || !this.areColleaguesDrawn || caret !== null) this.editor.view.dispatch(tr)
    this.areColleaguesDrawn = true
    this.rememberCarets()
    this.options.onDrawn()
  }

  private rememberCarets(): void {
    const { shown, onCaret } = this.options
    const { selection } = this.editor.state
    const ref = this.kept.remember(selection)
    const root = ref?.root ?? null
    onCaret({ ref, root, record: root === null ? null : recordAt(shown, root, selection.$head.parentOffset) })
  }

  private dispatch(tr: Transaction, next: (tr: Transaction) => void): void {
    if (tr.getMeta(drawnKey) !== undefined) {
      next(tr)
      return
    }
    if (tr.docChanged) {
      this.dispatchEdit(tr, next)
      return
    }
    if (tr.selectionSet && this.options.shown.isStale && !this.composition.isOpen) {
      const { anchor, head } = tr.selection
      const [from = anchor, to = head] = this.drawPending([anchor, 'left'], [head, 'left'])
      const moved = this.editor.state.tr
      next(moved.setSelection(TextSelection.between(moved.doc.resolve(from), moved.doc.resolve(to))))
    } else next(tr)
    if (tr.selectionSet) {
      this.options.undo?.stopCapturing()
      this.rememberCarets()
    }
  }

  private dispatchEdit(tr: Transaction, next: (tr: Transaction) => void): void {
    if (this.composition.take(tr, next)) return
    const edit = readEdit(tr)
    if (edit === null) return
    const { from, to, slice } = edit
    const text = cleanTyped(slice.content.textBetween(0, slice.content.size, '\n', () => ''))
    this.edit(from, to, text === '' ? [] : text.split(/\n+/).map(plainWords), 'behind')
  }

  /** An edit in positions of the document as drawn; anything pending is drawn first and the positions follow. */
  private edit(from: number, to: number, lines: readonly Words[], side: keyof EditedRange): void {
    const { editing, shown, announce } = this.options
    if (editing === null) return
    const [start = from, behind = to] = this.drawPending([from, from === to ? 'left' : 'right'], [to, 'left'])
    const end = Math.max(start, behind)
    const { doc } = this.editor.state
    const closed = this.options.whyNotNow() ?? closedSentence(editing, shown, doc, start, end, lines.length > 0)
    if (closed !== null) {
      announce(closed)
      this.redraw(null)
      return
    }
    const edited = editRange(editing, doc, start, end, lines)
    if (edited === null) return
    announce(null)
    this.redraw({ anchor: lines.length === 0 ? edited[side] : edited.behind, scroll: true })
  }

  /** Draws what has come meanwhile; returns where these positions of the drawing are now. */
  private drawPending(...positions: readonly (readonly [position: number, keeps: KeptSide])[]): readonly number[] {
    if (!this.options.shown.isStale) return positions.map(([position]) => position)
    const { state, view } = this.editor
    const places = positions.map(([position]) => this.drawing.placeOf(state.doc.resolve(position)))
    const { tr } = this.drawing.redraw(state)
    if (tr.docChanged) this.kept.restore(tr, state.selection)
    view.dispatch(tr)
    return positions.map(([position, keeps], index) => {
      const place = places[index] ?? null
      return (place === null ? null : this.drawing.positionOf(tr.doc, place, keeps)) ?? tr.mapping.map(position)
    })
  }

  private undoOrRedo(how: 'undo' | 'redo'): void {
    this.options.undo?.[how]()
    this.redraw(null)
  }

  private erase(unit: DeletionUnit): void {
    const { shown, editing } = this.options
    if (editing === null) return
    readSelection(this.editor.view)
    this.drawPending()
    const { selection } = this.editor.state
    const side = unit.endsWith('before') ? 'before' : 'behind'
    if (!selection.empty) {
      this.edit(selection.from, selection.to, [], side)
      return
    }
    const host: unknown = selection.$from.parent.attrs['host']
    if (!isHost(host)) return
    const range = deletionRange(shown, id => isOurs(editing, id), host, selection.$from.parentOffset, unit)
    const start = selection.$from.start()
    if (range !== null) this.edit(start + range.from, start + range.to, [], side)
    else if (selection.$from.parent.content.size === 0 && unit.endsWith('before')) this.removeEmpty(host, editing)
  }

  /** A browser that composes over selected words keeps them when a bracket stands among them: they are struck first, as by any other key. */
  private beginComposition(): void {
    if (!this.editor.state.selection.empty && !this.composition.isOpen) this.erase('character after')
  }

  private removeEmpty(host: Host, editing: Editing): void {
    const { roots } = this.options.shown
    const index = roots.findIndex(root => root.host === host)
    const previous = roots[index - 1]
    if (previous === undefined || !removeParagraph(editing, host)) return
    this.redraw({ anchor: { root: previous.host, offset: Number.MAX_SAFE_INTEGER }, scroll: true })
  }

  private enter(): void {
    const { editing, announce } = this.options
    if (editing === null) return
    readSelection(this.editor.view)
    this.drawPending()
    const { $from } = this.editor.state.selection
    const host: unknown = $from.parent.attrs['host']
    if (!isHost(host)) return
    if (host.startsWith('note:')) {
      announce('A note is one paragraph; nothing is proposed below it.')
      return
    }
    const why = this.options.whyNotNow()
    if (why !== null) {
      announce(why)
      return
    }
    const id = enterParagraph(editing, host, $from.parentOffset)
    this.redraw({ anchor: { root: proposalHost(id), offset: 0 }, scroll: true })
  }

  private paste(event: ClipboardEvent): boolean {
    readSelection(this.editor.view)
    const { from, to } = this.editor.state.selection
    const lines = pastedLines(event.clipboardData, this.options.shown.sheet.table)
    if (lines.length > 0) this.edit(from, to, lines, 'behind')
    return true
  }
}
