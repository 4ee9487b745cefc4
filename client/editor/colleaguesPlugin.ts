import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { type CaretRef, shownCaret } from './caret.ts'
import { blockPositions } from './redraw.ts'

/** A colleague at the same desk, and where they are writing. */
export interface Colleague {
  readonly key: number
  readonly name: string
  readonly caret: CaretRef
  readonly ink: number
}

/** Carets of one's own party's people. Of other parties one sees that they are here, no more. */
export function colleaguesPlugin(shown: ShownSheet, colleagues: () => readonly Colleague[]): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const places = blockPositions(state)
        const widgets = colleagues().flatMap(({ key, name, caret, ink }) => {
          const here = shownCaret(shown, caret)
          const at = here === null ? undefined : places.get(here.root)
          if (here === null || at === undefined) return []
          const size = state.doc.nodeAt(at)?.content.size ?? 0
          const spec = { key: `caret ${key}`, side: 2, ignoreSelection: true }
          return [Decoration.widget(at + 1 + Math.min(here.offset, size), () => drawCaret(name, ink), spec)]
        })
        return widgets.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, widgets)
      },
    },
  })
}

function drawCaret(name: string, ink: number): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.style.setProperty('--c', `var(--ink-${ink})`)
  const label = document.createElement('span')
  label.className = 'caret-name'
  label.textContent = name
  caret.append(label)
  return caret
}
