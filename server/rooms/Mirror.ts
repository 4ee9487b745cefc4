import type { Actor } from '../../shared/acts/Actor.ts'
import type { Log } from '../ServerParts.ts'

// Keys come in bursts: within this time they go to the table together. The promise is 100 ms from key to table.
const BURST_MS = 30

// The table is being read again from storage, or the disk is in trouble.
const RETRY_MS = 1_000

/** Brings what a desk says to the table, where tabling is `as typed`: soon after each change, many keys at once. */
export class Mirror {
  readonly #write: (actor: Actor) => Promise<unknown>
  readonly #log: Log
  #actor: Actor
  #timer: NodeJS.Timeout | null = null
  #isClosing = false
  #writing: Promise<void> = Promise.resolve()

  /** `actor` is in whose name is written what nobody has touched since the room was opened. */
  constructor(write: (actor: Actor) => Promise<unknown>, actor: Actor, log: Log) {
    this.#write = write
    this.#actor = actor
    this.#log = log
  }

  /** The desk has changed; `actor` is who wrote. */
  soon(actor: Actor): void {
    this.#actor = actor
    this.#timer ??= setTimeout(() => void this.now(), BURST_MS)
  }

  /** Writes what there is; resolves when it is on the table, or could not be written and will be tried again. */
  now(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    // One at a time, or two would write the same words twice.
    this.#writing = this.#writing.then(async () => {
      try {
        await this.#write(this.#actor)
      } catch (error) {
        this.#log.warn({ party: this.#actor.party, error }, 'a desk was not mirrored to the table')
        if (!this.#isClosing) this.#timer ??= setTimeout(() => void this.now(), RETRY_MS)
      }
    })
    return this.#writing
  }

  /** Writes what is still waiting. */
  async close(): Promise<void> {
    this.#isClosing = true
    if (this.#timer !== null) await this.now()
    else await this.#writing
  }
}
