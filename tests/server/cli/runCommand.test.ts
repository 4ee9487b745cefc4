import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../../../server/cli/runCommand.ts'
import { loadSecret } from '../../../server/record/loadSecret.ts'
import { dataFiles } from '../../../server/storage/dataFiles.ts'
import { SqliteDatabase } from '../../../server/storage/SqliteDatabase.ts'
import { entryAfter } from '../../harness/entryAfter.ts'
import { openSqliteStore } from '../../harness/openSqliteStore.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

async function run(args: readonly string[], dataDir: string, more: Record<string, string> = {}) {
  let out = ''
  let err = ''
  const code = await runCommand(args, {
    variables: { DATA_DIR: dataDir, ...more },
    readFile: () => Promise.reject(new Error('not asked for')),
    write: text => {
      out += text
    },
    fail: text => {
      err += text
    },
  })
  return { code, out, err }
}

/** A data folder with one negotiation and one way in, its server still running. */
async function dataFolder(): Promise<string> {
  const folder = temporaryFolder()
  const store = openSqliteStore(folder)
  await store.createNegotiation({ id: 'n1', title: 'Our talks', createdAt: 1, settings: '{}' })
  await store.appendRecord('n1', entryAfter('n1', null))
  const capacity = {
    role: 'observer',
    party: null,
    person: 'A visitor',
    tokenHash: 'hash',
    generation: 1,
    closedAt: null,
  }
  await store.createCapacity({ id: 'c1', negotiation: 'n1', createdAt: 1, ...capacity })
  loadSecret(folder)
  return folder
}

test('an unknown command is said to be unknown, and ends with 2', async () => {
  expect(await run(['adopt'], temporaryFolder())).toMatchObject({ code: 2, err: expect.stringContaining('adopt') })
  expect((await run([], temporaryFolder())).code).toBe(2)
  expect(await run(['help'], temporaryFolder())).toMatchObject({ code: 0, out: expect.stringContaining('verify') })
})

test('links prints the ways in again, with the address people use, while the server is running', async () => {
  const { code, out } = await run(['links'], await dataFolder(), { PUBLIC_URL: 'https://talks.example/' })
  expect(code).toBe(0)
  expect(out).toMatch(/observer A visitor https:\/\/talks\.example\/join\/[\w-]{32}\n/)
})

test('R60: verify proves every record, and ends with 1 when one was tampered with', async () => {
  const folder = await dataFolder()
  expect(await run(['verify'], folder)).toMatchObject({ code: 0, out: expect.stringContaining('intact, 1 act') })
  const database = new SqliteDatabase(join(folder, dataFiles.store))
  database.exec("UPDATE record SET act = '{}'")
  database.close()
  expect(await run(['verify'], folder)).toMatchObject({ code: 1, out: expect.stringContaining('NOT INTACT at act 1') })
})

test('R60: verify finds by a head that somebody has kept that the end of a record is missing or another', async () => {
  const folder = await dataFolder()
  const head = entryAfter('n1', null).hash
  const verify = (...args: readonly string[]) => run(['verify', ...args], folder)
  expect(await verify('n1', '1', head)).toMatchObject({ code: 0, out: expect.stringContaining(head) })
  expect(await verify('n1', '1', '0'.repeat(64))).toMatchObject({ code: 1, out: expect.stringMatching(/another/) })
  expect(await verify('n1', '2', head)).toMatchObject({ code: 1, out: expect.stringMatching(/act 2 was acknowledged/) })
  expect(await verify('n2', '1', head)).toMatchObject({ code: 1, err: expect.stringMatching(/no negotiation n2/) })
  for (const args of [['n1'], ['n1', '0', head], ['n1', '1', 'head'], ['n1', '1', head, 'more']])
    expect((await verify(...args)).code).toBe(2)
})

test('R7: backup copies the data folder while the server is running, and restore makes a new one of it', async () => {
  const folder = await dataFolder()
  const target = join(temporaryFolder(), 'backup')
  expect((await run(['backup', target], folder)).code).toBe(0)
  const restored = join(temporaryFolder(), 'restored')
  expect((await run(['restore', target], restored)).code).toBe(0)
  expect(existsSync(join(restored, dataFiles.store))).toBe(true)
  expect((await run(['verify'], restored)).code).toBe(0)
  expect(await run(['backup', target], folder)).toMatchObject({ code: 1, err: expect.stringMatching(/empty folder/) })
  expect((await run(['backup'], folder)).code).toBe(2)
})

test('where there is no data folder, commands say so', async () => {
  for (const command of ['links', 'verify'])
    expect(await run([command], join(temporaryFolder(), 'none'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no store/),
    })
})

test('a configuration that cannot be used is refused with what is wrong', async () => {
  const { code, err } = await run(['links'], temporaryFolder(), { PUBLIC_URL: 'https://talks.example/adref' })
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('PUBLIC_URL') })
  expect((await run(['links'], temporaryFolder(), { PORT: '70000' })).err).toContain('PORT')
})
