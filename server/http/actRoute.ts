import { Hono } from 'hono'
import { z } from 'zod'
import { actSchema } from '../../shared/acts/Act.ts'
import { isRefusal } from '../../shared/acts/Refusal.ts'
import { actKeySchema } from '../../shared/protocol/ActAnswer.ts'
import type { ServerParts } from '../ServerParts.ts'
import { refused, refusedAct } from './answers.ts'
import { readJson } from './readBody.ts'
import { visitNegotiation } from './visit.ts'

// The words of 500 drafts, or of the texts a decision touches.
const MAX_ACT_BYTES = 2_000_000

const requestSchema = z.intersection(actKeySchema, actSchema)

/** `POST /api/negotiations/:n/acts`: the only way to the table. Answered once the act is durable. */
export function actRoute(parts: ServerParts): Hono {
  return new Hono().post('/api/negotiations/:negotiation/acts', async c => {
    const visitor = visitNegotiation(c, parts)
    if (visitor instanceof Response) return visitor
    const read = await readJson(c, requestSchema, MAX_ACT_BYTES)
    if ('refused' in read) return refused(c, read.because, read.refused)
    const { key, ...act } = read.value
    try {
      const answer = await parts.rooms.act(key, act, visitor.capacity)
      return isRefusal(answer) ? refusedAct(c, answer) : c.json(answer)
    } catch (error) {
      const { negotiation, capacity } = visitor.capacity
      parts.log.error({ negotiation, capacity, act: act.act, error }, 'an act was not kept')
      return refused(c, 'not kept', 'The server could not keep this just now, so it was not done. Try again.')
    }
  })
}
