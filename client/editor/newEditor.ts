import { Editor, Extension } from '@tiptap/core'
import { type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { BlockNode, DocumentNode, NoteNode, TextNode } from './schema.ts'

/** What the editor is made of besides its schema. */
export interface EditorParts {
  readonly editable: boolean
  readonly keys: () => Record<string, () => boolean>
  readonly plugins: () => Plugin[]
  readonly dispatch: (tr: Transaction, next: (tr: Transaction) => void) => void
  readonly paste: (event: ClipboardEvent) => boolean
  /** A word is about to be composed with an input method; nothing of it has come in yet. */
  readonly onCompose: () => void
  /** A word composed with an input method is finished, and has come into the document. */
  readonly onComposed: (view: EditorView) => void
}

/** Pixels at the edges of the window in which bars may stand over the text; the caret is kept out of them. */
const clearOfBars = { top: 120, bottom: 80, left: 0, right: 0 }

/** An editor with nothing of its own: no input rules, no history, no formatting; every change goes through `dispatch`. */
export function newEditor(element: Element, parts: EditorParts): Editor {
  return new Editor({
    element,
    editable: parts.editable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [
      DocumentNode,
      TextNode,
      BlockNode,
      NoteNode,
      Extension.create({
        name: 'negotiation',
        addKeyboardShortcuts: parts.keys,
        addProseMirrorPlugins: parts.plugins,
        dispatchTransaction: ({ transaction, next }) => parts.dispatch(transaction, next),
      }),
    ],
    editorProps: {
      scrollThreshold: clearOfBars,
      scrollMargin: clearOfBars,
      attributes: {
        'aria-label': 'The draft',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': String(!parts.editable),
        spellcheck: 'false',
        lang: 'en',
      },
      handlePaste: (_view, event) => parts.paste(event),
      handleDrop: () => true,
      handleClick: (view, _position, { target }) => clickOnMarks(view, target),
      handleDOMEvents: {
        compositionstart: () => {
          parts.onCompose()
          return false
        },
        compositionend: view => {
          // The browser changes the text once more after this event; the edit is read when that has come in.
          queueMicrotask(() => parts.onComposed(view))
          return false
        },
      },
    },
  })
}

/**
 * Browsers put the caret somewhere else when a mark is clicked that one cannot write in, such as a name in a bracket: it belongs
 * beside the mark.
 */
function clickOnMarks(view: EditorView, target: EventTarget | null): boolean {
  const marks = target instanceof Element ? target.closest('.marks') : null
  if (marks === null || !view.state.selection.empty) return false
  const selection = TextSelection.create(view.state.doc, view.posAtDOM(marks, 0))
  view.dispatch(view.state.tr.setSelection(selection))
  return true
}
