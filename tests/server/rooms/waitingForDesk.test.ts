import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../../server/newId.ts'
import { DeskRoom } from '../../../server/rooms/DeskRoom.ts'
import { MemoryStore } from '../../../server/storage/MemoryStore.ts'
import { editWords } from '../../../shared/desk/editWords.ts'
import { negotiationId, partyId } from '../../../shared/table/ids.ts'
import { plainWords } from '../../../shared/table/words.ts'
import { blockOf } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

test('R30: tabling waits until the server has the words it names', async () => {
  const server = await TestServer.start()
  const client = await server.client('delegation', 'EU')
  const seat = await client.sitDown('EU')
  seat.onDesk.provider.disconnect()
  editWords(seat.editing, blockOf(seat.table, '1'), 0, 0, plainWords('Typed just now, '))
  const [draft] = [...seat.desk.drafts()]
  if (draft === undefined) throw new Error('no draft')
  const state = base64(Y.encodeStateVector(seat.desk.doc))
  const answer = client.act({ act: 'table', drafts: [{ id: draft.id, words: 'Typed just now, ' }], state })
  await client.get('/api/health')
  seat.onDesk.provider.connect()
  expect(await answer).toMatchObject({ status: 200, body: { ids: [draft.id] } })
})

test('R30: words that do not arrive in time are not waited for', async () => {
  vi.useFakeTimers()
  try {
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const parts = { store: new MemoryStore(), now: () => 0, newId, log, forget: () => {} }
    const room = new DeskRoom(parts, negotiationId('n'), partyId('EU'), () => Promise.resolve())
    const doc = new Y.Doc()
    doc.getMap('drafts').set('a', new Y.Map())
    const reached = room.reaches(base64(Y.encodeStateVector(doc)), 5_000)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await reached).toBe(false)
    expect(await room.reaches('no state vector', 5_000)).toBe(false)
    expect(await room.reaches(base64(Y.encodeStateVector(new Y.Doc())), 5_000)).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})
