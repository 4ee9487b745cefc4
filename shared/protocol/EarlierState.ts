import { z } from 'zod'
import { readDocumentSchema } from './readDocumentSchema.ts'

/** The readings in which an earlier state can be had (`readAs`). */
export const stateReadings = ['clean', 'ours taken', 'everything incorporated'] as const

/** A moment of a negotiation worth comparing with: any other sequence of its record can be asked for as well. */
export const momentSchema = z.object({
  /** The place on the record: the state is that after this act. */
  sequence: z.number().int(),
  /** Whole milliseconds since 1970. */
  at: z.number(),
  /** `draft`: the draft was laid. `day`: the last act of a day that is over. All others are decisions. */
  is: z.enum(['draft', 'incorporate', 'set aside', 'take back', 'status', 'day']),
  /** Who did the act. */
  person: z.string(),
  /** The texts a decision was on: `block:ID`, `note:ID`, `proposal:ID`. */
  on: z.array(z.string()),
  /** The status a paragraph was given; null for everything else. */
  to: z.string().nullable(),
})
export type Moment = z.output<typeof momentSchema>

/** What `GET /api/negotiations/{negotiation}/states` answers: the oldest first, of very many the latest. */
export const momentsSchema = z.object({ moments: z.array(momentSchema) })
export type Moments = z.output<typeof momentsSchema>

/** What `GET /api/negotiations/{negotiation}/states/{sequence}` answers: the draft as it read after that act. */
export const earlierStateSchema = z.object({
  sequence: z.number().int(),
  at: z.number(),
  /** The hash of the act's entry: proves the record up to here. */
  head: z.string(),
  reading: z.enum(stateReadings),
  document: readDocumentSchema,
})
export type EarlierState = z.output<typeof earlierStateSchema>
