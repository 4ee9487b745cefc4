import type { CapacityId, PartyId } from '../table/ids.ts'
import type { Role } from '../table/Party.ts'

/** In whose name an act is done: the capacity it came through, with the role and party the server knows for it. */
export interface Actor {
  readonly capacity: CapacityId
  readonly person: string
  readonly role: Role
  readonly party: PartyId | null
}
