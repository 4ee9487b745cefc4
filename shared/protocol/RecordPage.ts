import { z } from 'zod'

/** One act on the record, as `GET /api/negotiations/:n/record` shows it: who did what when, and the chain of hashes. */
export const recordedActSchema = z.object({
  sequence: z.number(),
  /** Milliseconds since 1970, by the server's clock. */
  at: z.number(),
  person: z.string(),
  party: z.string().nullable(),
  /** The act as it was asked: its fields are those of shared/acts/Act.ts, or of one of the server's own (`as typed`, `lay draft`, `invite`). */
  act: z.record(z.string(), z.unknown()),
  ids: z.array(z.string()),
  previous: z.string(),
  head: z.string(),
})
export type RecordedAct = z.output<typeof recordedActSchema>

/** `next` is the sequence to ask for next (`?from=`), null at the end of the record. */
export const recordPageSchema = z.object({ acts: z.array(recordedActSchema), next: z.number().nullable() })
export type RecordPage = z.output<typeof recordPageSchema>
