import { useEffect, useRef, useState } from 'react'
import type { ShelfEntry } from '../../shared/protocol/Shelf.ts'
import { Button } from '../design/Button.tsx'
import { ShelfFields } from './ShelfFields.tsx'
import { descriptionOf, type ShelfForm } from './shelfForm.ts'

/** An entry whose description is being changed. */
export interface ShelfEditing {
  readonly id: string
  readonly form: ShelfForm
  /** Why the server has refused, in a sentence. */
  readonly refused: string | null
}

export interface ShelfTextProps {
  readonly entry: ShelfEntry
  readonly mayChange: boolean
  /** When this entry is the one. */
  readonly editing: ShelfEditing | null
  readonly busy: boolean
  readonly onEdit: () => void
  readonly onFillEdited: (form: ShelfForm) => void
  readonly onSave: () => void
  /** Leaves the description as it was. */
  readonly onCancel: () => void
  readonly onRemove: () => void
}

/** A prior text on the shelf: what it is, and for those who may, changing that and taking it off. */
export function ShelfText(props: ShelfTextProps) {
  const { entry, mayChange, editing, busy } = props
  const [asked, setAsked] = useState(false)
  const line = useRef<HTMLLIElement>(null)
  const opener = useRef<'Edit' | 'Remove' | null>(null)
  const isOpen = asked || editing !== null
  useEffect(() => {
    // What was opened here has gone, and the focus with it: it goes back to the button that opened it.
    if (isOpen || opener.current === null) return
    line.current?.querySelector<HTMLElement>(`[data-opens="${opener.current}"] button`)?.focus()
    opener.current = null
  }, [isOpen])
  const { title, symbol, year, published, isAgreed, isRendering, words } = entry
  const facts = `${words.toLocaleString('en')} words`
  if (editing !== null) return <EditedText {...props} editing={editing} />
  return (
    <li ref={line}>
      <span className="shelf-year">{year ?? '–'}</span>
      <div className="shelf-text">
        <b>{title}</b>
        <p className="shelf-facts">
          {published === null ? symbol : <Published address={published} symbol={symbol} />}
          {(symbol !== null || published !== null) && ' · '}
          {facts}
          <span className="tag" data-agreed={isAgreed}>
            {isRendering ? 'rendering' : isAgreed ? 'agreed language' : 'not agreed'}
          </span>
        </p>
        {asked && <RemoveQuestion title={title} busy={busy} onRemove={props.onRemove} onKeep={() => setAsked(false)} />}
      </div>
      {mayChange && !asked && (
        <div className="acts">
          {!isRendering && opens('Edit', props.onEdit)}
          {opens('Remove', () => setAsked(true))}
        </div>
      )}
    </li>
  )

  function opens(what: 'Edit' | 'Remove', onPress: () => void) {
    const open = () => {
      opener.current = what
      onPress()
    }
    return (
      <span data-opens={what}>
        <Button look="quiet" label={`${what} ${title}`} disabled={busy} onPress={open}>
          {what}
        </Button>
      </span>
    )
  }
}

/** Leads to the official document, in a window of its own. */
export function Published({ address, symbol }: { readonly address: string; readonly symbol: string | null }) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {symbol ?? 'published'}
    </a>
  )
}

function EditedText({
  entry,
  editing,
  busy,
  onFillEdited,
  onSave,
  onCancel,
}: ShelfTextProps & { editing: ShelfEditing }) {
  const said = descriptionOf(editing.form)
  const missing = 'missing' in said ? said.missing : null
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <li>
      <form
        ref={form}
        className="shelf-form"
        aria-label={`Edit ${entry.title}`}
        onSubmit={event => {
          event.preventDefault()
          if (missing === null) onSave()
        }}
      >
        <ShelfFields form={editing.form} onChange={onFillEdited} />
        {editing.refused !== null && (
          <p className="warn" role="alert">
            {editing.refused}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="button" data-look="main" disabled={busy || missing !== null}>
            Save
          </button>
          <Button onPress={onCancel}>Cancel</Button>
          {missing !== null && <span className="shelf-missing">{missing}</span>}
        </div>
      </form>
    </li>
  )
}

interface RemoveQuestionProps {
  readonly title: string
  readonly busy: boolean
  readonly onRemove: () => void
  readonly onKeep: () => void
}

function RemoveQuestion({ title, busy, onRemove, onKeep }: RemoveQuestionProps) {
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that asked is gone, and the focus with it.
    question.current?.querySelector('button')?.focus()
  }, [])
  return (
    <div className="warn shelf-question" ref={question}>
      <p>Remove it for every negotiation on this server? To have it again, it has to be added again.</p>
      <div className="acts">
        <Button label={`Keep ${title}`} onPress={onKeep}>
          Keep
        </Button>
        <Button label={`Remove ${title} from the shelf`} disabled={busy} onPress={onRemove}>
          Remove from the shelf
        </Button>
      </div>
    </div>
  )
}
