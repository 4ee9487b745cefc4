import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataFiles } from '../storage/dataFiles.ts'
import { SqliteDatabase } from '../storage/SqliteDatabase.ts'
import { SqliteRecord } from '../storage/SqliteRecord.ts'
import { SqliteRegister } from '../storage/SqliteRegister.ts'

/** What commands read of a data folder; a server may be using it meanwhile. */
export interface StoredData {
  readonly register: SqliteRegister
  readonly record: SqliteRecord
}

/** Lets a command read the data folder, and closes it. Returns what the command did, or a refusal when there is nothing to read. */
export function withStoredData<T>(dataDir: string, read: (data: StoredData) => T): T | { readonly refused: string } {
  const path = join(dataDir, dataFiles.store)
  if (!existsSync(path)) return { refused: `There is no store in ${dataDir}. Start the server once, or set DATA_DIR.` }
  const database = new SqliteDatabase(path)
  try {
    return read({ register: new SqliteRegister(database), record: new SqliteRecord(database) })
  } finally {
    database.close()
  }
}
