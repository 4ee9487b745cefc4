import { StorageError } from './StorageError.ts'

/** What the queue asks of a database. All of it is synchronous: a commit blocks until the disk has it. */
export interface Transaction {
  begin(): void
  /** Makes everything since begin() durable, or throws. */
  commit(): void
  /** Undoes everything since begin(); does nothing when no transaction is open. */
  rollback(): void
  /** Does `write` wholly or not at all: when it throws, its own changes are undone and the error is thrown on. */
  attempt<T>(write: () => T): T
  /** False once the database has given the whole transaction up, as SQLite does by itself on a full disk. */
  readonly isOpen: boolean
}

/** Time, as the queue needs it. `now` in milliseconds, never going back. `after` a delay of 0 means: as soon as the loop is free. */
export interface CommitTimer {
  now(): number
  after(delayMs: number, run: () => void): void
}

export const processTimer: CommitTimer = {
  now: () => performance.now(),
  after: (delayMs, run) => {
    if (delayMs > 0) setTimeout(run, delayMs)
    else setImmediate(run)
  },
}

interface Member {
  readonly write: () => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

// A commit costs one wait for the disk however much is in it. The first write after a quiet spell goes as soon as the event
// loop is free; after that the queue rests between commits, for at least this long (nobody notices 5 ms) …
const REST_MS = 5
// … and for as long as the last commit took, so that a slow disk takes at most half of the event loop.

// What waits is bounded: a batch this large is committed at once, in the turn that fills it, which slows the writer down.
const BATCH_MEMBERS = 1_000
const BATCH_BYTES = 8 * 1024 * 1024

/**
 * Group commit: what arrives within a few milliseconds becomes one transaction. Each member's promise settles after the
 * commit. A member that throws is rejected alone; when begin or commit fails, or the database gives the transaction up,
 * exactly the members of that batch are rejected, and later batches go on. Order is kept throughout.
 */
export class CommitQueue {
  readonly #transaction: Transaction
  readonly #timer: CommitTimer
  readonly #restMs: number
  #waiting: Member[] = []
  #waitingBytes = 0
  #isScheduled = false
  #isClosed = false
  #restUntilMs = 0

  constructor(transaction: Transaction, timer: CommitTimer = processTimer, restMs = REST_MS) {
    this.#transaction = transaction
    this.#timer = timer
    this.#restMs = restMs
  }

  /**
   * Has `write` done within the next transaction; resolves to what it returned once that is durable. `bytes` is about what
   * the member holds in memory while it waits. `write` must be synchronous and must not add to the queue.
   */
  add<T>(bytes: number, write: () => T): Promise<T> {
    if (this.#isClosed)
      return Promise.reject(new StorageError('closed', 'The store is closed; nothing more can be kept.'))
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined
      this.#waiting.push({
        write: () => {
          result = { value: write() }
        },
        resolve: () => {
          if (result === undefined) throw new Error('A member of a batch was acknowledged without having been written.')
          resolve(result.value)
        },
        reject,
      })
      this.#waitingBytes += bytes
      if (this.#waiting.length >= BATCH_MEMBERS || this.#waitingBytes >= BATCH_BYTES) this.flush()
      else this.#schedule()
    })
  }

  /** Commits what is waiting now, at once. */
  flush(): void {
    const batch = this.#waiting
    if (batch.length === 0) return
    this.#waiting = []
    this.#waitingBytes = 0
    const startedMs = this.#timer.now()
    this.#settle(batch)
    const endedMs = this.#timer.now()
    this.#restUntilMs = endedMs + (this.#restMs === 0 ? 0 : Math.max(this.#restMs, endedMs - startedMs))
  }

  /** Commits what is waiting; whatever is added later is rejected. */
  close(): void {
    this.#isClosed = true
    this.flush()
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#timer.after(Math.max(0, this.#restUntilMs - this.#timer.now()), () => {
      this.#isScheduled = false
      this.flush()
    })
  }

  #settle(batch: readonly Member[]): void {
    const settlements: (() => void)[] = []
    try {
      this.#transaction.begin()
      for (const member of batch) settlements.push(this.#write(member))
      this.#transaction.commit()
    } catch (error) {
      this.#transaction.rollback()
      const failure = asStorageError(error)
      for (const member of batch) member.reject(failure)
      return
    }
    for (const settle of settlements) settle()
  }

  #write(member: Member): () => void {
    try {
      this.#transaction.attempt(member.write)
      return member.resolve
    } catch (error) {
      // Without its transaction, what follows would be committed write by write, and what came before is already undone.
      if (!this.#transaction.isOpen) throw error
      return () => member.reject(asStorageError(error))
    }
  }
}

function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new StorageError('failed', `This could not be kept: ${reason}.`, error)
}
