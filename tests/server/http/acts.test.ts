import { expect, test } from 'vitest'
import { newId } from '../../../server/newId.ts'
import { openSqliteStore } from '../../harness/openSqliteStore.ts'
import { TestClient } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

const asTyped = { act: 'tabling', tabling: 'as typed' } as const
const byAct = { act: 'tabling', tabling: 'by act' } as const

test('R4: an act repeated under its key is done once and answered alike, also when both are under way', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const key = newId()
  const [one, two] = await Promise.all([facilitator.act(asTyped, key), facilitator.act(asTyped, key)])
  const three = await facilitator.act(asTyped, key)
  expect(one).toMatchObject({ status: 200, body: { done: true, sequence: 2 } })
  expect(two).toEqual(one)
  expect(three).toEqual(one)
  expect([...server.store.readRecord(server.negotiation, 1)].length).toBe(2)
})

test('R4: another act under the same key is refused; another capacity may use it', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const key = newId()
  await facilitator.act(asTyped, key)
  expect(await facilitator.act(byAct, key)).toMatchObject({ status: 422, body: { because: 'impossible' } })
  expect(await (await server.client('secretariat')).act(byAct, key)).toMatchObject({
    status: 200,
    body: { sequence: 3 },
  })
})

test('R4: an act repeated after a restart is answered as it was', async () => {
  const folder = temporaryFolder()
  const store = openSqliteStore(folder)
  const server = await TestServer.start({ store })
  const facilitator = await server.client('facilitator')
  const key = newId()
  const answer = await facilitator.act(asTyped, key)
  expect(answer.status).toBe(200)
  await server.running.close()
  await store.close()
  const again = await TestServer.start({ store: openSqliteStore(folder) })
  const { negotiation, capacity, token } = facilitator
  const returned = new TestClient(again.url, negotiation, capacity, token)
  expect(await returned.act(asTyped, key)).toEqual(answer)
  expect(await returned.act(byAct, key)).toMatchObject({ status: 422 })
})

test('R3, R4: a refused act is not kept, and its key may be used for what is done after', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const key = newId()
  const impossible = { act: 'status', block: 'block:nowhere', to: 'deleted' } as const
  expect(await facilitator.act(impossible, key)).toMatchObject({ status: 422 })
  expect(await facilitator.act(asTyped, key)).toMatchObject({ status: 200, body: { sequence: 2 } })
})

test('R3: many acts at once are done one after another, each on what the one before left', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => facilitator.act(index % 2 === 0 ? asTyped : byAct)),
  )
  const sequences = answers.map(({ body }) => Number(body['sequence'])).sort((a, b) => a - b)
  expect(sequences).toEqual(Array.from({ length: 40 }, (_, index) => index + 2))
  const { body } = await facilitator.get(`/api/negotiations/${server.negotiation}/record?from=30&limit=5`)
  expect(body).toMatchObject({ next: 35 })
  const acts = body['acts']
  if (!Array.isArray(acts)) throw new Error('no acts')
  for (const [index, act] of acts.entries()) if (index > 0) expect(act.previous).toBe(acts[index - 1].head)
})

test.each([
  ['no JSON', '{'],
  ['no key', asTyped],
  ['a key too short', { key: 'a', ...asTyped }],
  ['no act', { key: 'a-good-key' }],
  ['an unknown act', { key: 'a-good-key', act: 'adopt' }],
  ['a field of another kind', { key: 'a-good-key', act: 'tabling', tabling: 'whenever' }],
  ['an id that is none', { key: 'a-good-key', act: 'withdraw', proposal: '__proto__' }],
])('a request with %s is answered 400 with the reason', async (_what, body) => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const answer = await facilitator.post(`/api/negotiations/${server.negotiation}/acts`, body)
  expect(answer).toMatchObject({
    status: 400,
    body: { because: 'malformed', refused: expect.stringMatching(/\w.*\.$/) },
  })
})

test('a request larger than any act is answered 413', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const answer = await facilitator.post(`/api/negotiations/${server.negotiation}/acts`, 'x'.repeat(2_100_000))
  expect(answer).toMatchObject({ status: 413, body: { because: 'too large' } })
})

test('R3: the page of another site cannot act with a visitor’s cookie; a program with the token can', async () => {
  const server = await TestServer.start({ publicUrl: 'https://talks.example' })
  const facilitator = await server.client('facilitator')
  const path = `/api/negotiations/${server.negotiation}/acts?as=${facilitator.capacity}`
  const cookie = `adref-${facilitator.capacity}=${facilitator.token}`
  const send = (headers: Record<string, string>) => facilitator.post(path, { key: newId(), ...asTyped }, headers)
  expect((await send({ cookie, origin: 'https://evil.example' })).status).toBe(403)
  expect((await send({ cookie, origin: 'null' })).status).toBe(403)
  expect((await send({ cookie, origin: 'https://talks.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send({ cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect([...server.store.readRecord(server.negotiation, 1)].length).toBe(1)
  expect((await send({ cookie, origin: 'https://talks.example', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await send({ ...facilitator.headers, origin: 'https://evil.example' })).status).toBe(200)
})
