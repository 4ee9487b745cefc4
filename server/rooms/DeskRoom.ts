import * as Y from 'yjs'
import type { Actor } from '../../shared/acts/Actor.ts'
import { Desk } from '../../shared/desk/Desk.ts'
import { closes } from '../../shared/protocol/closes.ts'
import { deletedLength } from '../../shared/protocol/deletedLength.ts'
import { capacityId, type NegotiationId, type PartyId } from '../../shared/table/ids.ts'
import type { Role } from '../../shared/table/Party.ts'
import { type ClientMessage, deniedFrame, stateFrame, stateWantedFrame } from '../connection/frames.ts'
import { Allowance } from './Allowance.ts'
import { Arrivals } from './Arrivals.ts'
import { checkDeskUpdate } from './deskGuard.ts'
import { Hub } from './Hub.ts'
import { goOn, type Member, type Received } from './Member.ts'
import { Mirror } from './Mirror.ts'
import { newlyDeletedLength } from './newlyDeletedLength.ts'
import { Presence } from './Presence.ts'
import type { RoomParts } from './RoomParts.ts'
import { ServerWord } from './ServerWord.ts'
import { stampDeskHere } from './stampDeskHere.ts'

/** Updates kept one by one before they are put together: reading so many takes a few milliseconds. */
const UPDATES_PER_SNAPSHOT = 500

// What is saved is told by awareness, which each client echoes: not for each key.
const TELL_SAVED_AFTER_MS = 40

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
  readonly #word: ServerWord
  readonly #arrivals: Arrivals
  readonly #mirror: Mirror
  readonly #allowance: Allowance
  #durable: Promise<void> = Promise.resolve()
  #deleted: number
  #lastUpdate: number
  #sinceSnapshot: number
  #hasFailed = false

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
    doc.transact(() => {
      if (snapshot !== null) Y.applyUpdate(doc, snapshot)
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    this.#deleted = deletedLength(doc)
    doc.on('afterTransaction', transaction => {
      this.#deleted += newlyDeletedLength(transaction)
    })
    this.#lastUpdate = upTo
    this.#sinceSnapshot = updates.length
    this.#allowance = new Allowance(() => performance.now())
    this.#hub = new Hub(new Presence(doc.clientID, stampDeskHere))
    this.#arrivals = new Arrivals(doc)
    this.#word = new ServerWord(this.#hub, TELL_SAVED_AFTER_MS, this.#saved())
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
    this.#word.show()
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
    return this.#arrivals.reach(stateVector, withinMs)
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
    this.#word.close()
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
    if (fresh === null) return
    void this.#keep(fresh, member)
    this.#mirror.soon(member.capacity)
  }

  async #keep(update: Uint8Array, from: Member): Promise<void> {
    const saved = this.#saved()
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
    this.#word.tell(saved)
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

  /**
   * What of the desk is durable once everything so far is: its state vector (base64), and how many units are deleted, which a
   * state vector does not show.
   */
  #saved() {
    const saved = Buffer.from(Y.encodeStateVector(this.desk.doc)).toString('base64')
    return { epoch: this.#parts.store.epoch, saved, deleted: this.#deleted }
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
