import { expect, test } from 'vitest'
import { readDocumentSchema } from '../../../shared/protocol/readDocumentSchema.ts'
import type { TestClient } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'
import { zipBomb } from '../../harness/zipOf.ts'
import { p, wordFile } from '../documents/wordText.ts'

const post = (client: TestClient, body: Uint8Array, signal: AbortSignal | null = null) =>
  fetch(`${client.url}/api/read`, { method: 'POST', headers: client.headers, body: Buffer.from(body), signal })

const letter = wordFile(p('Draft declaration on lending') + p('1. We meet.'))

test('R83: a Word file is read by its bytes, whatever it is called', async () => {
  const server = await TestServer.start()
  const answer = await post(await server.client('secretariat'), letter)
  expect(answer.status).toBe(200)
  expect(readDocumentSchema.parse(await answer.json())).toMatchObject({
    title: 'Draft declaration on lending',
    warnings: [],
  })
})

test('R87: a file that unfolds to gigabytes is refused, and meanwhile the server answers others', async () => {
  const server = await TestServer.start()
  const client = await server.client('facilitator')
  const reading = post(client, zipBomb('word/document.xml', '<w:document>', 3_000))
  const waits: number[] = []
  let isRead = false
  void reading.finally(() => {
    isRead = true
  })
  while (!isRead) {
    const askedMs = performance.now()
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
    waits.push(performance.now() - askedMs)
  }
  const answer = await reading
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ because: 'impossible', refused: expect.stringContaining('unfolds') })
  // What one waits is a matter of milliseconds; the bound is for a machine busy with other tests.
  expect(Math.max(...waits)).toBeLessThan(1_000)
  expect((await post(client, letter)).status).toBe(200)
})

test('R88: whoever hangs up while a file is read keeps nobody waiting', async () => {
  const server = await TestServer.start()
  const client = await server.client('facilitator')
  const long = wordFile(p('Draft declaration on lending') + p('1. We meet.').repeat(200_000))
  const hangUp = new AbortController()
  const given = post(client, long, hangUp.signal)
  const next = post(client, letter)
  hangUp.abort()
  await expect(given).rejects.toThrow('aborted')
  expect((await next).status).toBe(200)
})
