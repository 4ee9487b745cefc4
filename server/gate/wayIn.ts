import type { WayIn } from '../../shared/protocol/NewNegotiation.ts'
import { tokenOf } from '../record/tokenOf.ts'
import type { StoredCapacity } from '../storage/Store.ts'
import { readCapacity } from './Capacity.ts'

/** The link of a capacity, with what it opens; null while it is closed. */
export function wayIn(stored: StoredCapacity, secret: Uint8Array, publicUrl: string): WayIn | null {
  const capacity = readCapacity(stored)
  if (capacity === null) return null
  const { role, party, person } = capacity
  const token = tokenOf(secret, stored.id, stored.generation)
  return { capacity: stored.id, role, party, person, link: `${publicUrl}/join/${token}` }
}
