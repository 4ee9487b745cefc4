import { z } from 'zod'
import { roles } from '../table/Party.ts'

/** The awareness states of a table's room. All are the server's word: what a client says of itself there is not passed on. */
export const tableHereSchema = z.union([
  z.object({ server: z.object({ epoch: z.string(), sequence: z.number(), head: z.string() }) }),
  z.object({ party: z.string().nullable(), role: z.enum(roles) }),
])
export type TableHere = z.output<typeof tableHereSchema>

/**
 * The awareness states of a desk's room. The server's says what of the desk is durable: the state vector `saved` (base64), and
 * how many characters and embeds are `deleted`, since a state vector does not show deletions. A colleague's is what their program
 * says, such as `caret`, with `person` and `capacity` stamped by the server.
 */
export const deskHereSchema = z.union([
  z.object({ server: z.object({ epoch: z.string(), saved: z.string(), deleted: z.number() }) }),
  z.looseObject({ person: z.string(), capacity: z.string() }),
])
export type DeskHere = z.output<typeof deskHereSchema>
