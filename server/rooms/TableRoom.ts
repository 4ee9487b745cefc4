import * as Y from 'yjs'
import type { Act } from '../../shared/acts/Act.ts'
import type { Actor } from '../../shared/acts/Actor.ts'
import { applyWrites } from '../../shared/acts/applyWrites.ts'
import { mirrorDesk } from '../../shared/acts/mirrorDesk.ts'
import type { Performed } from '../../shared/acts/Performed.ts'
import { perform } from '../../shared/acts/perform.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/acts/Refusal.ts'
import type { Desk } from '../../shared/desk/Desk.ts'
import type { ActDone } from '../../shared/protocol/ActAnswer.ts'
import { closes } from '../../shared/protocol/closes.ts'
import type { NegotiationId } from '../../shared/table/ids.ts'
import { Table } from '../../shared/table/Table.ts'
import type { ClientMessage } from '../connection/frames.ts'
import { stateFrame } from '../connection/frames.ts'
import { hashEntry } from '../record/hashEntry.ts'
import type { StoredEntry } from '../storage/Store.ts'
import { Hub } from './Hub.ts'
import { loadTable } from './loadTable.ts'
import { goOn, type Member, type Received } from './Member.ts'
import { outcomeOf, readOutcome } from './outcome.ts'
import { Presence } from './Presence.ts'
import type { RoomParts } from './RoomParts.ts'
import { ServerWord } from './ServerWord.ts'
import { StateCache } from './StateCache.ts'

/** Acts between two snapshots: replaying so many takes some tens of milliseconds. */
const ACTS_PER_SNAPSHOT = 500

// The place on the record is told to everybody by awareness, which each client echoes: not for each act of a busy room.
const TELL_HEAD_AFTER_MS = 150

/**
 * The table of one negotiation while somebody is there. Acts are performed one after another on the document; each is on the disk
 * before it is answered or shown to anybody. Several may be on their way to the disk at once: when one is not kept, the room has
 * failed, answers nobody any more, and is read again from storage.
 */
export class TableRoom {
  readonly table: Table
  readonly #parts: RoomParts
  readonly #negotiation: NegotiationId
  readonly #hub: Hub
  readonly #word: ServerWord
  readonly #states: StateCache
  readonly #underWay = new Map<string, { readonly act: string; readonly answer: Promise<ActDone | Refusal> }>()
  /** Resolves when everything performed so far is durable; rejects when it will not be. */
  #durable: Promise<void> = Promise.resolve()
  #sequence: number
  #head: string
  #snapshotAt: number
  #hasFailed = false

  /** Reads the table from storage. Throws when the record does not verify: nothing may be added to such a record. */
  constructor(parts: RoomParts, negotiation: NegotiationId) {
    this.#parts = parts
    this.#negotiation = negotiation
    const doc = new Y.Doc()
    this.table = new Table(doc)
    const { sequence, head, snapshotAt } = loadTable(parts.store, negotiation, doc)
    this.#sequence = sequence
    this.#head = head
    this.#snapshotAt = snapshotAt
    this.#hub = new Hub(new Presence(doc.clientID, ({ capacity: { party, role } }) => JSON.stringify({ party, role })))
    this.#states = new StateCache(doc)
    const { epoch } = parts.store
    this.#word = new ServerWord(this.#hub, TELL_HEAD_AFTER_MS, { epoch, sequence, head })
  }

