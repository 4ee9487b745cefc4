import { EditorContent } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { DraftEditor } from '../editor/DraftEditor.ts'
import type { Desktop } from './Desktop.ts'

export interface SheetEditorProps {
  readonly desktop: Desktop
  readonly onAnnounce: (sentence: string | null) => void
  readonly onTable: () => void
}

/** The compilation, to be written in. One editor for the whole draft. */
export function SheetEditor({ desktop, onAnnounce, onTable }: SheetEditorProps) {
  const [draft, setDraft] = useState<DraftEditor | null>(null)
  useEffect(() => {
    const { negotiation } = desktop
    const made = new DraftEditor(document.createElement('div'), {
      shown: negotiation.shown,
      editing: negotiation.editing,
      undo: negotiation.undo,
      schedule: redraw => desktop.draw(redraw),
      announce: onAnnounce,
      whyNotNow: () =>
        negotiation.session.role === 'secretariat' && negotiation.editing?.enteredFor === null
          ? 'Choose first for which party you type: in the menu, under “You type for”.'
          : null,
      onCaret: caret => desktop.caretMoved(caret),
      onDrawn: () => {
        desktop.drawn.tell()
        desktop.tellSoon()
      },
      provenanceOf: host => desktop.provenance?.of(host)?.marks ?? null,
      onTable,
    })
    desktop.editor = made
    setDraft(made)
    let drawn = ''
    const stop = negotiation.onChange(() => {
      const colleagues = negotiation.colleagues()
      const now = JSON.stringify(colleagues)
      if (now !== drawn) made.showColleagues(colleagues)
      drawn = now
    })
    desktop.tell()
    return () => {
      stop()
      desktop.editor = null
      setDraft(null)
      made.destroy()
    }
  }, [desktop, onAnnounce, onTable])
  return <EditorContent editor={draft?.editor ?? null} />
}
