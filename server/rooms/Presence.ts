import type { AwarenessEntry } from '../connection/frames.ts'
import type { Member } from './Member.ts'

/** What a room shows of a client, from what the client says of itself: JSON, or null when it is not shown at all. */
export type Stamp = (member: Member, said: string) => string | null

interface Shown {
  readonly entry: AwarenessEntry
  readonly member: Member
}

const left = 'null'

// Ids of clients that left are remembered, so that a late echo of one (y-websocket echoes what it hears) gives it to nobody else.
const MAX_REMEMBERED = 2_000

/**
 * Who is here, as awareness states. A connection speaks for one awareness client id, the first it names; what it says of others,
 * as y-websocket does when it echoes, is passed over. Identity is the server's word (`stamp`).
 */
export class Presence {
  readonly #stamp: Stamp
  readonly #server: number
  readonly #shown = new Map<number, Shown>()
  readonly #clientByMember = new Map<Member, number>()
  readonly #left = new Map<number, { readonly capacity: string; readonly clock: number }>()
  readonly #changed = new Map<number, AwarenessEntry>()
  #serverEntry: AwarenessEntry
  #renewed = false

  constructor(server: number, stamp: Stamp) {
    this.#server = server
    this.#stamp = stamp
    this.#serverEntry = { client: server, clock: 0, state: '{}' }
  }

  /** The server's own state in this room. */
  setServer(state: object): void {
    this.#serverEntry = { client: this.#server, clock: this.#serverEntry.clock + 1, state: JSON.stringify(state) }
    this.#changed.set(this.#server, this.#serverEntry)
  }

  /** Takes in what a client says; false when it cannot be shown and the connection should be closed. */
  receive(member: Member, entries: readonly AwarenessEntry[]): boolean {
    for (const said of entries) {
      if (!this.#speaksFor(member, said)) continue
      const before = this.#shown.get(said.client)?.entry
      const clock = this.#clockOf(said, before)
      if (said.state === left) {
        this.#remove(said.client, clock)
        continue
      }
      const state = this.#stamp(member, said.state)
      if (state === null) return false
      const entry = { client: said.client, clock, state }
      this.#shown.set(said.client, { entry, member })
      this.#clientByMember.set(member, said.client)
      if (before === undefined || before.state !== state) this.#changed.set(said.client, entry)
      else this.#renewed ||= before.clock !== clock
    }
    return true
  }

  leave(member: Member): void {
    const client = this.#clientByMember.get(member)
    this.#clientByMember.delete(member)
    const shown = client === undefined ? undefined : this.#shown.get(client)
    if (client === undefined || shown?.member !== member) return
    // A client takes an entry that says it is gone at the clock it knows.
    this.#remove(client, shown.entry.clock)
  }

  /** Everybody here, for one who comes. */
  everything(): readonly AwarenessEntry[] {
    return [this.#serverEntry, ...[...this.#shown.values()].map(({ entry }) => entry)]
  }

  /** What has changed since this was last asked. */
  takeChanges(): readonly AwarenessEntry[] {
    const changes = [...this.#changed.values()]
    this.#changed.clear()
    return changes
  }

  /** What to send again now and then: a client forgets states it has not heard of for 30 seconds. */
  takeRenewal(): readonly AwarenessEntry[] {
    this.#serverEntry = { ...this.#serverEntry, clock: this.#serverEntry.clock + 1 }
    if (!this.#renewed) return [this.#serverEntry]
    this.#renewed = false
    return this.everything()
  }

  /**
   * The clock under which a state is shown. The others take no state at clock 0, where a program begins that never says anything,
   * and none below one they know, where a device begins again that keeps its client id. (Who said it hears it back, and goes on
   * from that clock.)
   */
  #clockOf({ client, clock }: AwarenessEntry, before: AwarenessEntry | undefined): number {
    if (before !== undefined) return clock >= before.clock ? clock : before.clock + 1
    return Math.max(1, clock, (this.#left.get(client)?.clock ?? 0) + 1)
  }

  #remove(client: number, clock: number): void {
    const shown = this.#shown.get(client)
    if (shown === undefined) return
    this.#shown.delete(client)
    this.#left.set(client, { capacity: shown.member.capacity.capacity, clock })
    const oldest = this.#left.keys().next().value
    if (this.#left.size > MAX_REMEMBERED && oldest !== undefined) this.#left.delete(oldest)
    this.#changed.set(client, { client, clock, state: left })
  }

  #speaksFor(member: Member, { client, state }: AwarenessEntry): boolean {
    const own = this.#clientByMember.get(member)
    const shown = this.#shown.get(client)?.member
    if (own !== undefined) return own === client && (shown === undefined || shown === member)
    if (client === this.#server || state === left) return false
    // A connection that comes back, while its old one is not yet known to be dead, takes its id over; nobody else does.
    const { capacity } = member.capacity
    const holder = shown?.capacity.capacity ?? this.#left.get(client)?.capacity
    return holder === undefined || holder === capacity
  }
}
