import type { SqliteDatabase } from './SqliteDatabase.ts'
import type { SqliteRow } from './SqliteRow.ts'
import type { CapacityChange, StoredCapacity, StoredNegotiation } from './Store.ts'
import { storeRules } from './storeRules.ts'

const CAPACITY = 'id, negotiation, role, party, person, token_hash, generation, created_at, closed_at'

/** Negotiations and capacities in SQLite. Its writes are for use within a transaction. */
export class SqliteRegister {
  readonly #insertNegotiation
  readonly #selectNegotiation
  readonly #selectNegotiations
  readonly #insertCapacity
  readonly #selectCapacity
  readonly #selectCapacities
  readonly #selectCapacityByToken
  readonly #updateCapacity

  constructor(database: SqliteDatabase) {
    this.#insertNegotiation = database.prepare(
      'INSERT INTO negotiation (id, title, created_at, settings) VALUES ($1, $2, $3, $4)',
    )
    this.#selectNegotiation = database.prepare('SELECT id, title, created_at, settings FROM negotiation WHERE id = $1')
    this.#selectNegotiations = database.prepare(
      'SELECT id, title, created_at, settings FROM negotiation ORDER BY created_at, id',
    )
    this.#insertCapacity = database.prepare(
      `INSERT INTO capacity (${CAPACITY}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    )
    this.#selectCapacity = database.prepare(`SELECT ${CAPACITY} FROM capacity WHERE id = $1`)
    this.#selectCapacities = database.prepare(
      `SELECT ${CAPACITY} FROM capacity WHERE negotiation = $1 ORDER BY created_at, id`,
    )
    this.#selectCapacityByToken = database.prepare(`SELECT ${CAPACITY} FROM capacity WHERE token_hash = $1`)
    this.#updateCapacity = database.prepare(
      'UPDATE capacity SET token_hash = $1, generation = $2, closed_at = $3 WHERE id = $4',
    )
  }

  hasNegotiation(id: string): boolean {
    return this.#selectNegotiation.one(id) !== null
  }

  createNegotiation(negotiation: StoredNegotiation): void {
    const { id, title, createdAt, settings } = negotiation
    storeRules.storableNegotiation(negotiation)
    storeRules.negotiationIsNew(id, this.hasNegotiation(id))
    this.#insertNegotiation.run(id, title, createdAt, settings)
  }

  readNegotiation(id: string): StoredNegotiation | null {
    const row = this.#selectNegotiation.one(id)
    return row === null ? null : negotiationOf(row)
  }

  listNegotiations(): readonly StoredNegotiation[] {
    return this.#selectNegotiations.all().map(negotiationOf)
  }

  createCapacity(capacity: StoredCapacity): void {
    storeRules.storableCapacity(capacity)
    const { id, negotiation, role, party, person, tokenHash, generation, createdAt, closedAt } = capacity
    storeRules.negotiationExists(negotiation, this.hasNegotiation(negotiation))
    storeRules.capacityIsNew(capacity, this.#selectCapacity.one(id) !== null, this.#isTokenOfAnother(id, tokenHash))
    this.#insertCapacity.run(id, negotiation, role, party, person, tokenHash, generation, createdAt, closedAt)
  }

  listCapacities(negotiation: string): readonly StoredCapacity[] {
    return this.#selectCapacities.all(negotiation).map(capacityOf)
  }

  readCapacityByTokenHash(tokenHash: string): StoredCapacity | null {
    const row = this.#selectCapacityByToken.one(tokenHash)
    return row === null ? null : capacityOf(row)
  }

  updateCapacity(id: string, change: CapacityChange): void {
    const row = this.#selectCapacity.one(id)
    const kept = row === null ? null : capacityOf(row)
    const isTokenTaken = change.tokenHash !== undefined && this.#isTokenOfAnother(id, change.tokenHash)
    const changed = storeRules.capacityMayChange(id, kept, change, isTokenTaken)
    this.#updateCapacity.run(changed.tokenHash, changed.generation, changed.closedAt, id)
  }

  #isTokenOfAnother(id: string, tokenHash: string): boolean {
    const holder = this.readCapacityByTokenHash(tokenHash)
    return holder !== null && holder.id !== id
  }
}

function negotiationOf(row: SqliteRow): StoredNegotiation {
  return {
    id: row.text('id'),
    title: row.text('title'),
    createdAt: row.number('created_at'),
    settings: row.text('settings'),
  }
}

function capacityOf(row: SqliteRow): StoredCapacity {
  return {
    id: row.text('id'),
    negotiation: row.text('negotiation'),
    role: row.text('role'),
    party: row.textOrNull('party'),
    person: row.text('person'),
    tokenHash: row.text('token_hash'),
    generation: row.number('generation'),
    createdAt: row.number('created_at'),
    closedAt: row.numberOrNull('closed_at'),
  }
}
