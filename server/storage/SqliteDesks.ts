import type { SqliteDatabase } from './SqliteDatabase.ts'
import type { StoredDesk } from './Store.ts'
import { storeRules } from './storeRules.ts'

/** The parties' desks in SQLite. Its writes are for use within a transaction. */
export class SqliteDesks {
  readonly #nextNumber
  readonly #insertUpdate
  readonly #selectDesk
  readonly #selectUpdates
  readonly #saveSnapshot
  readonly #deleteUpdates
  readonly #selectParties

  constructor(database: SqliteDatabase) {
    this.#nextNumber = database.prepare(
      `INSERT INTO desk (negotiation, party, last_number, compacted_to) VALUES ($1, $2, 1, 0)
       ON CONFLICT (negotiation, party) DO UPDATE SET last_number = desk.last_number + 1 RETURNING last_number`,
    )
    this.#insertUpdate = database.prepare(
      'INSERT INTO desk_update (negotiation, party, number, desk_update) VALUES ($1, $2, $3, $4)',
    )
    this.#selectDesk = database.prepare(
      'SELECT last_number, compacted_to, snapshot FROM desk WHERE negotiation = $1 AND party = $2',
    )
    this.#selectUpdates = database.prepare(
      'SELECT desk_update FROM desk_update WHERE negotiation = $1 AND party = $2 ORDER BY number',
    )
    this.#saveSnapshot = database.prepare(
      'UPDATE desk SET snapshot = $1, compacted_to = $2 WHERE negotiation = $3 AND party = $4',
    )
    this.#deleteUpdates = database.prepare(
      'DELETE FROM desk_update WHERE negotiation = $1 AND party = $2 AND number <= $3',
    )
    this.#selectParties = database.prepare('SELECT party FROM desk WHERE negotiation = $1')
  }

  append(negotiation: string, party: string, update: Uint8Array): number {
    const number = this.#nextNumber.one(negotiation, party)?.number('last_number')
    if (number === undefined) throw new Error('SQLite gave an update of a desk no number.')
    this.#insertUpdate.run(negotiation, party, number, update)
    return number
  }

  read(negotiation: string, party: string): StoredDesk {
    const desk = this.#selectDesk.one(negotiation, party)
    if (desk === null) return { snapshot: null, updates: [], upTo: 0 }
    return {
      snapshot: desk.bytesOrNull('snapshot'),
      updates: this.#selectUpdates.all(negotiation, party).map(row => row.bytes('desk_update')),
      upTo: desk.number('last_number'),
    }
  }

  compact(negotiation: string, party: string, upTo: number, snapshot: Uint8Array): void {
    const desk = this.#selectDesk.one(negotiation, party)
    storeRules.deskReaches(party, desk?.number('last_number') ?? 0, desk?.number('compacted_to') ?? 0, upTo)
    this.#saveSnapshot.run(snapshot, upTo, negotiation, party)
    this.#deleteUpdates.run(negotiation, party, upTo)
  }

  list(negotiation: string): readonly string[] {
    // Sorted here, since databases disagree about the order of names.
    return this.#selectParties
      .all(negotiation)
      .map(row => row.text('party'))
      .sort()
  }
}
