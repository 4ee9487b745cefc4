import Libsql from 'libsql'

/**
 * Keeps a second server from opening the same data folder. The lock is SQLite's own exclusive lock on an otherwise empty file:
 * the operating system lets it go with the process, however that ends, so none is ever left behind. The store itself is not
 * locked, so that a backup can read it from another process.
 *
 * Two traps: a process that opens and closes the lock file by other means (a plain copy of the folder) drops its own
 * lock, as POSIX has it; and network file systems may not lock at all.
 */
export class FolderLock {
  readonly #connection: Libsql.Database

  private constructor(connection: Libsql.Database) {
    this.#connection = connection
  }

  /** Takes the lock, or returns null when another holds it, in this process or another. */
  static take(filePath: string): FolderLock | null {
    const connection = new Libsql(filePath)
    try {
      connection.exec('BEGIN EXCLUSIVE')
      return new FolderLock(connection)
    } catch (error) {
      connection.close()
      if (error instanceof Libsql.SqliteError && error.code === 'SQLITE_BUSY') return null
      throw error
    }
  }

  release(): void {
    this.#connection.exec('ROLLBACK')
    this.#connection.close()
  }
}
