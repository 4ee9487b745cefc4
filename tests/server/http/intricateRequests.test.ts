import { expect, test } from 'vitest'
import { readDocumentSchema } from '../../../shared/protocol/readDocumentSchema.ts'
import { TestServer } from '../../harness/TestServer.ts'

const manyParts = 600_000

test.each([
  ['lists within lists', '['.repeat(manyParts)],
  ['members', `{${Array.from({ length: manyParts }, (_, nth) => `"${nth}":0`).join(',')}}`],
  ['marks', JSON.stringify({ document: { blocks: [{ marks: Array<object>(manyParts).fill({}) }] } })],
])('R127: a request of too many %s is refused before it is taken apart', async (_, body) => {
  const server = await TestServer.start()
  const secretariat = await server.client('secretariat')
  expect(await secretariat.post('/api/shelf', body)).toMatchObject({
    status: 400,
    body: { refused: 'The request has more parts than any text has.' },
  })
})

test('R127: commas, brackets and quotation marks in a text are no parts of the request', async () => {
  const server = await TestServer.start()
  const secretariat = await server.client('secretariat')
  const document = readDocumentSchema.parse((await secretariat.post('/api/read', '1. We lend what we have.')).body)
  const [block] = document.blocks
  const text = `We lend ${'"[{,\\" '.repeat(manyParts)}`
  const asked = { title: 'Signs', symbol: null, year: null, published: null, isAgreed: false }
  const added = await secretariat.post('/api/shelf', {
    ...asked,
    document: { ...document, blocks: [{ ...block, text }] },
  })
  expect(added).toMatchObject({ status: 200, body: { title: 'Signs' } })
})
