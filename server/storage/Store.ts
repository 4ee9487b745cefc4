/**
 * One act of the record, as kept: who did what when, what was answered, and the table's Yjs update it made. `hash` covers
 * every other field and, through `previousHash`, everything before it (see hashEntry).
 */
export interface StoredEntry {
  /** 1 for the first act of a negotiation, then +1 each. */
  readonly seq: number
  /** The server's clock when the act was performed, in whole milliseconds since 1970. */
  readonly at: number
  readonly person: string
  /** null where the act was not a party's: Chair, facilitator, Secretariat. */
  readonly party: string | null
  /** The capacity acted in; empty when the server acted by itself, as when a silence procedure ends. */
  readonly capacity: string
  /** The idempotency key of the act, unique among the acts of its capacity; empty when there is none to repeat it. */
  readonly key: string
  /** The act, as JSON. */
  readonly act: string
  /** What was answered, as JSON. */
  readonly outcome: string
  /** The table's Yjs update; empty when the act changed no text. */
  readonly update: Uint8Array
  /** The hash of the entry before; of the first, startOfRecord of its negotiation. */
  readonly previousHash: string
  readonly hash: string
}

export interface StoredNegotiation {
  readonly id: string
  readonly title: string
  /** Whole milliseconds since 1970. */
  readonly createdAt: number
  /** JSON; the store does not read it. */
  readonly settings: string
}

/** One person's right to act in one negotiation, in one role, for one party or none. Its token is kept only as a hash. */
export interface StoredCapacity {
  readonly id: string
  readonly negotiation: string
  readonly role: string
  readonly party: string | null
  readonly person: string
  readonly tokenHash: string
  /** Rises whenever the token is replaced; it never falls, or a token taken away would be good again. */
  readonly generation: number
  /** Whole milliseconds since 1970. */
  readonly createdAt: number
  /** When the capacity was closed, null while it is open. */
  readonly closedAt: number | null
}

/** What may change in a capacity; what is left out stays as it is. */
export type CapacityChange = Partial<Pick<StoredCapacity, 'tokenHash' | 'generation' | 'closedAt'>>

export interface TableSnapshot {
  /** The last act the state contains. */
  readonly seq: number
  readonly state: Uint8Array
}

export interface StoredDesk {
  readonly snapshot: Uint8Array | null
  /** What came after the snapshot, oldest first. */
  readonly updates: readonly Uint8Array[]
  /** The number of the newest update read, 0 for an empty desk: what compactDesk wants as `upTo` for a state made of all this. */
  readonly upTo: number
}

/** A prior text: on the one shelf of all negotiations, without its words. The store reads neither of the two JSONs. */
export interface StoredShelfEntry {
  readonly id: string
  /** Whole milliseconds since 1970. */
  readonly addedAt: number
  /** What it is and who added it, as JSON. */
  readonly about: string
}

export interface StoredShelfText extends StoredShelfEntry {
  /** The text as it was read, as JSON; it never changes. */
  readonly document: string
}

/**
 * Where negotiations are kept. What every implementation promises, and tests/contracts/storeContract.ts proves:
 *
 * - A promise resolves once what it stands for is durable: neither `kill -9` nor loss of power takes it back.
 * - Writes are made in the order asked, and one that rejects has changed nothing. A rejection is a StorageError: `refused`
 *   where what was asked contradicts what is kept, `failed` where the disk did not take it, `closed` after close().
 *   Whoever applied a change to memory before its append was rejected must drop that memory and read again.
 * - Reads answer at once and show only what is durable.
 * - Bytes given are not to be changed by the caller until the promise settles; bytes read belong to the reader.
 * - Text is Unicode without NUL and without half surrogate pairs, numbers are whole and safe; anything else is refused.
 *   (JSON.stringify escapes both, so JSON always passes.)
 */
export interface Store {
  /**
   * Random, made with the store, and made anew by `restore`: a client that meets another epoch must not assume that what it
   * was told is kept here.
   */
  readonly epoch: string

  /**
   * Appends one act. Refused unless `seq` is exactly one more than the last kept of this negotiation (so that of two writers
   * one fails), unless the negotiation exists, and when the capacity has used the key before. Several may be under way: when
   * one fails, those after it are refused for the gap.
   */
  appendRecord(negotiation: string, entry: StoredEntry): Promise<void>

  /**
   * The record from `fromSeq` on, in order; empty for an unknown negotiation. Reads a page at a time, so that a long record
   * never stands in memory whole, and may be consumed across awaits: what is appended meanwhile follows.
   */
  readRecord(negotiation: string, fromSeq: number): Iterable<StoredEntry>

  /**
   * Keeps the table's Yjs state as it is after act `seq`, to open quickly; the record stays whole. Refused for an act not yet
   * kept. A snapshot older than the one kept changes nothing.
   */
  saveTableSnapshot(negotiation: string, seq: number, state: Uint8Array): Promise<void>

  /** The newest snapshot, or null: then the table is a replay of the whole record. */
  readTableSnapshot(negotiation: string): TableSnapshot | null

  /** Appends an update of a party's desk; resolves to its number, which starts at 1 and rises by 1, compaction or not. */
  appendDeskUpdate(negotiation: string, party: string, update: Uint8Array): Promise<number>

  /** A desk nobody has written on is empty: no snapshot, no updates. */
  readDesk(negotiation: string, party: string): StoredDesk

  /**
   * Puts `snapshot` in the place of every update up to and including number `upTo`. Refused when there is no such update yet,
   * and when a later snapshot has been kept: words would be lost.
   */
  compactDesk(negotiation: string, party: string, upTo: number, snapshot: Uint8Array): Promise<void>

  /** The parties that have written on their desks, in order of name. */
  listDesks(negotiation: string): readonly string[]

  /**
   * What was answered to the act of this key, as JSON, so that a retry gets the same answer; null when there was none. Kept
   * by the entry itself, so that act and answer are durable together. An empty key is nobody's: null.
   */
  readOutcome(negotiation: string, capacity: string, key: string): string | null

  /** Refused when the id is taken. */
  createNegotiation(negotiation: StoredNegotiation): Promise<void>
  readNegotiation(id: string): StoredNegotiation | null
  /** Oldest first. */
  listNegotiations(): readonly StoredNegotiation[]

  /** Refused when the id or the token hash is taken, or the negotiation does not exist. */
  createCapacity(capacity: StoredCapacity): Promise<void>
  /** Oldest first, the closed ones too. */
  listCapacities(negotiation: string): readonly StoredCapacity[]
  /** The capacity this token opens, closed or not (see closedAt), or null. */
  readCapacityByTokenHash(tokenHash: string): StoredCapacity | null
  /** Refused for an unknown capacity, a token hash that is taken, and a generation lower than the one kept. */
  updateCapacity(id: string, change: CapacityChange): Promise<void>

  /**
   * Puts a text on the shelf and takes off, in the same moment, those it stands in place of. Refused when the id is taken, or one
   * of the others is not there.
   */
  addShelfText(text: StoredShelfText, inPlaceOf: readonly string[]): Promise<void>
  /** In the order they were added. Without their words: those are long. */
  listShelf(): readonly StoredShelfEntry[]
  readShelfEntry(id: string): StoredShelfEntry | null
  readShelfText(id: string): StoredShelfText | null
  /** Refused for a text that is not there. */
  describeShelfText(id: string, about: string): Promise<void>
  /** Refused for a text that is not there. */
  removeShelfText(id: string): Promise<void>

  /** Makes durable what is under way, then closes. Later writes reject and later reads throw. */
  close(): Promise<void>
}
