import * as Y from 'yjs'
import type { Close } from '../../shared/protocol/closes.ts'
import { awarenessFrame, updateFrame } from '../connection/frames.ts'
import type { Member } from './Member.ts'
import type { Presence } from './Presence.ts'

// Well within the 30 seconds after which a client forgets a state it has not heard of again.
const RENEWAL_MS = 10_000

/**
 * The members of a room and what they are all told. What comes up within one turn of the event loop is merged, encoded once, and
 * given to everybody as the same bytes.
 */
export class Hub {
  readonly presence: Presence
  readonly #members = new Set<Member>()
  readonly #renewal: NodeJS.Timeout
  #updates: { readonly update: Uint8Array; readonly from: Member | null }[] = []
  #flush: NodeJS.Immediate | null = null

  constructor(presence: Presence) {
    this.presence = presence
    this.#renewal = setInterval(() => this.#send(presence.takeRenewal()), RENEWAL_MS)
    this.#renewal.unref()
  }

  join(member: Member): void {
    this.#members.add(member)
    member.send(awarenessFrame(this.presence.everything()))
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    this.presence.leave(member)
    this.soon()
  }

  /** Tells everybody of a change of the document; whoever it came from has it already. */
  tell(update: Uint8Array, from: Member | null): void {
    this.#updates.push({ update, from })
    this.soon()
  }

  /** Sends what has come up, presence too, when this turn of the event loop ends. */
  soon(): void {
    this.#flush ??= setImmediate(() => {
      this.#flush = null
      this.#sendUpdates()
      this.#send(this.presence.takeChanges())
    })
  }

  /** Closes everybody's connection; they leave by themselves when it is closed. */
  closeAll(close: Close): void {
    for (const member of this.#members) member.close(close)
  }

  destroy(): void {
    clearInterval(this.#renewal)
    if (this.#flush !== null) clearImmediate(this.#flush)
    this.#members.clear()
  }

  #sendUpdates(): void {
    const updates = this.#updates
    const first = updates[0]
    if (first === undefined) return
    this.#updates = []
    const update = updates.length === 1 ? first.update : Y.mergeUpdates(updates.map(one => one.update))
    const author = updates.every(({ from }) => from === first.from) ? first.from : null
    const frame = updateFrame(update)
    for (const member of this.#members) if (member !== author) member.send(frame)
  }

  #send(entries: ReturnType<Presence['everything']>): void {
    if (entries.length === 0) return
    const frame = awarenessFrame(entries)
    for (const member of this.#members) member.send(frame)
  }
}
