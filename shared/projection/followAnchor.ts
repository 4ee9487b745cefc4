import { type Anchor, anchorAt, anchorIndex } from '../table/Anchor.ts'
import { forwardAnchor, type HostAnchor } from '../table/Forward.ts'
import { type Host, hostParts } from '../table/Host.ts'
import type { Table } from '../table/Table.ts'

/** Longer chains are not met in a negotiation; the limit keeps a damaged table from turning in a circle. */
const maxHops = 64

/**
 * Follows an anchor through the decisions that moved its character, as desks must: nobody rewrites a desk. A character of an
 * incorporated proposal that did not land itself (struck by a nested one taken with it) goes to the nearest before it that did.
 */
export function followAnchor(table: Table, host: Host, anchor: Anchor): HostAnchor {
  let at: HostAnchor = { host, anchor }
  for (let hops = 0; hops < maxHops; hops++) {
    const next = forwardAnchor(table.forwards(at.host), at.anchor) ?? nearestLanded(table, at.host, at.anchor)
    if (next === null) return at
    at = next
  }
  return at
}

function nearestLanded(table: Table, host: Host, anchor: Anchor): HostAnchor | null {
  const parts = hostParts(host)
  if (parts.is !== 'proposal' || table.proposal(parts.id)?.standing.is !== 'incorporated') return null
  const forwards = table.forwards(host)
  const text = table.text(host)
  const first = forwards[0]
  if (text === null || first === undefined) return null
  for (let index = anchorIndex(text, anchor) ?? 0; index > 0; index--) {
    const landed = forwardAnchor(forwards, anchorAt(text, index, 'after'))
    if (landed !== null) return landed
  }
  return { host: first.host, anchor: { client: first.toClient, clock: first.toClock, side: 'before' } }
}
