import type { Act } from '../../shared/acts/Act.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/acts/Refusal.ts'
import type { ActDone } from '../../shared/protocol/ActAnswer.ts'
import { type NegotiationId, negotiationId, type PartyId, partyId } from '../../shared/table/ids.ts'
import type { Capacity } from '../gate/Capacity.ts'
import { DeskRoom } from './DeskRoom.ts'
import { Keeper, type Lease } from './Keeper.ts'
import type { RoomParts } from './RoomParts.ts'
import { TableRoom } from './TableRoom.ts'

// An act may name what was typed just before, which travels by the socket; beyond this the connection is in trouble.
const DESK_WAIT_MS = 5_000

/** The rooms of all negotiations: a table each, and a desk for each party. */
export class Rooms {
  readonly #tables: Keeper<TableRoom>
  readonly #desks: Keeper<DeskRoom>

  constructor(parts: Omit<RoomParts, 'forget'>) {
    this.#tables = new Keeper((name, forget) => new TableRoom({ ...parts, forget }, negotiationId(name)))
    this.#desks = new Keeper((name, forget) => {
      const [negotiation = '', party = ''] = name.split('/')
      const mirror = (room: DeskRoom, actor: Parameters<TableRoom['mirror']>[1]) =>
        this.#tables.use(negotiation, table => table.mirror(room.desk, actor))
      return new DeskRoom({ ...parts, forget }, negotiationId(negotiation), partyId(party), mirror)
    })
  }

  table(negotiation: NegotiationId): Promise<Lease<TableRoom>> {
    return this.#tables.acquire(negotiation)
  }

  desk(negotiation: NegotiationId, party: PartyId): Promise<Lease<DeskRoom>> {
    return this.#desks.acquire(deskName(negotiation, party))
  }

  /** Does an act in somebody's capacity, with their desk at hand. Rejects when it could not be made durable: it was not done. */
  async act(key: string, act: Act, capacity: Capacity): Promise<ActDone | Refusal> {
    const { negotiation, party } = capacity
    const perform = (desk: DeskRoom | null) =>
      this.#tables.use(negotiation, table => table.act(key, act, capacity, desk?.desk ?? null))
    const answer =
      party === null
        ? await perform(null)
        : await this.#desks.use(deskName(negotiation, party), async desk => {
            if (act.act === 'table' && act.state !== undefined && !(await desk.reaches(act.state, DESK_WAIT_MS)))
              return refuse(
                'moved on',
                'What you typed has not reached the server yet. Wait until it is saved, then look again.',
              )
            return perform(desk)
          })
    if (act.act === 'tabling' && act.tabling === 'as typed' && !isRefusal(answer)) await this.#mirrorAll(negotiation)
    return answer
  }

  async close(): Promise<void> {
    // Desks first: closing one may still write to its table.
    await this.#desks.closeAll()
    await this.#tables.closeAll()
  }

  /** When tabling becomes `as typed`, what stood on the desks is tabled at once. */
  async #mirrorAll(negotiation: NegotiationId): Promise<void> {
    const parties = await this.#tables.use(negotiation, async ({ table }) => table.parties())
    for (const { id } of parties) await this.#desks.use(deskName(negotiation, id), desk => desk.mirrorNow())
  }
}

const deskName = (negotiation: NegotiationId, party: PartyId) => `${negotiation}/${party}`
