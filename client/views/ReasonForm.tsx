import { useState } from 'react'
import { Button } from '../design/Button.tsx'

export interface ReasonFormProps {
  /** What is about to happen, in a sentence. */
  readonly title: string
  readonly label: string
  readonly button: string
  readonly busy: boolean
  /** With the reason, trimmed; null for none. */
  readonly onDone: (reason: string | null) => void
  readonly onCancel: () => void
}

/** A decision with its reason: for setting aside, for a paragraph's status, for reopening. */
export function ReasonForm({ title, label, button, busy, onDone, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  return (
    <form
      className="card-part"
      onSubmit={event => {
        event.preventDefault()
        onDone(reason.trim() === '' ? null : reason.trim())
      }}
    >
      {title !== '' && <p>{title}</p>}
      <label className="field">
        <span>{label}</span>
        <textarea rows={2} maxLength={2000} value={reason} onChange={event => setReason(event.target.value)} />
      </label>
      <div className="acts">
        <button type="submit" className="button" data-look="main" disabled={busy}>
          {button}
        </button>
        <Button onPress={onCancel}>Back</Button>
      </div>
    </form>
  )
}
