import { z } from 'zod'
import { roles } from '../table/Party.ts'

const capacityFields = {
  /** Stands in the address, `/n/<negotiation>/as/<capacity>`, and in `?as=` of every request and socket. */
  capacity: z.string(),
  negotiation: z.string(),
  title: z.string(),
  role: z.enum(roles),
  /** Whose desk one writes at and in whose name one acts; null for an observer. */
  party: z.string().nullable(),
  person: z.string(),
}

/** One way in that a browser holds: "You speak for: …". */
export const heldCapacitySchema = z.object(capacityFields)
export type HeldCapacity = z.output<typeof heldCapacitySchema>

/** What `GET /api/session?as=<capacity>` answers: who one is here, and what one may do. */
export const sessionSchema = z.object({
  ...capacityFields,
  /** What this capacity may do (see shared/acts/permissions.ts): only buttons one may press exist. */
  abilities: z.array(z.string()),
  /** The store's epoch. Another than the one remembered on the device: the server was restored from a backup. */
  epoch: z.string(),
  /** The other ways in that this browser holds, newest negotiation last; empty for a Bearer token. */
  others: z.array(heldCapacitySchema),
})
export type Session = z.output<typeof sessionSchema>
