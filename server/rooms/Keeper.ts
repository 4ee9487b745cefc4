/** A room that is used for a while: `release` once, when done with it. */
export interface Lease<Room> {
  readonly room: Room
  release(): void
}

interface Kept<Room> {
  readonly room: Promise<Room>
  holders: number
  idle: NodeJS.Timeout | null
}

// Long enough for a page to be loaded again without reading its rooms from the disk.
const IDLE_MS = 60_000

/**
 * Opens rooms when they are wanted and closes them when nobody has for a while. There is one promise per room while it opens,
 * lives or closes: whoever comes while one closes waits until all of it is kept, then opens it anew.
 */
export class Keeper<Room extends { close(): Promise<void> }> {
  readonly #open: (name: string, forget: () => void) => Room
  readonly #idleMs: number
  readonly #kept = new Map<string, Kept<Room>>()
  readonly #closing = new Map<string, Promise<void>>()

  /** `open` is called for a room nobody has open; `forget`, given to it, drops the room when it has failed. */
  constructor(open: (name: string, forget: () => void) => Room, idleMs = IDLE_MS) {
    this.#open = open
    this.#idleMs = idleMs
  }

  /** Rejects with what `open` threw when the room cannot be opened; the next one to come tries again. */
  async acquire(name: string): Promise<Lease<Room>> {
    const kept = this.#kept.get(name) ?? this.#start(name)
    kept.holders += 1
    if (kept.idle !== null) clearTimeout(kept.idle)
    kept.idle = null
    let isHeld = true
    const release = () => {
      if (!isHeld) return
      isHeld = false
      kept.holders -= 1
      if (kept.holders === 0) kept.idle = setTimeout(() => this.#close(name, kept), this.#idleMs)
      kept.idle?.unref()
    }
    try {
      return { room: await kept.room, release }
    } catch (error) {
      if (this.#kept.get(name) === kept) this.#kept.delete(name)
      throw error
    }
  }

  /** Runs something with a room. */
  async use<T>(name: string, what: (room: Room) => Promise<T>): Promise<T> {
    const lease = await this.acquire(name)
    try {
      return await what(lease.room)
    } finally {
      lease.release()
    }
  }

  /** Closes every room; resolves when all is kept. Nothing may be acquired after. */
  async closeAll(): Promise<void> {
    for (const [name, kept] of this.#kept) this.#close(name, kept)
    await Promise.all(this.#closing.values())
  }

  #start(name: string): Kept<Room> {
    const room = (this.#closing.get(name) ?? Promise.resolve()).then(() =>
      this.#open(name, () => this.#close(name, kept)),
    )
    const kept: Kept<Room> = { room, holders: 0, idle: null }
    this.#kept.set(name, kept)
    return kept
  }

  #close(name: string, kept: Kept<Room>): void {
    if (this.#kept.get(name) !== kept) return
    this.#kept.delete(name)
    if (kept.idle !== null) clearTimeout(kept.idle)
    const closed = kept.room
      .then(room => room.close())
      .catch(() => {})
      .finally(() => {
        if (this.#closing.get(name) === closed) this.#closing.delete(name)
      })
    this.#closing.set(name, closed)
  }
}
