import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSecret } from '../../../server/record/loadSecret.ts'
import { verifyRecord } from '../../../server/record/verifyRecord.ts'
import { backup } from '../../../server/storage/backup.ts'
import { dataFiles } from '../../../server/storage/dataFiles.ts'
import { restore } from '../../../server/storage/restore.ts'
import type { SqliteStore } from '../../../server/storage/SqliteStore.ts'
import { shelfText } from '../../contracts/shelfContract.ts'
import { recordOf } from '../../harness/entryAfter.ts'
import { openSqliteStore } from '../../harness/openSqliteStore.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

const entries = recordOf('n1', 40)

/** A data folder whose store is open and holds the first 20 acts. */
async function runningServer(): Promise<{ readonly dataDir: string; readonly store: SqliteStore }> {
  const dataDir = join(temporaryFolder(), 'data')
  const store = openSqliteStore(dataDir)
  loadSecret(dataDir)
  await store.createNegotiation({ id: 'n1', title: 'Declaration', createdAt: 1, settings: '{}' })
  await Promise.all(entries.slice(0, 20).map(entry => store.appendRecord('n1', entry)))
  await store.appendDeskUpdate('n1', 'EU', new Uint8Array([1]))
  await store.addShelfText(shelfText, [])
  return { dataDir, store }
}

test('R7: a backup is made while the server runs, and opens as a data folder with everything up to that moment', async () => {
  const { dataDir, store } = await runningServer()
  const target = join(temporaryFolder(), 'backup')
  expect(backup(dataDir, target)).toBeNull()
  // The server is not disturbed, and what it keeps later is not in the copy.
  await Promise.all(entries.slice(20).map(entry => store.appendRecord('n1', entry)))
  expect(verifyRecord('n1', store.readRecord('n1', 1))).toMatchObject({ intact: true, seq: 40 })

  expect(readdirSync(target).sort()).toEqual([dataFiles.store, dataFiles.secret])
  expect(loadSecret(target)).toEqual(loadSecret(dataDir))
  expect(statSync(join(target, dataFiles.secret)).mode & 0o777).toBe(0o600)
  expect(statSync(target).mode & 0o777).toBe(0o700)
  const copy = openSqliteStore(target)
  expect(copy.epoch).toBe(store.epoch)
  expect([...copy.readRecord('n1', 1)]).toEqual(entries.slice(0, 20))
  expect(copy.readDesk('n1', 'EU').updates).toEqual([new Uint8Array([1])])
  expect(copy.readShelfText('t1')).toEqual(shelfText)
})

test('R7: an existing target is refused and left as it is; an empty folder may be one', async () => {
  const { dataDir } = await runningServer()
  const target = temporaryFolder()
  writeFileSync(join(target, 'letter.txt'), 'kept')
  expect(backup(dataDir, target)).toEqual({ refused: expect.stringContaining(`${target} is not an empty folder`) })
  expect(readdirSync(target)).toEqual(['letter.txt'])
  expect(readFileSync(join(target, 'letter.txt'), 'utf8')).toBe('kept')
  const empty = join(target, 'empty')
  mkdirSync(empty)
  expect(backup(dataDir, empty)).toBeNull()
})

test('a target that is a file is refused', async () => {
  const { dataDir } = await runningServer()
  const target = join(temporaryFolder(), 'letter.txt')
  writeFileSync(target, 'kept')
  expect(backup(dataDir, target)).toEqual({ refused: expect.stringContaining(target) })
  expect(readFileSync(target, 'utf8')).toBe('kept')
})

test('a folder without a store has nothing to back up, and no store is made there', () => {
  const folder = temporaryFolder()
  const target = join(folder, 'backup')
  expect(backup(folder, target)).toEqual({ refused: expect.stringContaining('no store') })
  expect(readdirSync(folder)).toEqual([])
})

test('a backup that fails leaves nothing behind', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, dataFiles.store), 'This is a letter, not a database. '.repeat(200))
  const target = join(folder, 'backup')
  expect(backup(folder, target)).toEqual({ refused: expect.stringContaining('not a database') })
  expect(existsSync(target)).toBe(false)
})

test('R7: a restored store holds what the backup holds, under a new epoch, and the backup keeps its own', async () => {
  const { dataDir, store } = await runningServer()
  const saved = join(temporaryFolder(), 'backup')
  const restored = join(temporaryFolder(), 'data')
  expect(backup(dataDir, saved)).toBeNull()
  expect(restore(saved, restored)).toBeNull()
  const again = openSqliteStore(restored)
  expect(again.epoch).not.toBe(store.epoch)
  expect([...again.readRecord('n1', 1)]).toEqual(entries.slice(0, 20))
  expect(again.readShelfText('t1')).toEqual(shelfText)
  expect(openSqliteStore(saved).epoch).toBe(store.epoch)
})

test('R7: nothing is restored over a data folder in use', async () => {
  const { dataDir, store } = await runningServer()
  const saved = join(temporaryFolder(), 'backup')
  expect(backup(dataDir, saved)).toBeNull()
  expect(restore(saved, dataDir)).toEqual({ refused: expect.stringContaining('not an empty folder') })
  expect([...store.readRecord('n1', 1)]).toHaveLength(20)
})
