import { MemoryShelf } from './MemoryShelf.ts'
import { StorageError } from './StorageError.ts'
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

interface MemoryDesk {
  readonly lastNumber: number
  readonly compactedTo: number
  readonly snapshot: Uint8Array | null
  readonly updates: readonly { readonly number: number; readonly update: Uint8Array }[]
}

interface MemoryNegotiation {
  readonly about: StoredNegotiation
  readonly record: StoredEntry[]
  readonly outcomes: Map<string, string>
  readonly desks: Map<string, MemoryDesk>
  snapshot: TableSnapshot | null
}

const emptyDesk: MemoryDesk = { lastNumber: 0, compactedTo: 0, snapshot: null, updates: [] }

/** The store for tests: the same contract, kept until the process ends. */
export class MemoryStore implements Store {
  readonly epoch: string
  readonly #negotiations = new Map<string, MemoryNegotiation>()
  readonly #capacities = new Map<string, StoredCapacity>()
  readonly #shelf = new MemoryShelf()
  #isClosed = false

  constructor(epoch = 'memory') {
    this.epoch = epoch
  }

  appendRecord(negotiation: string, entry: StoredEntry): Promise<void> {
    return this.#write(() => {
      storeRules.storableEntry(entry)
      const { record, outcomes } = this.#existing(negotiation)
      storeRules.entryFollows(negotiation, record.length, entry)
      const name = outcomeName(entry.capacity, entry.key)
      storeRules.keyIsNew(entry, outcomes.has(name))
      record.push(copyOfEntry(entry))
      if (entry.key !== '') outcomes.set(name, entry.outcome)
    })
  }

  *readRecord(negotiation: string, fromSeq: number): Generator<StoredEntry, void> {
    this.#assertOpen()
    const record = this.#negotiations.get(negotiation)?.record ?? []
    for (let index = Math.max(0, fromSeq - 1); index < record.length; index += 1) {
      const entry = record[index]
      if (entry !== undefined) yield copyOfEntry(entry)
    }
  }

  saveTableSnapshot(negotiation: string, seq: number, state: Uint8Array): Promise<void> {
    return this.#write(() => {
      const kept = this.#existing(negotiation)
      storeRules.snapshotIsOfTheRecord(negotiation, kept.record.length, seq)
      if (kept.snapshot === null || seq > kept.snapshot.seq) kept.snapshot = { seq, state: copyOf(state) }
    })
  }

  readTableSnapshot(negotiation: string): TableSnapshot | null {
    this.#assertOpen()
    const snapshot = this.#negotiations.get(negotiation)?.snapshot ?? null
    return snapshot === null ? null : { seq: snapshot.seq, state: copyOf(snapshot.state) }
  }

  readOutcome(negotiation: string, capacity: string, key: string): string | null {
    this.#assertOpen()
    return this.#negotiations.get(negotiation)?.outcomes.get(outcomeName(capacity, key)) ?? null
  }

  appendDeskUpdate(negotiation: string, party: string, update: Uint8Array): Promise<number> {
    return this.#write(() => {
      storeRules.storableName(party)
      const { desks } = this.#existing(negotiation)
      const desk = desks.get(party) ?? emptyDesk
      const number = desk.lastNumber + 1
      desks.set(party, {
        ...desk,
        lastNumber: number,
        updates: [...desk.updates, { number, update: copyOf(update) }],
      })
      return number
    })
  }

  readDesk(negotiation: string, party: string): StoredDesk {
    this.#assertOpen()
    const desk = this.#negotiations.get(negotiation)?.desks.get(party) ?? emptyDesk
    return {
      snapshot: desk.snapshot === null ? null : copyOf(desk.snapshot),
      updates: desk.updates.map(({ update }) => copyOf(update)),
      upTo: desk.lastNumber,
    }
  }

  compactDesk(negotiation: string, party: string, upTo: number, snapshot: Uint8Array): Promise<void> {
    return this.#write(() => {
      const desks = this.#negotiations.get(negotiation)?.desks
      const desk = desks?.get(party) ?? emptyDesk
      storeRules.deskReaches(party, desk.lastNumber, desk.compactedTo, upTo)
      desks?.set(party, {
        lastNumber: desk.lastNumber,
        compactedTo: upTo,
        snapshot: copyOf(snapshot),
        updates: desk.updates.filter(({ number }) => number > upTo),
      })
    })
  }

  listDesks(negotiation: string): readonly string[] {
    this.#assertOpen()
    return [...(this.#negotiations.get(negotiation)?.desks.keys() ?? [])].sort()
  }

  createNegotiation(negotiation: StoredNegotiation): Promise<void> {
    return this.#write(() => {
      storeRules.storableNegotiation(negotiation)
      const { id } = negotiation
      storeRules.negotiationIsNew(id, this.#negotiations.has(id))
      this.#negotiations.set(id, {
        about: { ...negotiation },
        record: [],
        outcomes: new Map(),
        desks: new Map(),
        snapshot: null,
      })
    })
  }

  readNegotiation(id: string): StoredNegotiation | null {
    this.#assertOpen()
    return this.#negotiations.get(id)?.about ?? null
  }

  listNegotiations(): readonly StoredNegotiation[] {
    this.#assertOpen()
    return [...this.#negotiations.values()].map(({ about }) => about).sort(oldestFirst)
  }

  createCapacity(capacity: StoredCapacity): Promise<void> {
    return this.#write(() => {
      storeRules.storableCapacity(capacity)
      const { id, negotiation, tokenHash } = capacity
      storeRules.negotiationExists(negotiation, this.#negotiations.has(negotiation))
      storeRules.capacityIsNew(capacity, this.#capacities.has(id), this.#isTokenOfAnother(id, tokenHash))
      this.#capacities.set(id, { ...capacity })
    })
  }

  listCapacities(negotiation: string): readonly StoredCapacity[] {
    this.#assertOpen()
    return [...this.#capacities.values()].filter(capacity => capacity.negotiation === negotiation).sort(oldestFirst)
  }

  readCapacityByTokenHash(tokenHash: string): StoredCapacity | null {
    this.#assertOpen()
    return this.#capacityOfToken(tokenHash)
  }

  updateCapacity(id: string, change: CapacityChange): Promise<void> {
    return this.#write(() => {
      const isTokenTaken = change.tokenHash !== undefined && this.#isTokenOfAnother(id, change.tokenHash)
      this.#capacities.set(id, storeRules.capacityMayChange(id, this.#capacities.get(id) ?? null, change, isTokenTaken))
    })
  }

  addShelfText(text: StoredShelfText, inPlaceOf: readonly string[]): Promise<void> {
    return this.#write(() => this.#shelf.add(text, inPlaceOf))
  }

  listShelf(): readonly StoredShelfEntry[] {
    this.#assertOpen()
    return this.#shelf.list()
  }

  readShelfEntry(id: string): StoredShelfEntry | null {
    this.#assertOpen()
    return this.#shelf.readEntry(id)
  }

  readShelfText(id: string): StoredShelfText | null {
    this.#assertOpen()
    return this.#shelf.read(id)
  }

  describeShelfText(id: string, about: string): Promise<void> {
    return this.#write(() => this.#shelf.describe(id, about))
  }

  removeShelfText(id: string): Promise<void> {
    return this.#write(() => this.#shelf.remove(id))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    // What was asked before is done in the microtasks before this one goes on.
    await Promise.resolve()
  }

  // A turn later, so that a test that reads before the promise has resolved fails here as it would with a disk.
  async #write<T>(write: () => T): Promise<T> {
    if (this.#isClosed) throw new StorageError('closed', 'The store is closed; nothing more can be kept.')
    await Promise.resolve()
    return write()
  }

  #existing(id: string): MemoryNegotiation {
    const negotiation = this.#negotiations.get(id)
    storeRules.negotiationExists(id, negotiation !== undefined)
    if (negotiation === undefined) throw new Error('The rule above has refused this.')
    return negotiation
  }

  #isTokenOfAnother(id: string, tokenHash: string): boolean {
    const holder = this.#capacityOfToken(tokenHash)
    return holder !== null && holder.id !== id
  }

  #capacityOfToken(tokenHash: string): StoredCapacity | null {
    return [...this.#capacities.values()].find(capacity => capacity.tokenHash === tokenHash) ?? null
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new Error('The store is closed.')
  }
}

function outcomeName(capacity: string, key: string): string {
  return JSON.stringify([capacity, key])
}

// slice() of a Buffer would be another view of the same bytes.
function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}

function copyOfEntry(entry: StoredEntry): StoredEntry {
  return { ...entry, update: copyOf(entry.update) }
}

function oldestFirst<T extends { readonly id: string; readonly createdAt: number }>(a: T, b: T): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}
