import * as Y from 'yjs'
import type { Actor } from '../../shared/acts/Actor.ts'
import { Desk } from '../../shared/desk/Desk.ts'
import { closes } from '../../shared/protocol/closes.ts'
import { deletedLength } from '../../shared/protocol/deletedLength.ts'
import { capacityId, type NegotiationId, type PartyId } from '../../shared/table/ids.ts'
import type { Role } from '../../shared/table/Party.ts'
import { type ClientMessage, deniedFrame, stateFrame, stateWantedFrame } from '../connection/frames.ts'
import { Allowance } from './Allowance.ts'
import { checkDeskUpdate } from './deskGuard.ts'
import { Hub } from './Hub.ts'
import { goOn, type Member, type Received } from './Member.ts'
import { Mirror } from './Mirror.ts'
import { Presence } from './Presence.ts'
import type { RoomParts } from './RoomParts.ts'
import { stampDeskHere } from './stampDeskHere.ts'

/** Updates kept one by one before they are put together: reading so many takes a few milliseconds. */
const UPDATES_PER_SNAPSHOT = 500

// What is saved is told by awareness, which each client echoes: not for each key.
const TELL_SAVED_AFTER_MS = 40

/** What of a desk is durable: its state vector (base64), and how many units are deleted, which a state vector does not show. */
interface Saved {
  readonly saved: string
  readonly deleted: number
}

/**
 * One party's desk while somebody is there. What its people write is guarded, applied, made durable, and only then shown to the
 * others and said to be saved. When something could not be kept, the room has failed and is read again from storage.
 */
export class DeskRoom {
  readonly desk: Desk
  readonly #parts: RoomParts
  readonly #negotiation: NegotiationId
  readonly #party: PartyId
  readonly #hub: Hub
  readonly #mirror: Mirror
  readonly #allowance: Allowance
  readonly #waiting = new Set<() => void>()
  #durable: Promise<void> = Promise.resolve()
  #deleted = 0
  #lastUpdate: number
  #sinceSnapshot: number
  #hasFailed = false
  #telling: NodeJS.Timeout | null = null
  #saved: Saved

