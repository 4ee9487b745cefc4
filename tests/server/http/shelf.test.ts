import { join } from 'node:path'
import { expect, test } from 'vitest'
import { laySpecimen } from '../../../server/specimen/laySpecimen.ts'
import { dataFiles } from '../../../server/storage/dataFiles.ts'
import { SqliteDatabase } from '../../../server/storage/SqliteDatabase.ts'
import { migrations } from '../../../server/storage/schema.ts'
import { LONGEST_TEXT_CHARACTERS } from '../../../shared/exchange/unreadableReason.ts'
import { readDocumentSchema } from '../../../shared/protocol/readDocumentSchema.ts'
import { type NewShelfText, shelfEntrySchema, shelfSchema, shelfTextSchema } from '../../../shared/protocol/Shelf.ts'
import { describedAs } from '../../../shared/shelf/describedAs.ts'
import { openSqliteStore } from '../../harness/openSqliteStore.ts'
import type { TestClient } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'
import { officialText } from '../../shared/exchange/officialText.ts'

const lending = 'Report on lending\n\n1. We lend what we do not need.\n'

/** A text as the Secretariat puts it on the shelf: read by the server, described as proposed. */
async function reviewed(client: TestClient, text: string): Promise<NewShelfText> {
  const document = readDocumentSchema.parse((await client.post('/api/read', text)).body)
  return { ...describedAs(document), document }
}

async function shelfOf(client: TestClient) {
  return shelfSchema.parse((await client.get('/api/shelf')).body)
}

test('R113: a text that the Secretariat adds is read by everybody, in every negotiation of the server', async () => {
  const server = await TestServer.start()
  const secretariat = await server.client('secretariat')
  const text = await reviewed(secretariat, lending)
  const added = shelfEntrySchema.parse((await secretariat.post('/api/shelf', text)).body)
  expect(added).toMatchObject({ title: 'Report on lending', words: 10, isRendering: false, addedBy: 'secretariat' })
  const observer = await server.client('observer')
  expect((await shelfOf(observer)).texts).toEqual([added])
  expect(shelfTextSchema.parse((await observer.get(`/api/shelf/${added.id}`)).body)).toEqual({
    ...added,
    document: text.document,
  })
  const again = await TestServer.start({ store: server.store })
  expect((await shelfOf(await again.client('delegation', 'EU'))).texts).toEqual([added])
})

test('R113: a delegation and an observer add, describe and remove nothing', async () => {
  const server = await TestServer.start()
  const secretariat = await server.client('secretariat')
  const text = await reviewed(secretariat, lending)
  const { id } = shelfEntrySchema.parse((await secretariat.post('/api/shelf', text)).body)
  for (const client of [await server.client('delegation', 'EU'), await server.client('observer')]) {
    const refusals = [
      await client.post('/api/shelf', text),
      await client.ask('PATCH', `/api/shelf/${id}`, { title: 'Mine' }),
      await client.ask('DELETE', `/api/shelf/${id}`),
    ]
    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        status: 403,
        body: { refused: 'The shelf is kept by the facilitator and the Secretariat.' },
      })
  }
  expect((await shelfOf(secretariat)).texts).toMatchObject([{ id, title: 'Report on lending' }])
})

test('R115: what is said of a text can be changed, its words cannot; removed, it is gone', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const text = await reviewed(facilitator, lending)
  const added = shelfEntrySchema.parse((await facilitator.post('/api/shelf', text)).body)
  const path = `/api/shelf/${added.id}`
  const changed = await facilitator.ask('PATCH', path, { title: ' On lending ', year: 1998, isAgreed: true })
  expect(changed).toEqual({ status: 200, body: { ...added, title: 'On lending', year: 1998, isAgreed: true } })
  expect(await facilitator.ask('PATCH', path, { published: 'javascript:alert(1)' })).toMatchObject({ status: 400 })
  expect(await facilitator.ask('PATCH', path, { title: ' ' })).toMatchObject({ status: 400 })
  expect((await facilitator.get(path)).body).toMatchObject({ title: 'On lending', document: text.document })
  expect(await facilitator.ask('DELETE', path)).toEqual({ status: 200, body: { removed: added.id } })
  expect((await shelfOf(facilitator)).texts).toEqual([])
  for (const answer of [facilitator.get(path), facilitator.ask('PATCH', path, {}), facilitator.ask('DELETE', path)])
    expect(await answer).toMatchObject({ status: 422, body: { refused: expect.stringContaining('no such text') } })
})

test('a text is sent once: its tag answers 304 until something else is said of it', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const { id } = shelfEntrySchema.parse(
    (await facilitator.post('/api/shelf', await reviewed(facilitator, lending))).body,
  )
  const ask = (tag: string) =>
    fetch(`${server.url}/api/shelf/${id}`, { headers: { ...facilitator.headers, 'if-none-match': tag } })
  const first = await ask('"another"')
  const tag = first.headers.get('etag') ?? ''
  expect(first).toMatchObject({ status: 200 })
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  const second = await ask(`"another", W/${tag}`)
  expect({ status: second.status, text: await second.text(), tag: second.headers.get('etag') }).toEqual({
    status: 304,
    text: '',
    tag,
  })
  await facilitator.ask('PATCH', `/api/shelf/${id}`, { year: 1998 })
  expect((await ask(tag)).status).toBe(200)
  // Everything else of the API stays out of every cache.
  expect((await fetch(`${server.url}/api/shelf`, { headers: facilitator.headers })).headers.get('cache-control')).toBe(
    'no-store',
  )
  await server.store.updateCapacity(facilitator.capacity, { closedAt: 1 })
  expect((await ask(tag)).status).toBe(401)
})

