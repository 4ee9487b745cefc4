import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { CommitQueue, type CommitTimer, processTimer } from './CommitQueue.ts'
import { FolderLock } from './FolderLock.ts'
import { migrate, readEpoch } from './migrate.ts'
import { SqliteDatabase } from './SqliteDatabase.ts'
import { SqliteDesks } from './SqliteDesks.ts'
import { SqliteRecord } from './SqliteRecord.ts'
import { SqliteRegister } from './SqliteRegister.ts'
import { SqliteShelf } from './SqliteShelf.ts'
import type {
  CapacityChange,
  Store,
  StoredCapacity,
  StoredDesk,
  StoredEntry,
  StoredNegotiation,
  StoredShelfEntry,
  StoredShelfText,
  TableSnapshot,
} from './Store.ts'
import { storeRules } from './storeRules.ts'

interface SqliteStoreOptions {
  readonly timer?: CommitTimer
  /** The least time between two commits, in milliseconds; 0 commits whenever the event loop is free. */
  readonly restMs?: number
}

// What a write holds in memory beside its own bytes and texts, roughly; it only has to bound the queue.
const OVERHEAD_BYTES = 500

/** The store in one SQLite file, written through a group commit: the embedded default. */
export class SqliteStore implements Store {
  readonly epoch: string
  readonly #database: SqliteDatabase
  readonly #lock: FolderLock
  readonly #queue: CommitQueue
  readonly #register: SqliteRegister
  readonly #record: SqliteRecord
  readonly #desks: SqliteDesks
  readonly #shelf: SqliteShelf
  #isClosed = false

  private constructor(database: SqliteDatabase, lock: FolderLock, options: SqliteStoreOptions) {
    this.#database = database
    this.#lock = lock
    this.#queue = new CommitQueue(database, options.timer ?? processTimer, options.restMs)
    this.#register = new SqliteRegister(database)
    this.#record = new SqliteRecord(database)
    this.#desks = new SqliteDesks(database)
    this.#shelf = new SqliteShelf(database)
    this.epoch = readEpoch(database)
  }

  /**
   * Opens the store in this file, making it and its folder (readable by its owner only) when there is none. Returns a refusal
   * to show to whoever started the server: when another process has it open, or when the file is of another kind or a newer
   * version.
   */
  static open(filePath: string, options: SqliteStoreOptions = {}): SqliteStore | { readonly refused: string } {
    let lock: FolderLock | null = null
    let database: SqliteDatabase | null = null
    try {
      const folder = dirname(filePath)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      lock = FolderLock.take(`${filePath}.lock`)
      if (lock === null) {
        return { refused: `Another Adref server is using the data folder ${folder}. End it, or choose another folder.` }
      }
      database = new SqliteDatabase(filePath)
      const refusal = migrate(database)
      if (refusal === null) return new SqliteStore(database, lock, options)
      database.close()
      lock.release()
      return refusal
    } catch (error) {
      database?.close()
      lock?.release()
      const reason = error instanceof Error ? error.message : String(error)
      return { refused: `The store ${filePath} cannot be opened: ${reason}.` }
    }
  }

  appendRecord(negotiation: string, entry: StoredEntry): Promise<void> {
    const bytes = entry.update.length + 2 * (entry.act.length + entry.outcome.length)
    return this.#add(bytes, () => {
      storeRules.storableEntry(entry)
      storeRules.negotiationExists(negotiation, this.#register.hasNegotiation(negotiation))
      this.#record.append(negotiation, entry)
    })
  }

  readRecord(negotiation: string, fromSeq: number): Iterable<StoredEntry> {
    return this.#record.read(negotiation, fromSeq)
  }

  saveTableSnapshot(negotiation: string, seq: number, state: Uint8Array): Promise<void> {
    return this.#add(state.length, () => {
      storeRules.negotiationExists(negotiation, this.#register.hasNegotiation(negotiation))
      this.#record.saveSnapshot(negotiation, seq, state)
    })
  }

  readTableSnapshot(negotiation: string): TableSnapshot | null {
    return this.#record.readSnapshot(negotiation)
  }

  readOutcome(negotiation: string, capacity: string, key: string): string | null {
    return this.#record.readOutcome(negotiation, capacity, key)
  }

  appendDeskUpdate(negotiation: string, party: string, update: Uint8Array): Promise<number> {
    return this.#add(update.length, () => {
      storeRules.storableName(party)
      storeRules.negotiationExists(negotiation, this.#register.hasNegotiation(negotiation))
      return this.#desks.append(negotiation, party, update)
    })
  }

  readDesk(negotiation: string, party: string): StoredDesk {
    return this.#desks.read(negotiation, party)
  }

  compactDesk(negotiation: string, party: string, upTo: number, snapshot: Uint8Array): Promise<void> {
    return this.#add(snapshot.length, () => this.#desks.compact(negotiation, party, upTo, snapshot))
  }

  listDesks(negotiation: string): readonly string[] {
    return this.#desks.list(negotiation)
  }

  createNegotiation(negotiation: StoredNegotiation): Promise<void> {
    return this.#add(0, () => this.#register.createNegotiation(negotiation))
  }

  readNegotiation(id: string): StoredNegotiation | null {
    return this.#register.readNegotiation(id)
  }

  listNegotiations(): readonly StoredNegotiation[] {
    return this.#register.listNegotiations()
  }

  createCapacity(capacity: StoredCapacity): Promise<void> {
    return this.#add(0, () => this.#register.createCapacity(capacity))
  }

  listCapacities(negotiation: string): readonly StoredCapacity[] {
    return this.#register.listCapacities(negotiation)
  }

  readCapacityByTokenHash(tokenHash: string): StoredCapacity | null {
    return this.#register.readCapacityByTokenHash(tokenHash)
  }

  updateCapacity(id: string, change: CapacityChange): Promise<void> {
    return this.#add(0, () => this.#register.updateCapacity(id, change))
  }

  addShelfText(text: StoredShelfText, inPlaceOf: readonly string[]): Promise<void> {
    return this.#add(2 * text.document.length, () => this.#shelf.add(text, inPlaceOf))
  }

  listShelf(): readonly StoredShelfEntry[] {
    return this.#shelf.list()
  }

  readShelfEntry(id: string): StoredShelfEntry | null {
    return this.#shelf.readEntry(id)
  }

  readShelfText(id: string): StoredShelfText | null {
    return this.#shelf.read(id)
  }

  describeShelfText(id: string, about: string): Promise<void> {
    return this.#add(0, () => this.#shelf.describe(id, about))
  }

  removeShelfText(id: string): Promise<void> {
    return this.#add(0, () => this.#shelf.remove(id))
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#queue.close()
    this.#database.close()
    this.#lock.release()
  }

  #add<T>(bytes: number, write: () => T): Promise<T> {
    return this.#queue.add(bytes + OVERHEAD_BYTES, write)
  }
}
