import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { craftedUpdate } from '../../harness/craftedUpdate.ts'
import { closed, opened } from '../../harness/events.ts'
import { step1Frame, step2Frame, updateFrame } from '../../harness/frames.ts'
import { TestServer } from '../../harness/TestServer.ts'

/** Ways of writing to the common text that a client might try, each as an update of the document it has. */
const attempts: readonly { readonly what: string; write(doc: Y.Doc): void }[] = [
  { what: 'changing a word of the draft', write: doc => textOf(doc).insert(0, 'not ') },
  { what: 'deleting the draft', write: doc => textOf(doc).delete(0, 10) },
  { what: 'agreeing a paragraph', write: doc => firstBlock(doc).set('status', 'agreed ad referendum') },
  { what: 'adding a decision', write: doc => doc.getArray('decisions').push([{ is: 'status' }]) },
  {
    what: 'tabling in the name of another',
    write: doc => doc.getMap('proposals').set('p', new Y.Map([['party', 'US']])),
  },
  { what: 'a root of its own', write: doc => doc.getMap('extra').set('a', 1) },
  { what: 'emptying the parties', write: doc => doc.getMap('parties').clear() },
]

test.each(attempts)('R1: $what leaves the table as it is, by whatever message it comes', async ({ write }) => {
  const server = await TestServer.start()
  const client = await server.client('facilitator')
  const { doc } = await client.synced('table')
  const before = Y.encodeStateAsUpdate(doc)
  const other = new Y.Doc()
  Y.applyUpdate(other, before)
  write(other)
  const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
  const socket = await opened(client.socket('table'))
  for (const frame of [updateFrame(update), step2Frame(update), updateFrame(Y.encodeStateAsUpdate(other))])
    socket.send(frame)
  // A provider whose own document was changed sends all of it, too.
  write(doc)
  socket.send(step1Frame(Y.encodeStateVector(new Y.Doc())))
  const state = await stateSent(socket)
  expect(state).toEqual(await freshState(server))
  expect([...server.store.readRecord(server.negotiation, 1)].length).toBe(1)
  socket.close()
  await closed(socket)
})

// Applied, it would keep the server for half a minute, longer than this test may take.
const attackTimeoutMs = 20_000

test(
  'R1: an update built to block Yjs is not even looked at in the room of the table',
  async () => {
    const server = await TestServer.start()
    const client = await server.client('observer')
    const socket = await opened(client.socket('table'))
    const items = Array.from({ length: 15_000 }, (_, index) => ({ rightOrigin: { client: 1, clock: 2 * index } }))
    socket.send(updateFrame(craftedUpdate([{ client: 99, clock: 0, items }])))
    socket.send(step1Frame(Y.encodeStateVector(new Y.Doc())))
    await stateSent(socket)
    expect([...server.store.readRecord(server.negotiation, 1)]).toHaveLength(1)
  },
  attackTimeoutMs,
)

/** The state a new reader gets. */
async function freshState(server: TestServer): Promise<Uint8Array> {
  const reader = await opened((await server.client('observer')).socket('table'))
  reader.send(step1Frame(Y.encodeStateVector(new Y.Doc())))
  const state = await stateSent(reader)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  expect(textOf(doc).toString()).toContain('We shall keep the instruments')
  expect(doc.share.has('extra')).toBe(false)
  return state
}

/** The update of the next SyncStep2 the server sends. */
function stateSent(socket: Awaited<ReturnType<typeof opened>>): Promise<Uint8Array> {
  return new Promise(resolve => {
    socket.on('message', (data: Buffer) => {
      if (data[0] !== 0 || data[1] !== 1) return
      const doc = new Y.Doc()
      let at = 2
      while ((data[at] ?? 0) >= 128) at += 1
      Y.applyUpdate(doc, data.subarray(at + 1))
      resolve(Y.encodeStateAsUpdate(doc))
    })
  })
}

function firstBlock(doc: Y.Doc): Y.Map<unknown> {
  for (const block of doc.getMap('draft').values()) {
    const text: unknown = block instanceof Y.Map ? block.get('text') : null
    if (block instanceof Y.Map && text instanceof Y.Text && text.toString().startsWith('We shall')) return block
  }
  throw new Error('the paragraph is not in the draft')
}

function textOf(doc: Y.Doc): Y.Text {
  const text: unknown = firstBlock(doc).get('text')
  if (!(text instanceof Y.Text)) throw new Error('the paragraph has no text')
  return text
}
