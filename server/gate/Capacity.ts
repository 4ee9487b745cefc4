import type { Actor } from '../../shared/acts/Actor.ts'
import { capacityId, type NegotiationId, negotiationId, partyId } from '../../shared/table/ids.ts'
import { roles } from '../../shared/table/Party.ts'
import type { StoredCapacity } from '../storage/Store.ts'

/** One person's right to act in one negotiation: an actor, and where. `party` is also whose desk they write at. */
export interface Capacity extends Actor {
  readonly negotiation: NegotiationId
}

/** Reads a stored capacity, or null while it is closed (or of a role this version does not know). */
export function readCapacity(stored: StoredCapacity): Capacity | null {
  const role = roles.find(known => known === stored.role)
  if (stored.closedAt !== null || role === undefined) return null
  return {
    capacity: capacityId(stored.id),
    negotiation: negotiationId(stored.negotiation),
    role,
    party: stored.party === null ? null : partyId(stored.party),
    person: stored.person,
  }
}
