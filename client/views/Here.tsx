import type { Party, Role } from '../../shared/table/Party.ts'
import { inkStyle } from '../design/inks.ts'
import { Popover } from '../design/Popover.tsx'
import { PartyName } from './PartyName.tsx'
import { roleName } from './roleName.ts'

/** How many people of a party (or, without one, of a role) have the text open. */
export interface Presence {
  readonly party: Party | null
  readonly role: Role
  readonly count: number
}

/** As many names as fit the bar; the others are in the list behind it. */
const shownParties = 4

/** Who is here, by party. Never who of a party, nor where in the text: that is their own affair. */
export function Here({ here }: { readonly here: readonly Presence[] }) {
  const people = here.reduce((sum, { count }) => sum + count, 0)
  if (people === 0) return null
  const parties = here.flatMap(({ party }) => (party === null ? [] : [party]))
  const shown = parties.slice(0, parties.length === shownParties + 1 ? shownParties + 1 : shownParties)
  const rest = here.length - shown.length
  const sentence = `${people === 1 ? '1 person' : `${people} people`} here, of ${here.length} parties and offices`
  return (
    <Popover
      label="Who is here"
      trigger={
        <button type="button" className="here" aria-label={sentence}>
          {shown.map(party => (
            <span key={party.id} className="party-chip" style={inkStyle(party.ink)}>
              {party.short}
            </span>
          ))}
          {rest > 0 && <span className="party-chip">+{rest}</span>}
          <span className="here-count">{people} here</span>
        </button>
      }
    >
      <ul className="here-list">
        {here.map(({ party, role, count }) => (
          <li key={`${party?.id} ${role}`}>
            {party === null ? roleName(role) : <PartyName party={party} />}
            <span>{count}</span>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
