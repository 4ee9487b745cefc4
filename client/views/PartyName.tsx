import type { Party } from '../../shared/table/Party.ts'
import { inkStyle } from '../design/inks.ts'
import './party.css'

export interface PartyNameProps {
  readonly party: Party
  /** The full name, or the short one where parties stand in a row. */
  readonly form?: 'name' | 'short'
}

/** A party's name in its ink. */
export function PartyName({ party, form = 'name' }: PartyNameProps) {
  return (
    <b className="party" style={inkStyle(party.ink)}>
      {party[form]}
    </b>
  )
}
