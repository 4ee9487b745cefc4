import { Hono } from 'hono'
import { isPermitted } from '../../shared/acts/permissions.ts'
import { LONGEST_TEXT_CHARACTERS } from '../../shared/exchange/unreadableReason.ts'
import { type NegotiationMade, newNegotiationSchema, type WayIn } from '../../shared/protocol/NewNegotiation.ts'
import { partyId } from '../../shared/table/ids.ts'
import type { NewCapacity } from '../gate/Gate.ts'
import { layNegotiation } from '../layNegotiation.ts'
import type { ServerParts } from '../ServerParts.ts'
import { refused } from './answers.ts'
import { readJson } from './readBody.ts'
import { visit } from './visit.ts'

// JSON writes some characters as six.
const MAX_BYTES = 4 * LONGEST_TEXT_CHARACTERS

/** `POST /api/negotiations`: a new negotiation, by the facilitator or Secretariat of any, with a link for each way in. */
export function negotiationRoute(parts: ServerParts): Hono {
  const { gate, newId, publicUrl } = parts
  return new Hono().post('/api/negotiations', async c => {
    const visitor = visit(c, parts)
    if (visitor instanceof Response) return visitor
    if (!isPermitted(visitor.capacity.role, 'invite'))
      return refused(c, 'not allowed', 'A negotiation is begun by a facilitator or the Secretariat.')
    const read = await readJson(c, newNegotiationSchema, MAX_BYTES)
    if ('refused' in read) return refused(c, read.because, read.refused)
    const { text, parties: asked, tabling, labels } = read.value
    const document = read.value.document ?? (await parts.documents.read(Buffer.from(text ?? '')))
    if ('refused' in document) return refused(c, 'impossible', document.refused)
    const title = read.value.title ?? (document.title.slice(0, 200) || 'Untitled draft')
    const parties = asked.map(party => ({ ...party, id: partyId(newId()) }))
    const negotiation = await layNegotiation(parts, { document, title, parties, tabling, labels }, visitor.capacity)
    const waysIn: readonly Omit<NewCapacity, 'negotiation'>[] = [
      { role: 'facilitator', party: 'facilitator', person: 'Facilitator' },
      { role: 'secretariat', party: 'secretariat', person: 'Secretariat' },
      ...parties.map(({ id, name }) => ({ role: 'delegation', party: id, person: name }) as const),
      { role: 'observer', party: null, person: 'Observer' },
    ]
    const links: WayIn[] = []
    for (const one of waysIn) {
      const wayIn = gate.wayIn(await gate.admit({ ...one, negotiation }), publicUrl)
      if (wayIn !== null) links.push(wayIn)
    }
    const made: NegotiationMade = { negotiation, title, links }
    return c.json(made)
  })
}