test('R116: a text without a paragraph, one that is there already, and one too large are refused with a sentence', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const text = await reviewed(facilitator, lending)
  await facilitator.post('/api/shelf', text)
  const again = await facilitator.post('/api/shelf', { ...text, title: 'Another name' })
  expect(again).toMatchObject({
    status: 422,
    body: { refused: 'This text is already on the shelf, as “Report on lending”.' },
  })
  const blocks = text.document.blocks.filter(({ kind }) => kind === 'title')
  const bare = await facilitator.post('/api/shelf', { ...text, document: { ...text.document, blocks } })
  expect(bare).toMatchObject({ status: 422, body: { refused: expect.stringContaining('No paragraph') } })
  const huge = await facilitator.post('/api/shelf', 'x'.repeat(4 * LONGEST_TEXT_CHARACTERS + 1))
  expect(huge).toMatchObject({ status: 413, body: { refused: expect.stringContaining('5,000,000') } })
  expect(await facilitator.post('/api/shelf', { ...text, title: '' })).toMatchObject({ status: 400 })
  expect((await shelfOf(facilitator)).texts).toHaveLength(1)
})

test('R114, R115: at the first start the rendering of 2019 stands on the shelf, until the official text takes its place', async () => {
  const server = await TestServer.start()
  await laySpecimen(server.running.parts)
  const secretariat = await server.client('secretariat')
  const before = await shelfOf(secretariat)
  expect(before.texts).toMatchObject([
    { title: expect.stringContaining('not the official text'), year: 2019, isAgreed: false, isRendering: true },
  ])
  const [rendering] = before.texts
  if (rendering === undefined) throw new Error('no rendering')
  expect(before.missing.map(({ year }) => year)).toEqual([2009, 2014, 2016, 2019, 2024])
  expect(before.missing.find(({ year }) => year === 2019)?.rendering).toBe(rendering.id)
  for (const change of [{ isAgreed: true }, { title: '2019 Ministerial Declaration' }])
    expect(await secretariat.ask('PATCH', `/api/shelf/${rendering.id}`, change)).toMatchObject({ status: 422 })

  await secretariat.post('/api/shelf', await reviewed(secretariat, officialText('high-level-declaration-2024')))
  expect((await shelfOf(secretariat)).missing.map(({ year }) => year)).toEqual([2009, 2014, 2016, 2019])

  // A stand-in for the official text, which is not ours to ship.
  const official = 'Ministerial Declaration of 2019\n\n1. We lend what we do not need.\n'
  const text = await reviewed(secretariat, official)
  expect(text).toMatchObject({ title: '2019 Ministerial Declaration', symbol: 'E/2019/28', isAgreed: true })
  await secretariat.post('/api/shelf', { ...text, isAgreed: false })
  expect((await shelfOf(secretariat)).texts.map(({ id }) => id)).toContain(rendering.id)
  const doubtful = (await shelfOf(secretariat)).texts.find(({ isRendering, year }) => year === 2019 && !isRendering)
  await secretariat.ask('PATCH', `/api/shelf/${doubtful?.id}`, { isAgreed: true })
  const after = await shelfOf(secretariat)
  expect(after.texts.map(({ year, isRendering }) => ({ year, isRendering }))).toEqual([
    { year: 2019, isRendering: false },
    { year: 2024, isRendering: false },
  ])
  expect(after.missing.map(({ year }) => year)).toEqual([2009, 2014, 2016])
})

test('R115: put on the shelf as agreed, the official text takes the place of its rendering at once', async () => {
  const server = await TestServer.start()
  await laySpecimen(server.running.parts)
  const secretariat = await server.client('secretariat')
  const official = 'Ministerial Declaration of 2019\n\n1. We lend what we do not need.\n'
  await secretariat.post('/api/shelf', await reviewed(secretariat, official))
  expect((await shelfOf(secretariat)).texts).toMatchObject([{ year: 2019, isAgreed: true, isRendering: false }])
})

test('a specimen laid twice, after a start that was cut off, has one rendering on the shelf', async () => {
  const server = await TestServer.start()
  await laySpecimen(server.running.parts)
  await laySpecimen(server.running.parts)
  expect(server.running.parts.shelf.contents().texts).toHaveLength(1)
})

test('R113: a data folder from before there was a shelf opens with an empty one, and keeps what is put there', async () => {
  const folder = temporaryFolder()
  const [first = ''] = migrations
  const old = new SqliteDatabase(join(folder, dataFiles.store))
  old.exec(first)
  old.exec("INSERT INTO store (name, value) VALUES ('epoch', 'old'); PRAGMA user_version = 1")
  old.close()
  const store = openSqliteStore(folder)
  expect(store.epoch).toBe('old')
  const server = await TestServer.start({ store })
  const facilitator = await server.client('facilitator')
  expect(await shelfOf(facilitator)).toMatchObject({ texts: [], missing: [{ rendering: null }, {}, {}, {}, {}] })
  expect(await facilitator.post('/api/shelf', await reviewed(facilitator, lending))).toMatchObject({ status: 200 })
  expect((await shelfOf(facilitator)).texts).toHaveLength(1)
})
