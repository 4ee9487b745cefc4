import { randomUUID } from 'node:crypto'
import type { SqliteDatabase } from './SqliteDatabase.ts'
import { migrations } from './schema.ts'

/**
 * Brings the database to the newest schema and gives a new store its epoch, each step wholly or not at all. Returns a refusal
 * when the database was written by a newer version of Adref, which this one could only damage.
 */
export function migrate(database: SqliteDatabase): { readonly refused: string } | null {
  const version = database.prepare('PRAGMA user_version').one()?.number('user_version') ?? 0
  if (version > migrations.length) {
    return {
      refused: `This store was written by a newer version of Adref (schema ${version}, known up to ${migrations.length}).`,
    }
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    database.begin()
    try {
      database.exec(migration)
      database.exec(`PRAGMA user_version = ${index + 1}`)
      database.commit()
    } catch (error) {
      database.rollback()
      throw error
    }
  }
  database
    .prepare("INSERT INTO store (name, value) VALUES ('epoch', $1) ON CONFLICT (name) DO NOTHING")
    .run(randomUUID())
  return null
}

/** The epoch of the store (see Store). */
export function readEpoch(database: SqliteDatabase): string {
  const row = database.prepare("SELECT value FROM store WHERE name = 'epoch'").one()
  if (row === null) throw new Error('The store has no epoch; it is damaged.')
  return row.text('value')
}

/** Gives the store a new epoch: for a copy that is going to live on in the place of what was copied. */
export function renewEpoch(database: SqliteDatabase): void {
  database.prepare("UPDATE store SET value = $1 WHERE name = 'epoch'").run(randomUUID())
}
