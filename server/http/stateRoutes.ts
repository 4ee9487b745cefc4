import { Hono } from 'hono'
import { z } from 'zod'
import { type Moments, stateReadings } from '../../shared/protocol/EarlierState.ts'
import type { ServerParts } from '../ServerParts.ts'
import { Chronicle } from '../shelf/Chronicle.ts'
import { PastStates } from '../shelf/PastStates.ts'
import { refused } from './answers.ts'
import { visitNegotiation } from './visit.ts'

// The clocks of the world are at most fourteen hours ahead of UTC, and twelve behind.
const zoneSchema = z.object({ zone: z.coerce.number().int().min(-840).max(840).default(0) })
const sequenceSchema = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const readingSchema = z.object({ reading: z.enum(stateReadings).default('clean') })

/** `/api/negotiations/:n/states`: the moments worth comparing with, and the draft as it read after any act of the record. */
export function stateRoutes(parts: ServerParts): Hono {
  const chronicle = new Chronicle(parts)
  const states = new PastStates(parts.store)
  return new Hono()
    .get('/api/negotiations/:negotiation/states', async c => {
      const visitor = visitNegotiation(c, parts)
      if (visitor instanceof Response) return visitor
      const query = zoneSchema.safeParse(c.req.query())
      if (!query.success) return refused(c, 'malformed', 'zone is minutes ahead of UTC, from -840 to 840.')
      const moments = await chronicle.moments(visitor.capacity.negotiation, query.data.zone)
      const answer: Moments = { moments: [...moments] }
      return c.json(answer)
    })
    .get('/api/negotiations/:negotiation/states/:sequence', async c => {
      const visitor = visitNegotiation(c, parts)
      if (visitor instanceof Response) return visitor
      const { negotiation, party } = visitor.capacity
      const sequence = sequenceSchema.safeParse(c.req.param('sequence'))
      const query = readingSchema.safeParse(c.req.query())
      if (!sequence.success || !query.success)
        return refused(c, 'malformed', `A state is a sequence from 1, in one of: ${stateReadings.join(', ')}.`)
      const state = await states.state({ negotiation, sequence: sequence.data, ...query.data, party })
      if (state === 'busy')
        return refused(c, 'not kept', 'Too many earlier states are asked for at once. Try again in a moment.')
      if (state === null) return refused(c, 'impossible', `The record has no act ${sequence.data}.`)
      return c.json(state)
    })
}
