import { expect, test } from 'vitest'
import { MemoryStore } from '../../../server/storage/MemoryStore.ts'
import { StorageError } from '../../../server/storage/StorageError.ts'
import type { StoredEntry } from '../../../server/storage/Store.ts'
import { editWords } from '../../../shared/desk/editWords.ts'
import { plainWords } from '../../../shared/table/words.ts'
import { docWhen } from '../../harness/events.ts'
import { blockOf } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'

/** A disk that can be held up, and filled. */
class TroubledStore extends MemoryStore {
  isFull = false
  held: Promise<void> = Promise.resolve()

  override async appendRecord(negotiation: string, entry: StoredEntry): Promise<void> {
    await this.held
    if (this.isFull) throw new StorageError('failed', 'The disk is full.')
    return super.appendRecord(negotiation, entry)
  }

  override async appendDeskUpdate(negotiation: string, party: string, update: Uint8Array): Promise<number> {
    if (this.isFull) throw new StorageError('failed', 'The disk is full.')
    return super.appendDeskUpdate(negotiation, party, update)
  }
}

const reopen = { act: 'tabling', tabling: 'as typed' } as const

test('R5: an act is neither answered nor shown before it is durable', async () => {
  const store = new TroubledStore()
  const server = await TestServer.start({ store })
  const facilitator = await server.client('facilitator')
  const reader = await (await server.client('delegation', 'EU')).sitDown('EU')
  let letGo = () => {}
  store.held = new Promise(resolve => {
    letGo = resolve
  })
  let isAnswered = false
  const answer = facilitator.act(reopen).then(given => {
    isAnswered = true
    return given
  })
  // Whoever comes meanwhile is shown nothing of it either: their state waits until it is durable.
  const late = (await server.client('observer')).synced('table')
  let isShown = false
  void late.then(() => {
    isShown = true
  })
  await facilitator.get('/api/health')
  await facilitator.get('/api/health')
  expect({ isAnswered, isShown, tabling: reader.table.procedure().tabling }).toEqual({
    isAnswered: false,
    isShown: false,
    tabling: 'by act',
  })
  letGo()
  expect((await answer).status).toBe(200)
  await docWhen(reader.table.doc, () => reader.table.procedure().tabling === 'as typed')
  await late
})

test('R5: an act the disk does not take is not done, nobody sees it, and the table goes on from what is kept', async () => {
  const store = new TroubledStore()
  const server = await TestServer.start({ store })
  const facilitator = await server.client('facilitator')
  const reader = await (await server.client('delegation', 'EU')).sitDown('EU')
  store.isFull = true
  const refused = await facilitator.act(reopen, 'key-of-the-act')
  expect(refused).toMatchObject({ status: 503, body: { because: 'not kept' } })
  store.isFull = false
  expect(await facilitator.act(reopen, 'key-of-the-act')).toMatchObject({ status: 200, body: { sequence: 2 } })
  await docWhen(reader.table.doc, () => reader.table.procedure().tabling === 'as typed')
  expect([...store.readRecord(server.negotiation, 1)].length).toBe(2)
})

test('R5: words the disk does not take stay on the device and are kept when it takes them again', async () => {
  const store = new TroubledStore()
  const server = await TestServer.start({ store })
  const client = await server.client('delegation', 'EU')
  const seat = await client.sitDown('EU')
  store.isFull = true
  editWords(seat.editing, blockOf(seat.table, '1'), 0, 0, plainWords('Kept in the end: '))
  await new Promise<void>(resolve => seat.onDesk.provider.once('connection-close', () => resolve()))
  expect(store.readDesk(server.negotiation, 'EU').updates).toEqual([])
  store.isFull = false
  const colleague = await (await server.client('delegation', 'EU')).sitDown('EU')
  await docWhen(colleague.desk.doc, () => [...colleague.desk.drafts()].length === 1)
})
