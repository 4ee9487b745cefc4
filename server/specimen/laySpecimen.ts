import { isRefusal } from '../../shared/acts/Refusal.ts'
import { readText } from '../../shared/exchange/readText.ts'
import { declaration2019 } from '../../shared/specimen/declaration2019.ts'
import { draftMidterm } from '../../shared/specimen/draftMidterm.ts'
import { specimenParties, specimenProposals, specimenStances } from '../../shared/specimen/specimenProposals.ts'
import { capacityId, type NegotiationId, type PartyId, type ProposalId, partyId } from '../../shared/table/ids.ts'
import { readWords } from '../../shared/table/words.ts'
import type { Capacity } from '../gate/Capacity.ts'
import type { NewCapacity } from '../gate/Gate.ts'
import { layNegotiation } from '../layNegotiation.ts'
import type { DeskRoom } from '../rooms/DeskRoom.ts'
import type { Lease } from '../rooms/Keeper.ts'
import type { Member } from '../rooms/Member.ts'
import type { ServerParts } from '../ServerParts.ts'
import { SpecimenDesk } from './SpecimenDesk.ts'
import { hostAt, specimenPlaces } from './specimenPlaces.ts'

const seats: readonly Omit<NewCapacity, 'negotiation'>[] = [
  { role: 'facilitator', party: 'facilitator', person: 'Facilitator' },
  { role: 'secretariat', party: 'secretariat', person: 'Secretariat' },
  ...specimenParties.map(({ id, name }) => ({ role: 'delegation', party: id, person: name }) as const),
  { role: 'observer', party: null, person: 'Observer' },
]

/** Lays the specimen: a draft on the table, and what its parties propose and say, done as they would do it. */
export async function laySpecimen(parts: ServerParts): Promise<NegotiationId> {
  const document = readText(draftMidterm)
  if ('refused' in document) throw new Error(`the specimen cannot be read: ${document.refused}`)
  const server = { capacity: capacityId(''), person: 'Adref', role: 'secretariat', party: null } as const
  const parties = specimenParties.map(({ id, ...party }) => ({ ...party, id: partyId(id) }))
  const { title } = document
  const negotiation = await layNegotiation(
    parts,
    { document, title, parties, tabling: 'as typed', labels: 'running' },
    server,
  )
  const taken = seats.map(seat => ({ ...seat, capacity: capacityId(parts.newId()), negotiation }))
  const capacities = new Map<string, Capacity>()
  for (const { party, ...seat } of taken) if (party !== null) capacities.set(party, { ...seat, party: partyId(party) })
  const idsByKey = await writeProposals(parts, negotiation, capacities)
  await takeStances(parts, negotiation, capacities, idsByKey)
  await shelveRendering(parts)
  // The ways in come last: without them a specimen half laid is not found, and the next start lays a new one.
  for (const { capacity, ...seat } of taken) await parts.gate.admit(seat, capacity)
  return negotiation
}

/** What the specimen carries on stands on the shelf, called by what it is. There already, from a start that was cut off, it stays. */
async function shelveRendering({ shelf }: ServerParts): Promise<void> {
  const document = readText(declaration2019)
  if ('refused' in document) throw new Error(`the rendering cannot be read: ${document.refused}`)
  const title = '2019 Ministerial Declaration (abridged rendering in our own words, not the official text)'
  const described = { title, symbol: null, year: 2019, published: null, isAgreed: false }
  await shelf.add({ ...described, document }, { by: 'Adref', isRendering: true })
}

async function writeProposals(
  { rooms, newId }: ServerParts,
  negotiation: NegotiationId,
  capacities: ReadonlyMap<string, Capacity>,
): Promise<ReadonlyMap<string, ProposalId>> {
  const table = await rooms.table(negotiation)
  const desks = new Map<string, { readonly desk: SpecimenDesk; readonly lease: Lease<DeskRoom> }>()
  const idsByKey = new Map<string, ProposalId>()
  const groups = new Map<string, string>()
  const places = specimenPlaces(table.room.table)
  for (const proposal of specimenProposals) {
    const { party, key } = proposal
    const member = memberOf(capacities.get(party))
    const lease = desks.get(party)?.lease ?? (await rooms.desk(negotiation, partyId(party)))
    const send = (update: Uint8Array) => void lease.room.receive(member, { is: 'update', update })
    const desk = desks.get(party)?.desk ?? new SpecimenDesk(table.room.table, partyId(party), newId, send)
    desks.set(party, { desk, lease })
    const address = proposal.kind === 'words' ? proposal.at : proposal.after
    const named = proposal.kind === 'words' ? proposal.group : undefined
    if (named !== undefined && !groups.has(named)) groups.set(named, newId())
    const group = named === undefined ? null : (groups.get(named) ?? null)
    idsByKey.set(key, desk.write(proposal, hostAt(address, places, idsByKey), group))
    await lease.room.mirrorNow()
  }
  for (const { lease } of desks.values()) lease.release()
  table.release()
  return idsByKey
}

async function takeStances(
  { rooms, newId, log }: ServerParts,
  negotiation: NegotiationId,
  capacities: ReadonlyMap<string, Capacity>,
  idsByKey: ReadonlyMap<string, ProposalId>,
): Promise<void> {
  const { room, release } = await rooms.table(negotiation)
  for (const { on: key, party, kind, reason = null } of specimenStances) {
    const on = idsByKey.get(key)
    const proposal = on === undefined ? null : room.table.proposal(on)
    const capacity = capacities.get(party)
    if (proposal === null || capacity === undefined) throw new Error(`the specimen's proposal ${key} was not tabled`)
    const { text: words } = readWords(proposal.text)
    const answer = await rooms.act(newId(), { act: 'stance', on: proposal.id, kind, words, reason }, capacity)
    if (isRefusal(answer)) log.warn({ key, party, why: answer.refused }, 'a stance of the specimen was refused')
  }
  release()
}

/** Somebody at a desk who needs to be told nothing. */
function memberOf(capacity: Capacity | undefined): Member {
  if (capacity === undefined) throw new Error('a party of the specimen without its seat')
  return { capacity, send: () => {}, close: () => {} }
}

/** The parties whose ways in are printed when the server starts; the others are in the store all the same. */
export const printedParties: readonly PartyId[] = ['facilitator', 'secretariat', 'eu', 'us', 'g77'].map(partyId)
