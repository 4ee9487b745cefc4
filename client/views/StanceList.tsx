import { useState } from 'react'
import type { CardStance } from '../../shared/projection/Card.ts'
import type { PartyId } from '../../shared/table/ids.ts'
import type { StanceKind } from '../../shared/table/Stance.ts'
import './stances.css'

export interface StanceListProps {
  readonly stances: readonly CardStance[]
  /** The reader's own party, named "you". */
  readonly party: PartyId | null
  /** Only how many of each. */
  readonly counted: boolean
}

interface Row {
  readonly key: string
  readonly says: string
  readonly tone: 'for' | 'reserved' | 'against' | 'past'
  readonly names: readonly string[]
}

const order: readonly StanceKind[] = ['support', 'live with', 'reserve', 'retain', 'delete']

/** More names than this in a row fold behind their number. */
const shownNames = 5

/** Who says what of a proposal, a row for each stance; reasons beside the name. Long rows fold. */
export function StanceList({ stances, party, counted }: StanceListProps) {
  const rows = rowsOf(stances, party)
  if (rows.length === 0) return null
  return (
    <ul className="stances" data-counted={counted}>
      {rows.map(row => (
        <li key={row.key} data-tone={row.tone}>
          {counted ? `${row.names.length} ${row.says}` : <Names row={row} />}
        </li>
      ))}
    </ul>
  )
}

function Names({ row }: { readonly row: Row }) {
  const [all, setAll] = useState(false)
  const folded = row.names.length > shownNames + 1 && !all
  const names = folded ? row.names.slice(0, shownNames) : row.names
  return (
    <>
      <b>{row.says}:</b> {names.join(', ')}
      {folded && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {` and ${row.names.length - shownNames} more`}
        </button>
      )}
    </>
  )
}

function rowsOf(stances: readonly CardStance[], party: PartyId | null): readonly Row[] {
  const name = ({ stance, party: by }: CardStance) =>
    (by.id === party ? 'you' : by.short) + (stance.reason === null ? '' : ` (${stance.reason})`)
  const now = stances.filter(stance => !stance.earlierWording)
  const rows = order.map(kind => ({
    key: kind,
    says: kind === 'live with' ? 'can live with' : kind,
    tone: toneOf(kind),
    names: now.filter(({ stance }) => stance.kind === kind).map(name),
  }))
  const past = stances.filter(stance => stance.earlierWording)
  const earlier: Row = {
    key: 'earlier',
    says: 'on an earlier wording',
    tone: 'past',
    names: past.map(stance => `${name(stance)} ${stance.stance.kind}`),
  }
  return [...rows, earlier].filter(row => row.names.length > 0)
}

function toneOf(kind: StanceKind): 'for' | 'reserved' | 'against' {
  switch (kind) {
    case 'support':
    case 'live with':
      return 'for'
    case 'reserve':
      return 'reserved'
    case 'retain':
    case 'delete':
      return 'against'
    default:
      throw new Error(`unknown stance ${kind satisfies never}`)
  }
}
