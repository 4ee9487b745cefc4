import type { SqliteDatabase } from './SqliteDatabase.ts'
import type { SqliteRow } from './SqliteRow.ts'
import type { StoredEntry, TableSnapshot } from './Store.ts'
import { storeRules } from './storeRules.ts'

// So many acts are read at a time: enough to make the reading cheap, few enough to hold in memory with their updates.
const PAGE_ENTRIES = 200

const COLUMNS = 'seq, at, person, party, capacity, idempotency_key, act, outcome, table_update, previous_hash, hash'

/** The records and table snapshots in SQLite. Its writes are for use within a transaction. */
export class SqliteRecord {
  readonly #insert
  readonly #selectPage
  readonly #selectLastSeq
  readonly #selectOutcome
  readonly #saveSnapshot
  readonly #selectSnapshot

  constructor(database: SqliteDatabase) {
    this.#insert = database.prepare(
      `INSERT INTO record (negotiation, ${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    )
    this.#selectPage = database.prepare(
      `SELECT ${COLUMNS} FROM record WHERE negotiation = $1 AND seq >= $2 ORDER BY seq LIMIT $3`,
    )
    this.#selectLastSeq = database.prepare(
      'SELECT COALESCE(MAX(seq), 0) AS last_seq FROM record WHERE negotiation = $1',
    )
    // The last condition lets the index of keys be used, which leaves the empty ones out.
    this.#selectOutcome = database.prepare(
      `SELECT outcome FROM record
       WHERE negotiation = $1 AND capacity = $2 AND idempotency_key = $3 AND idempotency_key <> ''`,
    )
    this.#saveSnapshot = database.prepare(
      `INSERT INTO table_snapshot (negotiation, seq, state) VALUES ($1, $2, $3)
       ON CONFLICT (negotiation) DO UPDATE SET seq = excluded.seq, state = excluded.state
       WHERE excluded.seq > table_snapshot.seq`,
    )
    this.#selectSnapshot = database.prepare('SELECT seq, state FROM table_snapshot WHERE negotiation = $1')
  }

  append(negotiation: string, entry: StoredEntry): void {
    storeRules.entryFollows(negotiation, this.#lastSeq(negotiation), entry)
    const { seq, at, person, party, capacity, key, act, outcome, update, previousHash, hash } = entry
    storeRules.keyIsNew(entry, this.readOutcome(negotiation, capacity, key) !== null)
    this.#insert.run(negotiation, seq, at, person, party, capacity, key, act, outcome, update, previousHash, hash)
  }

  *read(negotiation: string, fromSeq: number): Generator<StoredEntry, void> {
    let nextSeq = fromSeq
    while (true) {
      const page = this.#selectPage.all(negotiation, nextSeq, PAGE_ENTRIES).map(entryOf)
      yield* page
      const last = page.at(-1)
      if (last === undefined) return
      nextSeq = last.seq + 1
    }
  }

  readOutcome(negotiation: string, capacity: string, key: string): string | null {
    return this.#selectOutcome.one(negotiation, capacity, key)?.text('outcome') ?? null
  }

  saveSnapshot(negotiation: string, seq: number, state: Uint8Array): void {
    storeRules.snapshotIsOfTheRecord(negotiation, this.#lastSeq(negotiation), seq)
    this.#saveSnapshot.run(negotiation, seq, state)
  }

  readSnapshot(negotiation: string): TableSnapshot | null {
    const row = this.#selectSnapshot.one(negotiation)
    return row === null ? null : { seq: row.number('seq'), state: row.bytes('state') }
  }

  #lastSeq(negotiation: string): number {
    return this.#selectLastSeq.one(negotiation)?.number('last_seq') ?? 0
  }
}

function entryOf(row: SqliteRow): StoredEntry {
  return {
    seq: row.number('seq'),
    at: row.number('at'),
    person: row.text('person'),
    party: row.textOrNull('party'),
    capacity: row.text('capacity'),
    key: row.text('idempotency_key'),
    act: row.text('act'),
    outcome: row.text('outcome'),
    update: row.bytes('table_update'),
    previousHash: row.text('previous_hash'),
    hash: row.text('hash'),
  }
}
