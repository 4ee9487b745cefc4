import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { editWords } from '../../../shared/desk/editWords.ts'
import { deletedLength } from '../../../shared/protocol/deletedLength.ts'
import { plainWords, readWords } from '../../../shared/table/words.ts'
import { docWhen, stateWhen } from '../../harness/events.ts'
import { blockOf } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'

test('R30: a delegation types at its desk and tables it; the others read it', async () => {
  const server = await TestServer.start()
  const eu = await (await server.client('delegation', 'EU')).sitDown('EU')
  const client = await server.client('delegation', 'EU')
  const us = await (await server.client('delegation', 'US')).sitDown('US')
  const host = blockOf(eu.table, '1')
  editWords(eu.editing, host, 3, 8, plainWords('should'))
  const [draft] = [...eu.desk.drafts()]
  if (draft === undefined) throw new Error('no draft')
  const state = Buffer.from(Y.encodeStateVector(eu.desk.doc)).toString('base64')
  const answer = await client.act({ act: 'table', drafts: [{ id: draft.id, words: 'should' }], state })
  expect(answer).toMatchObject({ status: 200, body: { done: true, ids: [draft.id], sequence: 2 } })
  await docWhen(us.table.doc, () => us.table.proposal(draft.id) !== null)
  const proposal = us.table.proposal(draft.id)
  expect(proposal?.party).toBe('EU')
  expect(readWords(proposal?.text ?? new Y.Text()).text).toBe('should')
})

test('R31: what is typed is on the table soon after, where tabling is as typed', async () => {
  const server = await TestServer.start({ tabling: 'as typed' })
  const eu = await (await server.client('delegation', 'EU')).sitDown('EU')
  const us = await (await server.client('delegation', 'US')).sitDown('US')
  editWords(eu.editing, blockOf(eu.table, '1'), 0, 0, plainWords('Together, '))
  await docWhen(us.table.doc, () => [...us.table.proposals()].length === 1)
  const [proposal] = [...us.table.proposals()]
  expect(proposal?.party).toBe('EU')
})

test('R5: a client learns what of its desk is durable', async () => {
  const server = await TestServer.start()
  const eu = await (await server.client('delegation', 'EU')).sitDown('EU')
  editWords(eu.editing, blockOf(eu.table, '2'), 0, 0, plainWords('Moreover, '))
  const wanted = Buffer.from(Y.encodeStateVector(eu.desk.doc)).toString('base64')
  const epoch = await stateWhen(eu.onDesk.provider.awareness, ({ server: said }) => {
    if (typeof said !== 'object' || said === null || !('saved' in said) || !('epoch' in said)) return undefined
    return said.saved === wanted ? said.epoch : undefined
  })
  expect(epoch).toBe(server.store.epoch)
})

test('R5: a client learns that what it deleted is durable, too', async () => {
  const server = await TestServer.start()
  const eu = await (await server.client('delegation', 'EU')).sitDown('EU')
  const { doc } = eu.desk
  editWords(eu.editing, blockOf(eu.table, '2'), 0, 0, plainWords('Moreover, '))
  // Written and deleted before it is sent: it arrives as collected already.
  eu.onDesk.provider.disconnect()
  const map = new Y.Map<unknown>()
  eu.desk.roots.drafts.set('gone', map)
  map.set('text', new Y.Text('words that nobody will read'))
  eu.desk.roots.drafts.delete('gone')
  const [draft] = [...eu.desk.drafts()]
  draft?.text.delete(0, 4)
  eu.onDesk.provider.connect()
  const saved = Buffer.from(Y.encodeStateVector(doc)).toString('base64')
  expect(deletedLength(doc)).toBeGreaterThan(20)
  await stateWhen(eu.onDesk.provider.awareness, ({ server: said }) => {
    if (typeof said !== 'object' || said === null || !('saved' in said) || !('deleted' in said)) return undefined
    return said.saved === saved && said.deleted === deletedLength(doc) ? true : undefined
  })
})
