import type { Party } from '../../shared/table/Party.ts'
import { Button } from '../design/Button.tsx'

/** A State or group to be invited. */
export interface NewParty {
  readonly name: string
  readonly short: string
  readonly kind: Exclude<Party['kind'], 'office'>
}

export interface NewPartiesProps {
  readonly parties: readonly NewParty[]
  readonly onChange: (parties: readonly NewParty[]) => void
}

/** The parties, a line each. The facilitator, the Secretariat and an observer get their links without being listed. */
export function NewParties({ parties, onChange }: NewPartiesProps) {
  const change = (index: number, party: Partial<NewParty>) =>
    onChange(parties.map((each, at) => (at === index ? { ...each, ...party } : each)))
  return (
    <fieldset className="new-parties">
      <legend className="legend">Parties</legend>
      <p>The short name is the one printed in brackets. Facilitator, Secretariat and observers get links as well.</p>
      {parties.map((party, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own while they are being filled in
        <div key={index} className="new-party">
          <input
            aria-label={`Full name of party ${index + 1}`}
            placeholder="Full name"
            value={party.name}
            maxLength={120}
            onChange={event => change(index, { name: event.target.value })}
          />
          <input
            aria-label={`Short name of party ${index + 1}`}
            placeholder="Short"
            value={party.short}
            maxLength={24}
            onChange={event => change(index, { short: event.target.value })}
          />
          <select
            aria-label={`Kind of party ${index + 1}`}
            value={party.kind}
            onChange={event => change(index, { kind: event.target.value === 'group' ? 'group' : 'state' })}
          >
            <option value="state">State</option>
            <option value="group">Group</option>
          </select>
          <button
            type="button"
            className="close-button"
            aria-label={`Remove party ${index + 1}`}
            onClick={() => onChange(parties.filter((_, at) => at !== index))}
          >
            ×
          </button>
        </div>
      ))}
      <div className="acts">
        <Button onPress={() => onChange([...parties, { name: '', short: '', kind: 'state' }])}>Add a party</Button>
      </div>
    </fieldset>
  )
}
