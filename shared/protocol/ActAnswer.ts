import { z } from 'zod'

/** Beside the fields of the act itself, what `POST /api/negotiations/:n/acts` wants. */
export const actKeySchema = z.object({
  /** Random, one per act: repeated with the same act it gets the same answer, and the act is done once. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,80}$/, 'a key has 8 to 80 letters, digits, "-" or "_"'),
})

/** 200: the act is done and durable. */
export const actDoneSchema = z.object({
  done: z.literal(true),
  /** What it made: proposals, stances, decisions. */
  ids: z.array(z.string()),
  /** Its place on the record, from 1. */
  sequence: z.number(),
  /** The hash of its entry (SHA-256 in hexadecimal digits): with it anybody can prove the record up to here. */
  head: z.string(),
})
export type ActDone = z.output<typeof actDoneSchema>

/**
 * Every other answer of the API. `not allowed` 403, `moved on` 409, `impossible` 422, as the act's own refusals say;
 * `malformed` 400, `not known` 401 (no or a closed way in) and 404, `too large` 413, `not kept` 503: try the same key again.
 */
export const apiRefusalSchema = z.object({
  refused: z.string(),
  because: z.enum(['not allowed', 'moved on', 'impossible', 'malformed', 'not known', 'too large', 'not kept']),
})
export type ApiRefusal = z.output<typeof apiRefusalSchema>
