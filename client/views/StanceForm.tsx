import { useId, useState } from 'react'
import { Button } from '../design/Button.tsx'

export interface StanceFormProps {
  /** The party that reserves, in short: "EU reserves". */
  readonly party: string
  /** Labels of the paragraphs a reserve may wait for: "12", "18 bis". */
  readonly paragraphs: readonly string[]
  readonly busy: boolean
  /** The reason as it will be printed. */
  readonly onReserve: (reason: string) => void
  readonly onCancel: () => void
}

type Waiting = 'instructions' | 'paragraph' | 'other'

/** A reserve with its reason (D14): pending instructions, pending a paragraph, or in free words. */
export function StanceForm({ party, paragraphs, busy, onReserve, onCancel }: StanceFormProps) {
  const [waiting, setWaiting] = useState<Waiting>('instructions')
  const [paragraph, setParagraph] = useState(paragraphs[0] ?? '')
  const [words, setWords] = useState('')
  const name = useId()
  const reason = reasonOf(waiting, paragraph, words)
  const choice = (value: Waiting, label: string) => (
    <label className="choice">
      <input type="radio" name={name} checked={waiting === value} onChange={() => setWaiting(value)} />
      <span>{label}</span>
    </label>
  )
  return (
    <form
      className="card-part"
      onSubmit={event => {
        event.preventDefault()
        if (reason !== null) onReserve(reason)
      }}
    >
      <fieldset>
        <legend className="legend">{party} reserves its position</legend>
        {choice('instructions', 'pending instructions')}
        {paragraphs.length > 0 && choice('paragraph', 'pending paragraph …')}
        {choice('other', 'for another reason')}
      </fieldset>
      {waiting === 'paragraph' && (
        <label className="field">
          <span>Paragraph</span>
          <select value={paragraph} onChange={event => setParagraph(event.target.value)}>
            {paragraphs.map(label => (
              <option key={label}>{label}</option>
            ))}
          </select>
        </label>
      )}
      {waiting === 'other' && (
        <label className="field">
          <span>Reason</span>
          <textarea rows={2} maxLength={2000} value={words} onChange={event => setWords(event.target.value)} />
          <small>Everybody sees it with the reserve.</small>
        </label>
      )}
      <div className="acts">
        <button type="submit" className="button" data-look="main" disabled={busy || reason === null}>
          Reserve
        </button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}

/** Null until it says what it waits for: a reserve without that is not taken. */
function reasonOf(waiting: Waiting, paragraph: string, words: string): string | null {
  switch (waiting) {
    case 'instructions':
      return 'pending instructions'
    case 'paragraph':
      return `pending paragraph ${paragraph}`
    case 'other':
      return words.trim() === '' ? null : words.trim()
    default:
      throw new Error(`unknown choice ${waiting satisfies never}`)
  }
}
