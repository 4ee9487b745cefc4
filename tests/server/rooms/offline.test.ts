import { expect, test } from 'vitest'
import { editWords } from '../../../shared/desk/editWords.ts'
import { plainWords, readWords } from '../../../shared/table/words.ts'
import { docWhen } from '../../harness/events.ts'
import { blockOf } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'

test('R6: what is written offline reaches the desk when the connection returns, and is not tabled by itself', async () => {
  const server = await TestServer.start()
  const eu = await server.client('delegation', 'EU')
  const [seat, colleague] = [await eu.sitDown('EU'), await eu.sitDown('EU')]
  seat.onDesk.provider.disconnect()
  editWords(seat.editing, blockOf(seat.table, '1'), 0, 0, plainWords('Written on the train: '))
  expect([...colleague.desk.drafts()]).toEqual([])
  seat.onDesk.provider.connect()
  await docWhen(colleague.desk.doc, () => [...colleague.desk.drafts()].length === 1)
  expect([...colleague.desk.drafts()].map(({ text }) => readWords(text).text)).toEqual(['Written on the train: '])
  // Whatever the server does of itself is done before it answers the next act.
  const facilitator = await server.client('facilitator')
  expect(await facilitator.act({ act: 'tabling', tabling: 'by act' })).toMatchObject({ status: 200 })
  await docWhen(colleague.table.doc, () => colleague.table.procedure().tabling === 'by act')
  expect([...colleague.table.proposals()]).toEqual([])
})
