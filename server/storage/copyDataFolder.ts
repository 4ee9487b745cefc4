import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dataFiles } from './dataFiles.ts'
import { SqliteDatabase } from './SqliteDatabase.ts'
import { syncFile } from './syncFile.ts'

/**
 * Copies the store and the secret of one data folder to another as they are at this moment, also while a server is using the
 * first. `prepare` may change the copy before it counts. Returns null once the copy is on the disk, or a refusal: the
 * target holds something already, there is no store to copy, or the disk would not take it; then nothing of it is left.
 *
 * The store gets its name last, so a folder with a store of that name in it is a whole copy.
 */
export function copyDataFolder(
  source: string,
  target: string,
  prepare: (copy: SqliteDatabase) => void = () => {},
): { readonly refused: string } | null {
  const storePath = join(source, dataFiles.store)
  if (!existsSync(storePath)) return { refused: `There is no store in ${source}: ${dataFiles.store} is not there.` }
  const isNewFolder = !existsSync(target)
  if (!isNewFolder && !isEmptyFolder(target)) {
    return { refused: `${target} is not an empty folder. Choose a new or empty folder; nothing is ever written over.` }
  }
  const partialPath = join(target, `${dataFiles.store}.partial`)
  const secretPath = join(target, dataFiles.secret)
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 })
    copyStore(storePath, partialPath, prepare)
    if (existsSync(join(source, dataFiles.secret))) {
      copyFileSync(join(source, dataFiles.secret), secretPath)
      chmodSync(secretPath, 0o600)
      syncFile(secretPath)
    }
    renameSync(partialPath, join(target, dataFiles.store))
    syncFile(target)
    return null
  } catch (error) {
    for (const path of [partialPath, `${partialPath}-wal`, `${partialPath}-shm`, secretPath])
      rmSync(path, { force: true })
    if (isNewFolder) rmSync(target, { recursive: true, force: true })
    const reason = error instanceof Error ? error.message : String(error)
    return { refused: `The copy to ${target} was not made: ${reason}.` }
  }
}

function isEmptyFolder(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0
}

function copyStore(from: string, to: string, prepare: (copy: SqliteDatabase) => void): void {
  const source = new SqliteDatabase(from)
  try {
    // A reader in WAL mode: the server goes on writing meanwhile, and the copy is of one moment.
    source.prepare('VACUUM INTO $1').run(to)
  } finally {
    source.close()
  }
  const copy = new SqliteDatabase(to)
  try {
    const found = copy.prepare('PRAGMA quick_check(1)').one()?.text('quick_check')
    if (found !== 'ok') throw new Error(`the copy is not sound (${found ?? 'nothing to check'})`)
    prepare(copy)
    // Writes the log into the file and removes it: the file stands alone and may be renamed. Opening it as a store brings WAL back.
    copy.exec('PRAGMA journal_mode = DELETE')
  } finally {
    copy.close()
  }
  syncFile(to)
}
