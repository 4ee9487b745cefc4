import { Hono } from 'hono'
import { isPermitted } from '../../shared/acts/permissions.ts'
import { invitationSchema } from '../../shared/protocol/NewNegotiation.ts'
import type { Party, Role } from '../../shared/table/Party.ts'
import type { ServerParts } from '../ServerParts.ts'
import { refused } from './answers.ts'
import { readJson } from './readBody.ts'
import { visitNegotiation } from './visit.ts'

const MAX_BYTES = 10_000

/** `POST /api/negotiations/:n/invitations`: a way in for one more person. On the record, without the link. */
export function invitationRoute(parts: ServerParts): Hono {
  const { gate, publicUrl, rooms } = parts
  return new Hono().post('/api/negotiations/:negotiation/invitations', async c => {
    const visitor = visitNegotiation(c, parts)
    if (visitor instanceof Response) return visitor
    const { capacity } = visitor
    if (!isPermitted(capacity.role, 'invite'))
      return refused(c, 'not allowed', 'People are invited by the facilitator or the Secretariat.')
    const read = await readJson(c, invitationSchema, MAX_BYTES)
    if ('refused' in read) return refused(c, read.because, read.refused)
    const { role, person } = read.value
    const { negotiation } = capacity
    const lease = await rooms.table(negotiation)
    try {
      const party = partyFor(role, read.value.party, lease.room.table.parties())
      if (party === undefined) return refused(c, 'impossible', 'Choose the party of the delegation.')
      const stored = await gate.admit({ negotiation, role, party, person })
      const act = JSON.stringify({ act: 'invite', role, party, person })
      await lease.room.record({ writes: [], ids: [stored.id] }, act, capacity, '')
      return c.json(gate.wayIn(stored, publicUrl))
    } finally {
      lease.release()
    }
  })
}

/** `DELETE /api/negotiations/:n/invitations/:capacity`: takes a way in back. Its link is not known any more, its sockets close. */
export function withdrawInvitationRoute(parts: ServerParts): Hono {
  const { store, rooms, connections, now } = parts
  return new Hono().delete('/api/negotiations/:negotiation/invitations/:capacity', async c => {
    const visitor = visitNegotiation(c, parts)
    if (visitor instanceof Response) return visitor
    const { capacity } = visitor
    if (!isPermitted(capacity.role, 'invite'))
      return refused(c, 'not allowed', 'Ways in are taken back by the facilitator or the Secretariat.')
    const id = c.req.param('capacity')
    if (id === capacity.capacity) return refused(c, 'impossible', 'You cannot take back your own way in.')
    const known = store.listCapacities(capacity.negotiation).find(stored => stored.id === id)
    if (known === undefined || known.closedAt !== null) return refused(c, 'impossible', 'There is no such way in.')
    await store.updateCapacity(id, { closedAt: now() })
    connections.closeOf(id)
    const act = JSON.stringify({
      act: 'withdraw invitation',
      role: known.role,
      party: known.party,
      person: known.person,
    })
    const lease = await rooms.table(capacity.negotiation)
    try {
      return c.json(await lease.room.record({ writes: [], ids: [id] }, act, capacity, ''))
    } finally {
      lease.release()
    }
  })
}

/** The party somebody of a role speaks for: an office's own, the delegation's as asked, nobody's for observers; undefined when it is missing. */
function partyFor(role: Role, asked: string | null, parties: readonly Party[]): string | null | undefined {
  switch (role) {
    case 'facilitator':
    case 'secretariat':
      return role
    case 'observer':
      return null
    case 'delegation':
      return parties.find(({ id, kind }) => id === asked && kind !== 'office')?.id
    default:
      throw new Error(`unknown role ${role satisfies never}`)
  }
}
