import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { CommitQueue } from '../../../server/storage/CommitQueue.ts'
import { SqliteDatabase } from '../../../server/storage/SqliteDatabase.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

function openDatabase(): SqliteDatabase {
  const database = new SqliteDatabase(join(temporaryFolder(), 'any.sqlite'))
  onTestFinished(() => database.close())
  database.exec('CREATE TABLE word (place BIGINT PRIMARY KEY, bytes BLOB)')
  return database
}

/** A queue that commits only when told. */
function queueByHand(database: SqliteDatabase): CommitQueue {
  return new CommitQueue(database, { now: () => 0, after: () => {} })
}

const placesOf = (database: SqliteDatabase) =>
  database
    .prepare('SELECT place FROM word ORDER BY place')
    .all()
    .map(row => row.number('place'))

test('R5: on a full disk a whole batch is rejected, nothing of it is kept, and what comes later is kept again', async () => {
  const database = openDatabase()
  const insert = database.prepare('INSERT INTO word (place, bytes) VALUES ($1, $2)')
  const queue = queueByHand(database)
  const pages = database.prepare('PRAGMA page_count').one()?.number('page_count') ?? 0
  // SQLite gives the same error, and drops its transaction in the same way, when the file may not grow further.
  database.exec(`PRAGMA max_page_count = ${pages + 2}`)
  const sizes = [10, 100_000, 10]
  const batch = sizes.map((size, place) => queue.add(size, () => insert.run(place, new Uint8Array(size))))
  queue.flush()
  const results = await Promise.allSettled(batch)
  expect(results).toMatchObject(
    sizes.map(() => ({ status: 'rejected', reason: { kind: 'failed', message: expect.stringContaining('full') } })),
  )
  expect(placesOf(database)).toEqual([])

  const later = queue.add(0, () => insert.run(7, new Uint8Array(10)))
  queue.flush()
  expect(await later).toBe(1)
  expect(placesOf(database)).toEqual([7])
})

test('of a batch, a write that breaks a constraint is undone alone, its first half too', async () => {
  const database = openDatabase()
  const insert = database.prepare('INSERT INTO word (place) VALUES ($1) RETURNING place')
  const queue = queueByHand(database)
  const places = [[1], [2, 1], [3]]
  const batch = places.map(each => queue.add(0, () => each.map(place => insert.one(place)?.number('place'))))
  queue.flush()
  const results = await Promise.allSettled(batch)
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(placesOf(database)).toEqual([1, 3])
})

test('a statement that has failed does not repeat its failure for other values', () => {
  const database = openDatabase()
  const insert = database.prepare('INSERT INTO word (place) VALUES ($1) RETURNING place')
  expect(insert.one(1)?.number('place')).toBe(1)
  expect(() => insert.one(1)).toThrow('UNIQUE')
  expect(insert.one(2)?.number('place')).toBe(2)
})

test('a lone null and lone bytes are values like any other', () => {
  const database = openDatabase()
  const read = database.prepare('SELECT $1 AS value')
  expect(read.one(null)?.textOrNull('value')).toBeNull()
  expect(read.one(new Uint8Array([1, 0]))?.bytes('value')).toEqual(new Uint8Array([1, 0]))
  expect(read.one(new Uint8Array())?.bytes('value')).toEqual(new Uint8Array())
})

test('a column that does not hold what the schema says is reported, not passed on', () => {
  const row = openDatabase().prepare("SELECT 'text' AS a, 1.5 AS b, NULL AS c").one()
  expect(() => row?.number('a')).toThrow('column a')
  expect(() => row?.number('b')).toThrow('column b')
  expect(() => row?.bytes('c')).toThrow('column c')
  expect(() => row?.text('absent')).toThrow('column absent')
})

test('after closing, a statement throws instead of reading on', () => {
  const database = openDatabase()
  const read = database.prepare('SELECT place FROM word')
  expect(read.all()).toEqual([])
  database.close()
  expect(() => read.all()).toThrow('closed')
})
