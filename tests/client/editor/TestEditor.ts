import { TextSelection } from '@tiptap/pm/state'
import { DraftEditor } from '../../../client/editor/DraftEditor.ts'
import { blockPositions } from '../../../client/editor/redraw.ts'
import { ShownSheet } from '../../../shared/projection/ShownSheet.ts'
import { type Host, isHost } from '../../../shared/table/Host.ts'
import type { ProposalId } from '../../../shared/table/ids.ts'
import { noteMark } from '../../../shared/table/words.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'

// The editor scrolls to the caret by these; jsdom lays nothing out and has none.
Range.prototype.getClientRects ??= () => Object.assign([], { item: () => null })
Range.prototype.getBoundingClientRect ??= () => new DOMRect()

/** A caret as the screen has it. */
export interface ScreenCaret {
  readonly root: Host
  readonly offset: number
}

/** One person's screen: the editor of the whole draft on a page, whose frames are drawn by hand. */
export class TestEditor {
  readonly draft: DraftEditor
  readonly shown: ShownSheet
  readonly announced: string[] = []
  record: ProposalId | null = null
  private readonly waiting: (() => void)[] = []
  private readonly element: HTMLElement

  constructor(person: TestPerson) {
    this.shown = new ShownSheet(person.sheet)
    this.element = document.body.appendChild(document.createElement('div'))
    this.draft = new DraftEditor(this.element, {
      shown: this.shown,
      editing: person.editing,
      undo: person.undo,
      schedule: redraw => this.waiting.push(redraw),
      announce: sentence => {
        if (sentence !== null) this.announced.push(sentence)
      },
      whyNotNow: () => null,
      onCaret: ({ record }) => {
        this.record = record
      },
      provenanceOf: () => null,
      onDrawn: () => undefined,
      onTable: () => undefined,
    })
  }

  close(): void {
    this.draft.destroy()
    this.shown.destroy()
    this.element.remove()
  }

  get view() {
    return this.draft.editor.view
  }

  /** The next frame: what has come from others is drawn. */
  frame(): void {
    for (const redraw of this.waiting.splice(0)) redraw()
  }

  /** The texts on the screen from top to bottom, struck words included. */
  texts(): ReadonlyMap<Host, string> {
    const texts = new Map<Host, string>()
    this.view.state.doc.forEach(node => {
      const host: unknown = node.attrs['host']
      if (isHost(host)) texts.set(host, node.textBetween(0, node.content.size, '', noteMark))
    })
    return texts
  }

  text(root: Host): string {
    return this.texts().get(root) ?? ''
  }

  get anchor(): ScreenCaret {
    return this.caretAt(this.view.state.selection.$anchor)
  }

  get head(): ScreenCaret {
    return this.caretAt(this.view.state.selection.$head)
  }

  /** A click or a drag with the mouse. */
  select(anchor: ScreenCaret, head: ScreenCaret = anchor): void {
    const { state } = this.view
    const [from, to] = [anchor, head].map(({ root, offset }) => (blockPositions(state).get(root) ?? 0) + 1 + offset)
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from ?? 0, to)))
  }

  /** What the editor makes of a letter (or a word of a suggestion) typed where the selection is. */
  type(text: string): void {
    this.view.dispatch(this.view.state.tr.insertText(text))
  }

  press(key: string, held: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {}): void {
    this.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))
  }

  paste(text: string): void {
    const getData = (type: string) => (type === 'text/plain' ? text : '')
    const event = new Event('paste', { bubbles: true, cancelable: true })
    this.view.dom.dispatchEvent(Object.assign(event, { clipboardData: { getData, types: ['text/plain'], files: [] } }))
  }

  block(root: Host): HTMLElement {
    const block = this.view.dom.querySelector(`[data-host="${root}"]`)
    if (!(block instanceof HTMLElement)) throw new Error(`${root} is not on the screen`)
    return block
  }

  private caretAt({ parent, parentOffset }: TextSelection['$head']): ScreenCaret {
    const host: unknown = parent.attrs['host']
    if (!isHost(host)) throw new Error('the caret stands outside the texts')
    return { root: host, offset: parentOffset }
  }
}
