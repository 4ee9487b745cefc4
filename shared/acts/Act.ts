import { z } from 'zod'
import { blockStatuses } from '../table/Block.ts'
import { type Host, hostPattern, isHost } from '../table/Host.ts'
import { decisionId, isId, partyId, proposalId, stanceId } from '../table/ids.ts'
import { stanceKinds } from '../table/Stance.ts'

const id = z.string().refine(isId, 'an id has up to 40 letters, digits, "-" or "_"')
const host = z
  .custom<Host>(isHost, 'a host reads block:ID, note:ID or proposal:ID')
  .meta({ type: 'string', pattern: hostPattern.source })
const proposal = id.transform(proposalId)
/** Longer texts are documents: those are imported, not proposed. */
const words = z.string().max(200_000)
const reason = z.string().max(2_000).nullable().default(null)
const proposals = z.array(proposal).min(1).max(500)

/** What somebody asks of the table: the only way to it. Each is checked, permitted or refused, recorded and answered. */
export const actSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('table'),
    /** Drafts of one's desk, each with its words as the preview showed them. */
    drafts: z
      .array(z.object({ id: proposal, words }))
      .min(1)
      .max(500),
    /** The desk's Yjs state vector (base64) the words were read from: the server waits until its copy has it. */
    state: z.string().max(200_000).optional(),
  }),
  z.object({
    act: z.literal('propose'),
    /** For programs: words given at offsets of a host's text, without a desk. `was` are the words struck, as they stand now. */
    host,
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    was: words,
    text: words,
    reason,
    party: id.transform(partyId).optional(),
  }),
  z.object({ act: z.literal('withdraw'), proposal }),
  z.object({ act: z.literal('confirm'), proposal }),
  z.object({ act: z.literal('disown'), proposal }),
  z.object({ act: z.literal('stance'), on: proposal, kind: z.enum(stanceKinds), words, reason }),
  z.object({ act: z.literal('withdraw stance'), stance: id.transform(stanceId) }),
  z.object({
    act: z.literal('incorporate'),
    proposals,
    /** Every text the decision touches, exactly as its preview showed it. */
    texts: z
      .array(z.object({ host, before: words, after: words }))
      .min(1)
      .max(500),
  }),
  z.object({ act: z.literal('set aside'), proposals, reason }),
  z.object({ act: z.literal('take back'), decision: id.transform(decisionId) }),
  z.object({ act: z.literal('status'), block: host, to: z.enum(blockStatuses), reason }),
  z.object({ act: z.literal('tabling'), tabling: z.enum(['by act', 'as typed']) }),
])

export type Act = z.output<typeof actSchema>
export type ActName = Act['act']
export type ActInput = z.input<typeof actSchema>