  join(member: Member): void {
    if (this.#hasFailed) {
      member.close(closes.notKept)
      return
    }
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
        // Only the server writes the table. Not an error: y-websocket answers and echoes whatever it has.
        return goOn
      case 'awareness':
        this.#hub.presence.receive(member, message.entries)
        this.#hub.soon()
        return goOn
      case 'awareness wanted':
        return goOn
      default:
        throw new Error(`unknown message ${message satisfies never}`)
    }
  }

  /**
   * Does an act, or refuses it. The same key of the same capacity with the same act gets the same answer again, also after a
   * restart; refusals change nothing and are not kept. Rejects when the act could not be made durable: it was not done.
   */
  async act(key: string, act: Act, actor: Actor, desk: Desk | null): Promise<ActDone | Refusal> {
    const asked = JSON.stringify(act.act === 'table' ? { ...act, state: undefined } : act)
    const name = JSON.stringify([actor.capacity, key])
    const before = this.#underWay.get(name) ?? this.#answered(actor, key)
    if (before !== null)
      return before.act === asked
        ? before.answer
        : refuse('impossible', 'Another act was already done under this key. Every act has its own.')
    const performed = perform(this.table, act, actor, desk, this.#tools())
    if (isRefusal(performed)) return performed
    const answer = this.record(performed, asked, actor, key)
    this.#underWay.set(name, { act: asked, answer })
    try {
      return await answer
    } finally {
      this.#underWay.delete(name)
    }
  }

  /** Where tabling is `as typed`: makes the table say what a desk says. Null when there was nothing to write. */
  async mirror(desk: Desk, actor: Actor): Promise<ActDone | null> {
    if (this.table.procedure().tabling !== 'as typed') return null
    const performed = mirrorDesk(this.table, desk, actor, this.#tools())
    return performed === null ? null : this.record(performed, JSON.stringify({ act: 'as typed' }), actor, '')
  }

  /** Writes to the table and to the record at once; resolves when that is durable and is being shown. `act` is JSON. */
  async record(performed: Performed, act: string, actor: Actor, key: string): Promise<ActDone> {
    if (this.#hasFailed) throw new Error('This room has failed and is being read again.')
    const update = this.#write(performed)
    const { person, party, capacity } = actor
    const sequence = this.#sequence + 1
    const outcome = outcomeOf({ ids: performed.ids, sequence })
    const chained = {
      seq: sequence,
      at: this.#parts.now(),
      person,
      party,
      capacity,
      key,
      act,
      outcome,
      update,
      previousHash: this.#head,
    }
    const entry: StoredEntry = { ...chained, hash: hashEntry(chained) }
    this.#sequence = sequence
    this.#head = entry.hash
    await this.#keep(entry)
    if (update.length > 0) this.#hub.tell(update, null)
    this.#word.tell({ epoch: this.#parts.store.epoch, sequence, head: entry.hash })
    this.#snapshotWhenDue()
    return { done: true, ids: [...performed.ids], sequence, head: entry.hash }
  }

  /** Waits until all is kept, keeps a snapshot, and lets go of everything. */
  async close(): Promise<void> {
    this.#hub.closeAll(this.#hasFailed ? closes.notKept : closes.closing)
    try {
      await this.#durable
      if (!this.#hasFailed && this.#sequence > this.#snapshotAt) await this.#snapshot()
    } catch (error) {
      this.#parts.log.warn({ negotiation: this.#negotiation, error }, 'a table was closed without a snapshot')
    }
    this.#word.close()
    this.#hub.destroy()
    this.table.destroy()
    this.table.doc.destroy()
  }

  #tools() {
    return { now: this.#parts.now(), newId: this.#parts.newId }
  }

  #answered(actor: Actor, key: string) {
    const outcome = readOutcome(this.#parts.store, this.#negotiation, actor.capacity, key)
    return outcome === null ? null : { act: outcome.act, answer: Promise.resolve(outcome.done) }
  }

  #write({ writes }: Performed): Uint8Array {
    let update: Uint8Array = new Uint8Array()
    const take = (made: Uint8Array) => {
      update = made
    }
    const { doc } = this.table
    doc.on('update', take)
    try {
      applyWrites(this.table, writes)
    } catch (error) {
      // Half of it may be written already: this copy is good for nothing any more.
      this.#fail(error)
      throw error
    } finally {
      doc.off('update', take)
    }
    return update
  }

  async #keep(entry: StoredEntry): Promise<void> {
    const appended = this.#parts.store.appendRecord(this.#negotiation, entry)
    // One behind the other, so that answers come in the order of the record.
    const durable = Promise.all([this.#durable, appended]).then(() => {})
    durable.catch(() => {})
    this.#durable = durable
    try {
      await durable
    } catch (error) {
      this.#fail(error)
      throw error
    }
  }

  #fail(error: unknown): void {
    if (this.#hasFailed) return
    this.#hasFailed = true
    this.#parts.log.error({ negotiation: this.#negotiation, error }, 'an act was not kept; the table is read again')
    this.#hub.closeAll(closes.notKept)
    this.#parts.forget()
  }

  /** The document may hold acts that are on their way to the disk: the state is shown once they have arrived. */
  #sendState(member: Member, stateVector: Uint8Array): void {
    const state = this.#states.beyond(stateVector)
    this.#durable.then(
      () => member.send(stateFrame(state)),
      () => member.close(closes.notKept),
    )
  }

  #snapshotWhenDue(): void {
    if (this.#sequence - this.#snapshotAt < ACTS_PER_SNAPSHOT) return
    this.#snapshot().catch(error =>
      this.#parts.log.warn({ negotiation: this.#negotiation, error }, 'a snapshot of the table was not kept'),
    )
  }

  /** The store writes in the order asked, and refuses a snapshot of an act that was not kept. */
  #snapshot(): Promise<void> {
    this.#snapshotAt = this.#sequence
    return this.#parts.store.saveTableSnapshot(this.#negotiation, this.#sequence, Y.encodeStateAsUpdate(this.table.doc))
  }
}
