import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFiles } from '../../../server/storage/dataFiles.ts'
import { SqliteDatabase } from '../../../server/storage/SqliteDatabase.ts'
import { SqliteStore } from '../../../server/storage/SqliteStore.ts'
import { storeContract } from '../../contracts/storeContract.ts'
import { recordOf } from '../../harness/entryAfter.ts'
import { openSqliteStore } from '../../harness/openSqliteStore.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

storeContract('SqliteStore', () => openSqliteStore(temporaryFolder()))

const negotiation = { id: 'n1', title: 'Declaration', createdAt: 1, settings: '{}' }

test('R5: everything is there again after the store was closed and opened, the epoch too', async () => {
  const folder = temporaryFolder()
  const before = openSqliteStore(folder)
  await before.createNegotiation(negotiation)
  const entries = recordOf('n1', 3)
  for (const entry of entries) await before.appendRecord('n1', entry)
  await before.appendDeskUpdate('n1', 'EU', new Uint8Array([1]))
  await before.compactDesk('n1', 'EU', 1, new Uint8Array([7]))
  await before.close()

  const after = openSqliteStore(folder)
  expect(after.epoch).toBe(before.epoch)
  expect(after.readNegotiation('n1')).toEqual(negotiation)
  expect([...after.readRecord('n1', 1)]).toEqual(entries)
  expect(after.readDesk('n1', 'EU')).toEqual({ snapshot: new Uint8Array([7]), updates: [], upTo: 1 })
  expect(await after.appendDeskUpdate('n1', 'EU', new Uint8Array([2]))).toBe(2)
})

test('two stores have two epochs', () => {
  expect(openSqliteStore(temporaryFolder()).epoch).not.toBe(openSqliteStore(temporaryFolder()).epoch)
})

test('commits wait for the disk, in a log beside the file', () => {
  const folder = temporaryFolder()
  const database = new SqliteDatabase(join(folder, 'any.sqlite'))
  expect(database.prepare('PRAGMA synchronous').one()?.number('synchronous')).toBe(2)
  expect(database.prepare('PRAGMA journal_mode').one()?.text('journal_mode')).toBe('wal')
  expect(database.prepare('PRAGMA foreign_keys').one()?.number('foreign_keys')).toBe(1)
  database.close()
})

test('a store that is open is refused to a second server, with a sentence that says which folder', async () => {
  const folder = temporaryFolder()
  const first = openSqliteStore(folder)
  const path = join(folder, dataFiles.store)
  expect(SqliteStore.open(path)).toEqual({ refused: expect.stringContaining(folder) })
  await first.close()
  const second = SqliteStore.open(path)
  expect('refused' in second).toBe(false)
  if (!('refused' in second)) await second.close()
})

test('a file that is no store is refused and left as it is', () => {
  const folder = temporaryFolder()
  const path = join(folder, dataFiles.store)
  const content = 'This is a letter, not a database. '.repeat(200)
  writeFileSync(path, content)
  expect(SqliteStore.open(path)).toEqual({ refused: expect.stringContaining('not a database') })
  expect(statSync(path).size).toBe(content.length)
})

test('a store of a newer version is refused', async () => {
  const folder = temporaryFolder()
  const path = join(folder, dataFiles.store)
  await openSqliteStore(folder).close()
  const database = new SqliteDatabase(path)
  database.exec('PRAGMA user_version = 99')
  database.close()
  expect(SqliteStore.open(path)).toEqual({ refused: expect.stringContaining('newer version') })
})

test('a data folder the server makes is readable by its owner only', () => {
  const folder = join(temporaryFolder(), 'data')
  openSqliteStore(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})
