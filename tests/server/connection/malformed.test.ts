import { describe, expect, test } from 'vitest'
import { editWords } from '../../../shared/desk/editWords.ts'
import { plainWords } from '../../../shared/table/words.ts'
import { craftedUpdate } from '../../harness/craftedUpdate.ts'
import { closed, docWhen, opened } from '../../harness/events.ts'
import { saidFrame, step1Frame, updateFrame } from '../../harness/frames.ts'
import { blockOf } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'

const malformed: readonly { readonly what: string; readonly frame: Uint8Array | string }[] = [
  { what: 'an empty frame', frame: new Uint8Array() },
  { what: 'an unknown message', frame: Uint8Array.of(9) },
  { what: 'an unknown kind of sync', frame: Uint8Array.of(0, 7, 0) },
  { what: 'a frame that ends too early', frame: Uint8Array.of(0, 2, 200, 1, 5) },
  { what: 'bytes behind the end', frame: Uint8Array.of(0, 0, 1, 0, 99) },
  { what: 'a state vector that is none', frame: step1Frame(Uint8Array.of(5, 1)) },
  { what: 'a number beyond all numbers', frame: new Uint8Array(40).fill(255) },
  { what: 'awareness of more than there are', frame: Uint8Array.of(1, 3, 255, 255, 3) },
  { what: 'an auth message, which only servers send', frame: Uint8Array.of(2, 0) },
  { what: 'text', frame: 'hello' },
]

describe.each(['table', 'desk/EU'])('in the room %s', room => {
  test.each(malformed)(
    'R9: $what closes that connection with a sentence, and nobody else notices',
    async ({ frame }) => {
      const server = await TestServer.start({ tabling: 'as typed' })
      const client = await server.client('delegation', 'EU')
      const seat = await client.sitDown('EU')
      const bad = await opened(client.socket(room))
      bad.send(frame)
      expect(await closed(bad)).toEqual({ code: 4400, reason: 'The program sent something that could not be read.' })
      editWords(seat.editing, blockOf(seat.table, '1'), 0, 0, plainWords('Still here, '))
      await docWhen(seat.table.doc, () => [...seat.table.proposals()].length === 1)
      expect(seat.onTable.provider.wsconnected && seat.onDesk.provider.wsconnected).toBe(true)
    },
  )
})

test('R9: a frame larger than any the server takes closes that connection', async () => {
  const server = await TestServer.start()
  const client = await server.client('delegation', 'EU')
  const socket = await opened(client.socket('desk/EU'))
  socket.send(new Uint8Array(3_000_000))
  expect((await closed(socket)).code).toBe(1009)
})

test('R9: an update the desk does not take closes that connection with the reason, and changes nothing', async () => {
  const server = await TestServer.start()
  const client = await server.client('delegation', 'EU')
  const seat = await client.sitDown('EU')
  const socket = await opened(client.socket('desk/EU'))
  socket.send(updateFrame(craftedUpdate([{ client: 7, clock: 0, items: [{ parent: 'decisions', key: 'a' }] }])))
  expect(await closed(socket)).toEqual({ code: 4422, reason: 'The change has a form that no desk has.' })
  expect(server.store.readDesk(server.negotiation, 'EU').updates).toEqual([])
  expect(seat.onDesk.provider.wsconnected).toBe(true)
  expect(server.logged.filter(({ level }) => level === 'error')).toEqual([])
})

test('R9: a state too large to show of oneself closes that connection', async () => {
  const server = await TestServer.start()
  const client = await server.client('delegation', 'EU')
  const socket = await opened(client.socket('desk/EU'))
  socket.send(saidFrame([{ client: 5, clock: 1, state: { caret: 'x'.repeat(5_000) } }]))
  expect((await closed(socket)).code).toBe(4400)
})
