import type { SqliteDatabase } from './SqliteDatabase.ts'
import type { SqliteRow } from './SqliteRow.ts'
import type { StoredShelfEntry, StoredShelfText } from './Store.ts'
import { storeRules } from './storeRules.ts'

/** The shelf of prior texts in SQLite. Its writes are for use within a transaction. */
export class SqliteShelf {
  readonly #insert
  readonly #selectEntries
  readonly #selectEntry
  readonly #select
  readonly #updateAbout
  readonly #delete

  constructor(database: SqliteDatabase) {
    this.#insert = database.prepare('INSERT INTO shelf_text (id, added_at, about, document) VALUES ($1, $2, $3, $4)')
    this.#selectEntries = database.prepare('SELECT id, added_at, about FROM shelf_text ORDER BY added_at, id')
    this.#selectEntry = database.prepare('SELECT id, added_at, about FROM shelf_text WHERE id = $1')
    this.#select = database.prepare('SELECT id, added_at, about, document FROM shelf_text WHERE id = $1')
    this.#updateAbout = database.prepare('UPDATE shelf_text SET about = $1 WHERE id = $2')
    this.#delete = database.prepare('DELETE FROM shelf_text WHERE id = $1')
  }

  add(text: StoredShelfText, inPlaceOf: readonly string[]): void {
    storeRules.storableShelfText(text)
    storeRules.shelfTextIsNew(text.id, this.readEntry(text.id) !== null)
    for (const id of inPlaceOf) this.remove(id)
    this.#insert.run(text.id, text.addedAt, text.about, text.document)
  }

  list(): readonly StoredShelfEntry[] {
    return this.#selectEntries.all().map(entryOf)
  }

  readEntry(id: string): StoredShelfEntry | null {
    const row = this.#selectEntry.one(id)
    return row === null ? null : entryOf(row)
  }

  read(id: string): StoredShelfText | null {
    const row = this.#select.one(id)
    return row === null ? null : { ...entryOf(row), document: row.text('document') }
  }

  describe(id: string, about: string): void {
    storeRules.storableName(about)
    storeRules.shelfTextExists(id, this.#updateAbout.run(about, id) === 1)
  }

  remove(id: string): void {
    storeRules.shelfTextExists(id, this.#delete.run(id) === 1)
  }
}

function entryOf(row: SqliteRow): StoredShelfEntry {
  return { id: row.text('id'), addedAt: row.number('added_at'), about: row.text('about') }
}
