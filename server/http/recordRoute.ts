import { Hono } from 'hono'
import { z } from 'zod'
import type { RecordedAct, RecordPage } from '../../shared/protocol/RecordPage.ts'
import { idsOfOutcome } from '../rooms/outcome.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { StoredEntry } from '../storage/Store.ts'
import { refused } from './answers.ts'
import { visitNegotiation } from './visit.ts'

const MAX_ACTS = 200

const querySchema = z.object({
  from: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_ACTS).default(MAX_ACTS),
})

const actSchema = z.record(z.string(), z.unknown())

/** `GET /api/negotiations/:n/record?from=&limit=`: the acts in order, to whoever has part in the negotiation. */
export function recordRoute(parts: ServerParts): Hono {
  return new Hono().get('/api/negotiations/:negotiation/record', c => {
    const visitor = visitNegotiation(c, parts)
    if (visitor instanceof Response) return visitor
    const query = querySchema.safeParse(c.req.query())
    if (!query.success) return refused(c, 'malformed', `from is at least 1, limit is 1 to ${MAX_ACTS}.`)
    const { from, limit } = query.data
    const acts: RecordedAct[] = []
    for (const entry of parts.store.readRecord(visitor.capacity.negotiation, from)) {
      if (acts.length === limit) {
        const page: RecordPage = { acts, next: entry.seq }
        return c.json(page)
      }
      acts.push(recordedAct(entry))
    }
    const page: RecordPage = { acts, next: null }
    return c.json(page)
  })
}

function recordedAct({ seq, at, person, party, act, outcome, previousHash, hash }: StoredEntry): RecordedAct {
  return {
    sequence: seq,
    at,
    person,
    party,
    act: actSchema.parse(JSON.parse(act)),
    ids: [...idsOfOutcome(outcome)],
    previous: previousHash,
    head: hash,
  }
}
