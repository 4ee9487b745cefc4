import { Hono } from 'hono'
import { abilitiesOf } from '../../shared/acts/permissions.ts'
import type { HeldCapacity, Session } from '../../shared/protocol/Session.ts'
import type { Capacity } from '../gate/Capacity.ts'
import type { ServerParts } from '../ServerParts.ts'
import { visit } from './visit.ts'

/** `GET /api/session?as=<capacity>`: who one is here. `GET /api/capacities`: every way in this browser holds. */
export function sessionRoutes(parts: ServerParts): Hono {
  const { gate, store } = parts
  const held = ({ capacity, negotiation, role, party, person }: Capacity): HeldCapacity => {
    const title = store.readNegotiation(negotiation)?.title ?? ''
    return { capacity, negotiation, title, role, party, person }
  }
  return new Hono()
    .get('/api/session', c => {
      const visitor = visit(c, parts)
      if (visitor instanceof Response) return visitor
      const { capacity, by } = visitor
      const all = by === 'cookie' ? gate.held(c.req.header('cookie')) : []
      const session: Session = {
        ...held(capacity),
        abilities: [...abilitiesOf(capacity.role)],
        epoch: store.epoch,
        others: all.filter(other => other.capacity !== capacity.capacity).map(held),
      }
      return c.json(session)
    })
    .get('/api/capacities', c => c.json(gate.held(c.req.header('cookie')).map(held)))
}
