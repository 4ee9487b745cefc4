import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { dataFiles } from '../../server/storage/dataFiles.ts'
import { SqliteStore } from '../../server/storage/SqliteStore.ts'

/** Opens the store of a data folder and closes it when the test ends. Throws when it is refused. */
export function openSqliteStore(
  dataDir: string,
  options: NonNullable<Parameters<typeof SqliteStore.open>[1]> = {},
): SqliteStore {
  const store = SqliteStore.open(join(dataDir, dataFiles.store), options)
  if ('refused' in store) throw new Error(store.refused)
  onTestFinished(() => store.close())
  return store
}
