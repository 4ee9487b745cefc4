import { expect, test } from 'vitest'
import { newId } from '../../../server/newId.ts'
import { PastStates } from '../../../server/shelf/PastStates.ts'
import { laySpecimen } from '../../../server/specimen/laySpecimen.ts'
import { comparedBlocks } from '../../../shared/compare/comparedBlocks.ts'
import { draftBlocks } from '../../../shared/compare/draftBlocks.ts'
import type { ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { readText } from '../../../shared/exchange/readText.ts'
import { Sheet } from '../../../shared/projection/Sheet.ts'
import { earlierStateSchema, momentsSchema, stateReadings } from '../../../shared/protocol/EarlierState.ts'
import { draftMidterm } from '../../../shared/specimen/draftMidterm.ts'
import { capacityId, partyId } from '../../../shared/table/ids.ts'
import { openSqliteStore } from '../../harness/openSqliteStore.ts'
import { blockOf, type TestClient } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

const before = 'We invite all parties to report every year.'
const after = 'All of us invite all parties to report every year.'

const wordsOf = ({ blocks }: ReadDocument, label: string) => blocks.find(block => block.label === label)?.text

async function stateOf(client: TestClient, sequence: number, reading = 'clean') {
  const path = `/api/negotiations/${client.negotiation}/states/${sequence}?reading=${encodeURIComponent(reading)}`
  return earlierStateSchema.parse((await client.get(path)).body)
}

/** A negotiation in which the EU has proposed (act 2), the facilitator has incorporated (3) and taken it back (4). */
async function decided() {
  const server = await TestServer.start()
  const [eu, us, facilitator] = await Promise.all([
    server.client('delegation', 'EU'),
    server.client('delegation', 'US'),
    server.client('facilitator'),
  ])
  const { table } = await eu.sitDown('EU')
  const host = blockOf(table, '2')
  const proposed = await eu.act({ act: 'propose', host, from: 0, to: 2, was: 'We', text: 'All of us' })
  const [proposal = ''] = actIds(proposed.body)
  const incorporated = await facilitator.act({
    act: 'incorporate',
    proposals: [proposal],
    texts: [{ host, before, after }],
  })
  const [decision = ''] = actIds(incorporated.body)
  await facilitator.act({ act: 'take back', decision })
  return { server, eu, us, facilitator, host }
}

function actIds(body: Record<string, unknown>): readonly string[] {
  const ids = body['ids']
  if (!Array.isArray(ids)) throw new Error(JSON.stringify(body))
  return ids.map(String)
}

test('R117: the draft is read as it was after any act of the record, in each reading', async () => {
  const { server, eu, us } = await decided()
  const clean = []
  for (const sequence of [1, 2, 3, 4]) clean.push(wordsOf((await stateOf(us, sequence)).document, '2'))
  expect(clean).toEqual([before, before, after, before])
  expect(wordsOf((await stateOf(us, 2, 'everything incorporated')).document, '2')).toBe(after)
  expect(wordsOf((await stateOf(us, 1, 'everything incorporated')).document, '2')).toBe(before)
  expect(wordsOf((await stateOf(eu, 2, 'ours taken')).document, '2')).toBe(after)
  expect(wordsOf((await stateOf(us, 2, 'ours taken')).document, '2')).toBe(before)
  const [entry] = server.store.readRecord(server.negotiation, 3)
  expect(await stateOf(eu, 3)).toMatchObject({ sequence: 3, at: entry?.at, head: entry?.hash })
  expect([...server.store.readRecord(server.negotiation, 1)]).toHaveLength(4)
})

test('R117: the moments to choose from are the laying of the draft and the decisions, with what they were on', async () => {
  const { us, host } = await decided()
  const { moments } = momentsSchema.parse((await us.get(`/api/negotiations/${us.negotiation}/states?zone=60`)).body)
  expect(moments.map(({ sequence, is, on }) => ({ sequence, is, on }))).toEqual([
    { sequence: 1, is: 'draft', on: [] },
    { sequence: 3, is: 'incorporate', on: [host] },
    { sequence: 4, is: 'take back', on: [host] },
  ])
})

test('R3, R117: an act that is not on the record, a reading that is none, and another negotiation are refused', async () => {
  const { server, us } = await decided()
  const path = `/api/negotiations/${us.negotiation}/states`
  expect(await us.get(`${path}/5`)).toMatchObject({ status: 422, body: { refused: 'The record has no act 5.' } })
  for (const wrong of ['/0', '/-1', '/x', '/1?reading=compilation', '?zone=900', '?zone=x'])
    expect(await us.get(path + wrong)).toMatchObject({ status: 400 })
  for (const asked of [path, `${path}/1`]) {
    expect((await us.get(asked, {})).status).toBe(401)
    expect((await us.get(asked.replace(us.negotiation, 'another'))).status).toBe(403)
  }
  expect([...server.store.readRecord(server.negotiation, 1)]).toHaveLength(4)
})

test('R117: the first state of the specimen is the draft as it was laid, and its last compares as the table does now', async () => {
  const server = await TestServer.start()
  const negotiation = await laySpecimen(server.running.parts)
  const states = new PastStates(server.store)
  const laid = readText(draftMidterm)
  if ('refused' in laid) throw new Error(laid.refused)
  const first = await states.state({ negotiation, sequence: 1, reading: 'clean', party: null })
  if (first === null || first === 'busy') throw new Error('no state')
  expect(first.document).toEqual({ ...laid, warnings: [] })

  const { room, release } = await server.running.parts.rooms.table(negotiation)
  const sequence = [...server.store.readRecord(negotiation, 1)].length
  const party = partyId('eu')
  for (const reading of stateReadings) {
    const last = await states.state({ negotiation, sequence, reading, party })
    if (last === null || last === 'busy') throw new Error('no state')
    const now = draftBlocks(new Sheet(room.table, null, party), reading).map(({ host: _, ...block }) => block)
    expect(comparedBlocks(last.document)).toEqual(now)
  }
  release()
})

test('R117: a long record is replayed a page at a time, the server at work meanwhile, forwards and backwards alike', async () => {
  const server = await TestServer.start({ store: openSqliteStore(temporaryFolder()) })
  const { negotiation } = server
  const { rooms } = server.running.parts
  const facilitator = {
    capacity: capacityId('f'),
    person: 'Facilitator',
    role: 'facilitator',
    party: partyId('facilitator'),
  } as const
  const eu = { capacity: capacityId('e'), person: 'A delegate', role: 'delegation', party: partyId('EU') } as const
  const { room, release } = await rooms.table(negotiation)
  const host = blockOf(room.table, '2')
  const expected = new Map<number, string>([[1, before]])
  let text = before
  const say = async (word: string) => {
    const done = await rooms.act(
      newId(),
      { act: 'propose', host, from: 0, to: 0, was: '', text: `${word} `, reason: null },
      { ...eu, negotiation },
    )
    if (!('done' in done)) throw new Error(done.refused)
    const [id] = [...room.table.proposals()]
      .filter(({ standing }) => standing.is === 'open')
      .map(proposal => proposal.id)
    if (id === undefined) throw new Error('no proposal')
    const texts = [{ host, before: text, after: `${word} ${text}` }]
    const decided = await rooms.act(
      newId(),
      { act: 'incorporate', proposals: [id], texts },
      { ...facilitator, negotiation },
    )
    if (!('done' in decided)) throw new Error(decided.refused)
    expected.set(decided.sequence - 1, text)
    text = `${word} ${text}`
    expected.set(decided.sequence, text)
  }
  const wait = async (acts: number) => {
    const asked = Array.from({ length: acts }, (_, index) =>
      rooms.act(
        newId(),
        { act: 'tabling', tabling: index % 2 === 0 ? 'as typed' : 'by act' },
        { ...facilitator, negotiation },
      ),
    )
    await Promise.all(asked)
  }
  await say('Today')
  await wait(2_200)
  await say('Again')
  await wait(700)
  await say('Still')
  release()

  let entriesRead = 0
  const states = new PastStates({
    readTableSnapshot: id => server.store.readTableSnapshot(id),
    *readRecord(id, from) {
      for (const entry of server.store.readRecord(id, from)) {
        entriesRead += 1
        yield entry
      }
    },
  })
  const read = async (sequence: number) => {
    const state = await states.state({ negotiation, sequence, reading: 'clean', party: null })
    return state === null || state === 'busy' ? state : wordsOf(state.document, '2')
  }
  let breaths = 0
  let isReading = true
  const breathe = () => {
    breaths += 1
    if (isReading) setImmediate(breathe)
  }
  setImmediate(breathe)
  expect(await read(2_204)).toBe('Today We invite all parties to report every year.')
  isReading = false
  expect(breaths).toBeGreaterThan(10)
  // What was replayed once is gone on from.
  entriesRead = 0
  expect(await read(2_205)).toBe(expected.get(2_205))
  expect(entriesRead).toBeLessThan(10)
  for (const [sequence, words] of [...expected].reverse()) expect(await read(sequence), `act ${sequence}`).toBe(words)
  for (const [sequence, words] of expected) expect(await read(sequence)).toBe(words)
  expect(
    await new PastStates(server.store).state({ negotiation, sequence: 9_999, reading: 'clean', party: null }),
  ).toBeNull()
}, 60_000)

test('R117: whoever asks for very many states at once is told to come back, and everybody else gets theirs', async () => {
  const { server } = await decided()
  const states = new PastStates(server.store)
  const { negotiation } = server
  const asked = Array.from({ length: 60 }, (_, index) =>
    states.state({ negotiation, sequence: (index % 4) + 1, reading: 'clean', party: partyId(`p${index}`) }),
  )
  const answers = await Promise.all(asked)
  expect(answers.filter(answer => answer === 'busy')).toHaveLength(20)
  expect(await states.state({ negotiation, sequence: 1, reading: 'clean', party: null })).toMatchObject({ sequence: 1 })
})
