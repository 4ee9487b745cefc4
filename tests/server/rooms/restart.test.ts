import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../../server/newId.ts'
import { editWords } from '../../../shared/desk/editWords.ts'
import { specimenProposals, specimenStances } from '../../../shared/specimen/specimenProposals.ts'
import { plainWords, readWords } from '../../../shared/table/words.ts'
import { ChildServer } from '../../harness/ChildServer.ts'
import { docWhen, stateWhen } from '../../harness/events.ts'
import { blockOf, isSynced } from '../../harness/TestClient.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

/** Resolves when a provider has noticed that its connection is gone. */
function lost(provider: Parameters<typeof isSynced>[0]): Promise<void> {
  return new Promise(resolve => provider.once('connection-close', () => resolve()))
}

const startMs = 60_000

test('a first start lays the specimen, with everything its parties propose and say', { timeout: startMs }, async () => {
  const server = await ChildServer.start(temporaryFolder())
  expect(server.printed.filter(line => line.includes('/join/')).map(line => line.split(' ')[0])).toEqual([
    'facilitator',
    'secretariat',
    'delegation',
    'delegation',
    'delegation',
    'observer',
  ])
  const seat = await (await server.client('European Union')).sitDown('eu')
  const proposals = [...seat.table.proposals()]
  expect(proposals.length).toBe(specimenProposals.length)
  expect(proposals.every(({ standing }) => standing.is === 'open')).toBe(true)
  const stances = proposals.flatMap(({ id }) => seat.table.stancesOn(id))
  expect(stances.length).toBe(specimenStances.length)
  const own = proposals.filter(({ party }) => party === 'eu').map(({ id }) => id)
  expect([...seat.desk.drafts()].map(({ id }) => id).sort()).toEqual(own.sort())
})

test('R5: after kill -9 unmodified providers come back by themselves and find what was acknowledged', {
  timeout: startMs,
}, async () => {
  const folder = temporaryFolder()
  const server = await ChildServer.start(folder)
  const client = await server.client('European Union')
  const seat = await client.sitDown('eu')
  const host = blockOf(seat.table, '9')
  editWords(seat.editing, host, 0, 0, plainWords('With gratitude, '))
  const wanted = Buffer.from(Y.encodeStateVector(seat.desk.doc)).toString('base64')
  const epoch = await stateWhen(seat.onDesk.provider.awareness, ({ server: said }) =>
    typeof said === 'object' && said !== null && 'saved' in said && said.saved === wanted && 'epoch' in said
      ? said.epoch
      : undefined,
  )
  await docWhen(seat.table.doc, () => tabled(seat.table, 'With gratitude, '))
  const facilitator = await server.client('Facilitator')
  const key = newId()
  const act = { act: 'tabling', tabling: 'by act' } as const
  const answer = await facilitator.act(act, key)
  expect(answer.status).toBe(200)

  const gone = [lost(seat.onTable.provider), lost(seat.onDesk.provider)]
  await server.kill()
  await Promise.all(gone)
  editWords(seat.editing, host, 0, 0, plainWords('Offline too: '))
  await server.restart()
  await Promise.all([isSynced(seat.onTable.provider), isSynced(seat.onDesk.provider)])

  expect(tabled(seat.table, 'With gratitude, ')).toBe(true)
  const sinceEpoch = await stateWhen(seat.onDesk.provider.awareness, ({ server: said }) =>
    typeof said === 'object' && said !== null && 'epoch' in said ? said.epoch : undefined,
  )
  expect(sinceEpoch).toBe(epoch)
  expect(await facilitator.act(act, key)).toEqual(answer)
  const other = await (await server.client('European Union')).sitDown('eu')
  const typed = () => [...other.desk.drafts()].map(({ text }) => readWords(text).text)
  await docWhen(other.desk.doc, () => typed().some(text => text.includes('Offline too: ')))
  expect(typed().some(text => text.includes('With gratitude, '))).toBe(true)
  expect(await server.end()).toBe(0)
})

function tabled(table: { proposals(): Iterable<{ readonly text: Y.Text }> }, words: string): boolean {
  return [...table.proposals()].some(({ text }) => readWords(text).text.includes(words))
}
