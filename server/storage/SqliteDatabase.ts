import Libsql from 'libsql'
import type { Transaction } from './CommitQueue.ts'
import { SqliteRow } from './SqliteRow.ts'

export type SqliteValue = string | number | null | Uint8Array

/** A prepared statement. Values are given in the order in which $1, $2 … first appear. */
export interface SqliteStatement {
  /** Returns the number of rows changed. */
  run(...values: readonly SqliteValue[]): number
  all(...values: readonly SqliteValue[]): readonly SqliteRow[]
  /** The only row, or null. Throws when there are several. */
  one(...values: readonly SqliteValue[]): SqliteRow | null
}

/**
 * One connection to a SQLite file: the only place that knows the driver and its traps. It is also the transaction of a
 * CommitQueue.
 */
export class SqliteDatabase implements Transaction {
  readonly #connection: Libsql.Database
  #isClosed = false

  /** Opens or creates the file, durable and in WAL mode. Throws when it is no database or cannot be opened. */
  constructor(filePath: string) {
    this.#connection = new Libsql(filePath)
    this.exec('PRAGMA journal_mode = WAL')
    // FULL waits for the disk at every commit; in WAL mode the default would lose acknowledged acts with the power.
    this.exec('PRAGMA synchronous = FULL')
    // On macOS a plain fsync does not reach the disk; elsewhere this has no effect.
    this.exec('PRAGMA fullfsync = ON')
    this.exec('PRAGMA checkpoint_fullfsync = ON')
    this.exec('PRAGMA foreign_keys = ON')
    // Waits for another process that is just taking a backup, instead of failing at once.
    this.exec('PRAGMA busy_timeout = 5000')
  }

  exec(sql: string): void {
    this.#connection.exec(sql)
  }

  prepare(sql: string): SqliteStatement {
    const statement = this.#connection.prepare<[readonly SqliteValue[]]>(sql)
    const assertOpen = () => {
      // The driver goes on reading through statements of a connection that was closed.
      if (this.#isClosed) throw new Error('The store is closed.')
    }
    // Values go as one array: the driver would take a lone null or byte array for a set of named values. And its get() is not
    // used: once it has failed, as on a broken constraint, it repeats that failure for other values.
    const all = (values: readonly SqliteValue[]) => {
      assertOpen()
      return statement.all(values).map(row => new SqliteRow(row))
    }
    return {
      run: (...values) => {
        assertOpen()
        return statement.run(values).changes
      },
      all: (...values) => all(values),
      one: (...values) => {
        const rows = all(values)
        if (rows.length > 1) throw new Error(`One row was expected of: ${sql}`)
        return rows[0] ?? null
      },
    }
  }

  get isOpen(): boolean {
    return this.#connection.inTransaction
  }

  begin(): void {
    this.exec('BEGIN IMMEDIATE')
  }

  commit(): void {
    this.exec('COMMIT')
  }

  rollback(): void {
    if (this.isOpen) this.exec('ROLLBACK')
  }

  attempt<T>(write: () => T): T {
    this.exec('SAVEPOINT member')
    try {
      const value = write()
      this.exec('RELEASE member')
      return value
    } catch (error) {
      this.#undoMember()
      throw error
    }
  }

  /** Writes the log into the file and closes. Statements prepared here throw from now on. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    try {
      // Prepared statements keep the connection half open, so closing alone would leave the log beside the file.
      this.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // Nothing is lost: the log is durable, and is read when the store is opened again.
    }
    this.#connection.close()
  }

  #undoMember(): void {
    if (!this.isOpen) return
    try {
      this.exec('ROLLBACK TO member')
      this.exec('RELEASE member')
    } catch {
      // What cannot be undone alone is undone with the whole batch.
      this.rollback()
    }
  }
}
