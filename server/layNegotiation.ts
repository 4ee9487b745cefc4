import type { Actor } from '../shared/acts/Actor.ts'
import { layDraft } from '../shared/acts/layDraft.ts'
import type { ReadDocument } from '../shared/exchange/ReadDocument.ts'
import { type NegotiationId, negotiationId, partyId } from '../shared/table/ids.ts'
import type { Party } from '../shared/table/Party.ts'
import type { Procedure } from '../shared/table/Procedure.ts'
import type { ServerParts } from './ServerParts.ts'

/** The offices of every meeting: each has a desk, where the facilitator writes bridges and the Secretariat types for others. */
const offices: readonly Party[] = [
  { id: partyId('facilitator'), name: 'Facilitator', short: 'Facilitator', kind: 'office', ink: 0 },
  { id: partyId('secretariat'), name: 'Secretariat', short: 'Secretariat', kind: 'office', ink: 1 },
]

export interface NegotiationToLay {
  readonly document: ReadDocument
  readonly title: string
  /** Without the offices, which every negotiation has. */
  readonly parties: readonly Omit<Party, 'ink'>[]
  readonly tabling: Procedure['tabling']
  readonly labels: Procedure['labels']
}

/** Makes a negotiation with its draft on the table, as the first act on its record. Durable when the promise resolves. */
export async function layNegotiation(
  { store, rooms, now, newId }: Pick<ServerParts, 'store' | 'rooms' | 'now' | 'newId'>,
  { document, title, parties, tabling, labels }: NegotiationToLay,
  actor: Actor,
): Promise<NegotiationId> {
  const negotiation = negotiationId(newId())
  await store.createNegotiation({ id: negotiation, title, createdAt: now(), settings: '{}' })
  const procedure: Procedure = { title, symbol: document.symbol, tabling, labels, floor: null }
  const all = [...offices, ...parties.map((party, index) => ({ ...party, ink: index + offices.length }))]
  const writes = layDraft(document, all, procedure, newId)
  const lease = await rooms.table(negotiation)
  try {
    await lease.room.record({ writes, ids: [] }, JSON.stringify({ act: 'lay draft', title }), actor, '')
  } finally {
    lease.release()
  }
  return negotiation
}
