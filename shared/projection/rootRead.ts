import { type Host, hostParts, proposalHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { Sheet } from './Sheet.ts'

/**
 * The block, note or proposed paragraph in whose text a record is read now: past every proposal it is nested in. Null when it is
 * closed, or it or something around it has no place.
 */
export function rootRead(sheet: Sheet, record: ProposalId): Host | null {
  let at = record
  for (const seen = new Set<ProposalId>(); !seen.has(at); ) {
    seen.add(at)
    const change = sheet.record(at)?.change
    if (change === undefined) return null
    if (change.is === 'paragraph') return proposalHost(at)
    const place = sheet.place(change)
    if (place === null) return null
    const parts = hostParts(place.host)
    if (parts.is !== 'proposal') return place.host
    at = parts.id
  }
  return null
}
