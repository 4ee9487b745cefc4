import { useState } from 'react'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import type { Procedure } from '../../shared/table/Procedure.ts'
import { Button } from '../design/Button.tsx'
import type { NewNegotiationOrder } from './NewNegotiation.tsx'
import { NewParties, type NewParty } from './NewParties.tsx'
import { ReadingOutline } from './ReadingOutline.tsx'

export interface NewNegotiationReviewProps {
  readonly document: ReadDocument
  readonly refused: string | null
  readonly busy: boolean
  readonly onBack: () => void
  readonly onCreate: (order: NewNegotiationOrder) => void
}

/** As many as the server takes. */
const titleCharacters = 200

const emptyParty: NewParty = { name: '', short: '', kind: 'state' }

/** What was read, to be checked; then who takes part and how they table. */
export function NewNegotiationReview({ document, refused, busy, onBack, onCreate }: NewNegotiationReviewProps) {
  const [title, setTitle] = useState(document.title.slice(0, titleCharacters))
  const [parties, setParties] = useState<readonly NewParty[]>([emptyParty, emptyParty])
  const [tabling, setTabling] = useState<Procedure['tabling']>('by act')
  const named = parties.filter(({ name, short }) => name.trim() !== '' && short.trim() !== '')
  const missing = whatIsMissing(title, parties, named)
  const way = (value: Procedure['tabling'], label: string, sentence: string) => (
    <label className="choice">
      <input type="radio" name="tabling" checked={tabling === value} onChange={() => setTabling(value)} />
      <span>{label}</span>
      <small>{sentence}</small>
    </label>
  )
  return (
    <form
      className="new-review"
      onSubmit={event => {
        event.preventDefault()
        if (missing === null) onCreate({ title: title.trim(), parties: named, tabling, labels: labelsOf(document) })
      }}
    >
      <label className="field">
        <span>Title</span>
        <input value={title} maxLength={titleCharacters} onChange={event => setTitle(event.target.value)} />
        {document.symbol !== null && <small>{document.symbol}</small>}
      </label>
      <ReadingOutline document={document} />
      <NewParties parties={parties} onChange={setParties} />
      <fieldset>
        <legend className="legend">How parties table</legend>
        {way(
          'by act',
          'By act',
          'A party writes at its own desk, sees how it will print, and tables when it is ready.',
        )}
        {way(
          'as typed',
          'As typed',
          'What a party types is on the table at once: for a typist at the screen, or a small drafting group.',
        )}
      </fieldset>
      {refused !== null && (
        <p className="warn" role="alert">
          {refused}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="button" data-look="main" disabled={busy || missing !== null}>
          {busy ? 'Creating…' : 'Create the negotiation'}
        </button>
        <Button onPress={onBack}>Back to the text</Button>
        {missing !== null && <span className="new-missing">{missing}</span>}
      </div>
    </form>
  )
}

function whatIsMissing(title: string, parties: readonly NewParty[], named: readonly NewParty[]): string | null {
  if (title.trim() === '') return 'It needs a title.'
  if (named.length === 0) return 'It needs a party, with its full and its short name.'
  if (parties.some(({ name, short }) => (name.trim() === '') !== (short.trim() === '')))
    return 'Each party needs its full and its short name.'
  const shorts = new Set(named.map(({ short }) => short.trim().toLowerCase()))
  return shorts.size < named.length ? 'Two parties have the same short name.' : null
}

/** A resolution numbers its paragraphs PP and OP; everything else in one running series (D1). */
function labelsOf(document: ReadDocument): Procedure['labels'] {
  return document.blocks.some(({ kind, label }) => kind === 'paragraph' && /^(?:PP|OP)\d/.test(label))
    ? 'ppop'
    : 'running'
}
