import type { Hub } from './Hub.ts'

/**
 * What the server itself says in a room, as its awareness state. Each client echoes what it hears of awareness, so what changes
 * all the time is told once in a while, and to whoever comes.
 */
export class ServerWord {
  readonly #hub: Hub
  readonly #afterMs: number
  #said: object
  #timer: NodeJS.Timeout | null = null

  /** `afterMs`: how long a change may wait for the next ones. */
  constructor(hub: Hub, afterMs: number, said: object) {
    this.#hub = hub
    this.#afterMs = afterMs
    this.#said = said
    this.show()
  }

  tell(said: object): void {
    this.#said = said
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.show()
      this.#hub.soon()
    }, this.#afterMs)
  }

  /** Puts what is said now into the presence of the room, for somebody who comes. */
  show(): void {
    this.#hub.presence.setServer({ server: this.#said })
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}