  constructor(
    parts: RoomParts,
    negotiation: NegotiationId,
    party: PartyId,
    mirror: (room: DeskRoom, actor: Actor) => Promise<unknown>,
  ) {
    this.#parts = parts
    this.#negotiation = negotiation
    this.#party = party
    const doc = new Y.Doc()
    doc.getMap('notes')
    this.desk = new Desk(doc)
    const { snapshot, updates, upTo } = parts.store.readDesk(negotiation, party)
    doc.on('afterTransaction', ({ deleteSet }) => {
      for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) this.#deleted += len
    })
    doc.transact(() => {
      if (snapshot !== null) Y.applyUpdate(doc, snapshot)
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    this.#deleted = deletedLength(doc)
    this.#lastUpdate = upTo
    this.#sinceSnapshot = updates.length
    this.#allowance = new Allowance(() => performance.now())
    this.#hub = new Hub(new Presence(doc.clientID, stampDeskHere))
    this.#saved = this.#state()
    this.#showSaved()
    this.#mirror = new Mirror(actor => mirror(this, actor), actorOfDesk(party), parts.log)
    // The server may have ended between keeping a change of the desk and writing it to the table.
    if (upTo > 0) this.#mirror.soon(actorOfDesk(party))
  }

  join(member: Member): void {
    if (this.#hasFailed) {
      member.close(closes.notKept)
      return
    }
    member.send(stateWantedFrame(Y.encodeStateVector(this.desk.doc)))
    this.#showSaved()
    this.#hub.join(member)
  }

  leave(member: Member): void {
    this.#hub.leave(member)
  }

  receive(member: Member, message: ClientMessage): Received {
    switch (message.is) {
      case 'state wanted':
        this.#sendState(member, message.stateVector)
        return goOn
      case 'update':
        return this.#hasFailed ? goOn : this.#update(member, message.update)
      case 'awareness':
        if (!this.#hub.presence.receive(member, message.entries)) return { next: 'close', close: closes.malformed }
        this.#hub.soon()
        return goOn
      case 'awareness wanted':
        return goOn
      default:
        throw new Error(`unknown message ${message satisfies never}`)
    }
  }

  /** Whether the desk has, or gets within `withinMs`, everything of this state vector (base64). */
  reaches(stateVector: string, withinMs: number): Promise<boolean> {
    const wanted = readStateVector(stateVector)
    if (wanted === null) return Promise.resolve(false)
    const { store } = this.desk.doc
    const isThere = () => [...wanted].every(([client, clock]) => Y.getState(store, client) >= clock)
    if (isThere()) return Promise.resolve(true)
    return new Promise(resolve => {
      const end = (reached: boolean) => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve(reached)
      }
      const look = () => {
        if (isThere()) end(true)
      }
      const timer = setTimeout(() => end(false), withinMs)
      this.#waiting.add(look)
    })
  }

  /** Brings the desk to the table at once, where tabling is as typed. */
  mirrorNow(): Promise<void> {
    return this.#mirror.now()
  }

  /** Waits until all is kept and on the table, puts the updates together, and lets go of everything. */
  async close(): Promise<void> {
    this.#hub.closeAll(this.#hasFailed ? closes.notKept : closes.closing)
    try {
      await this.#durable
      await this.#mirror.close()
      if (this.#sinceSnapshot > 0) await this.#snapshot()
    } catch (error) {
      this.#parts.log.warn({ negotiation: this.#negotiation, party: this.#party, error }, 'a desk was closed as it was')
    }
    if (this.#telling !== null) clearTimeout(this.#telling)
    this.#hub.destroy()
    this.desk.destroy()
    this.desk.doc.destroy()
  }

  #update(member: Member, update: Uint8Array): Received {
    const ms = this.#allowance.owedMs()
    if (ms > 0) return { next: 'later', ms }
    const startedAt = performance.now()
    const checked = checkDeskUpdate(this.desk.doc, update, this.#deleted)
    if ('refused' in checked) {
      this.#allowance.spend({ ms: performance.now() - startedAt, structs: 0, characters: 0 })
      const { negotiation, capacity } = member.capacity
      this.#parts.log.warn({ negotiation, capacity, why: checked.refused }, 'an update of a desk was refused')
      member.send(deniedFrame(checked.refused))
      return { next: 'close', close: closes.refused, detail: checked.refused }
    }
    if (checked.isNew) this.#write(member, update)
    this.#allowance.spend({ ms: performance.now() - startedAt, ...checked.cost })
    return goOn
  }

  #write(member: Member, update: Uint8Array): void {
    const { doc } = this.desk
    let fresh: Uint8Array | null = null
    const take = (made: Uint8Array) => {
      fresh = made
    }
    doc.on('update', take)
    try {
      Y.applyUpdate(doc, update, member)
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('the guard let a gap pass')
    } catch (error) {
      this.#fail(error)
      return
    } finally {
      doc.off('update', take)
    }
    for (const look of [...this.#waiting]) look()
    if (fresh === null) return
    void this.#keep(fresh, member)
    this.#mirror.soon(member.capacity)
  }

  async #keep(update: Uint8Array, from: Member): Promise<void> {
    const state = this.#state()
    const appended = this.#parts.store.appendDeskUpdate(this.#negotiation, this.#party, update)
    const durable = Promise.all([this.#durable, appended]).then(() => {})
    durable.catch(() => {})
    this.#durable = durable
    try {
      await durable
      this.#lastUpdate = Math.max(this.#lastUpdate, await appended)
    } catch (error) {
      this.#fail(error)
      return
    }
    this.#hub.tell(update, from)
    this.#tellSaved(state)
    this.#sinceSnapshot += 1
    if (this.#sinceSnapshot >= UPDATES_PER_SNAPSHOT)
      this.#snapshot().catch(error =>
        this.#parts.log.warn({ negotiation: this.#negotiation, error }, 'a snapshot of a desk was not kept'),
      )
  }

  #fail(error: unknown): void {
    if (this.#hasFailed) return
    this.#hasFailed = true
    const { log, forget } = this.#parts
    log.error({ negotiation: this.#negotiation, party: this.#party, error }, 'a desk was not kept; it is read again')
    this.#hub.closeAll(closes.notKept)
    forget()
  }

  #sendState(member: Member, stateVector: Uint8Array): void {
    const state = Y.encodeStateAsUpdate(this.desk.doc, stateVector)
    this.#durable.then(
      () => member.send(stateFrame(state)),
      () => member.close(closes.notKept),
    )
  }

  #state(): Saved {
    return { saved: Buffer.from(Y.encodeStateVector(this.desk.doc)).toString('base64'), deleted: this.#deleted }
  }

  #showSaved(): void {
    this.#hub.presence.setServer({ server: { epoch: this.#parts.store.epoch, ...this.#saved } })
  }

  #tellSaved(state: Saved): void {
    this.#saved = state
    this.#telling ??= setTimeout(() => {
      this.#telling = null
      this.#showSaved()
      this.#hub.soon()
    }, TELL_SAVED_AFTER_MS)
  }

  #snapshot(): Promise<void> {
    this.#sinceSnapshot = 0
    const state = Y.encodeStateAsUpdate(this.desk.doc)
    return this.#parts.store.compactDesk(this.#negotiation, this.#party, this.#lastUpdate, state)
  }
}

/** In whose name the server itself brings a desk to the table: its party's, by no capacity. */
function actorOfDesk(party: PartyId): Actor {
  const offices: readonly Role[] = ['facilitator', 'secretariat']
  const role = offices.find(office => office === party) ?? 'delegation'
  return { capacity: capacityId(''), person: '', role, party }
}

// A desk has few client ids; a vector beyond this is no desk's.
const MAX_STATE_VECTOR_BYTES = 150_000

function readStateVector(base64: string): ReadonlyMap<number, number> | null {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length === 0 || bytes.length > MAX_STATE_VECTOR_BYTES) return null
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    return null
  }
}
