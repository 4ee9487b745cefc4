import { z } from 'zod'
import { roles } from '../table/Party.ts'
import { readDocumentSchema } from './readDocumentSchema.ts'

const name = z.string().trim().min(1).max(200)

/** What `POST /api/negotiations` wants: the draft, as reviewed or as raw text, and how it is to be negotiated. */
export const newNegotiationSchema = z
  .object({
    document: readDocumentSchema.optional(),
    text: z.string().max(5_000_000).optional(),
    /** Left out: the document's own. */
    title: name.optional(),
    parties: z
      .array(z.object({ name, short: name.max(40), kind: z.enum(['state', 'group']) }))
      .max(250)
      .default([]),
    tabling: z.enum(['by act', 'as typed']).default('by act'),
    labels: z.enum(['running', 'ppop']).default('running'),
  })
  .refine(({ document, text }) => (document === undefined) !== (text === undefined), 'give either document or text')
export type NewNegotiation = z.output<typeof newNegotiationSchema>
export type NewNegotiationInput = z.input<typeof newNegotiationSchema>

/** A way in, to be given to one person. Whoever has the link speaks for the party. */
export const wayInSchema = z.object({
  capacity: z.string(),
  role: z.enum(roles),
  party: z.string().nullable(),
  person: z.string(),
  link: z.string(),
})
export type WayIn = z.output<typeof wayInSchema>

export const negotiationMadeSchema = z.object({
  negotiation: z.string(),
  title: z.string(),
  links: z.array(wayInSchema),
})
export type NegotiationMade = z.output<typeof negotiationMadeSchema>

/** What `POST /api/negotiations/:n/invitations` wants; it answers with a WayIn. `party` is null unless the role is delegation. */
export const invitationSchema = z.object({
  role: z.enum(roles),
  party: z.string().nullable().default(null),
  person: name,
})
export type Invitation = z.output<typeof invitationSchema>
