import { expect, test } from 'vitest'
import { LARGEST_FILE_BYTES } from '../../../shared/exchange/fileFormat.ts'
import { LONGEST_TEXT_CHARACTERS } from '../../../shared/exchange/unreadableReason.ts'
import { negotiationMadeSchema, wayInSchema } from '../../../shared/protocol/NewNegotiation.ts'
import { TestClient } from '../../harness/TestClient.ts'
import { TestServer } from '../../harness/TestServer.ts'

const text = 'Draft declaration on lending\n\n1. We shall lend what we do not need.\n\n2. We shall meet again.\n'
const parties = [
  { name: 'Norway', short: 'Norway', kind: 'state' },
  { name: 'Group of Friends', short: 'Friends', kind: 'group' },
]

const tokenOf = (link: string) => link.slice(link.lastIndexOf('/') + 1)

test('R82: the Secretariat begins a negotiation with a text it has reviewed, and every link opens its room', async () => {
  const server = await TestServer.start()
  const secretariat = await server.client('secretariat')
  const read = await secretariat.post('/api/read', text)
  expect(read).toMatchObject({ status: 200, body: { title: 'Draft declaration on lending' } })
  const answer = await secretariat.post('/api/negotiations', { document: read.body, parties, tabling: 'as typed' })
  const made = negotiationMadeSchema.parse(answer.body)
  expect(made.links.map(({ role, person }) => `${role} ${person}`)).toEqual([
    'facilitator Facilitator',
    'secretariat Secretariat',
    'delegation Norway',
    'delegation Group of Friends',
    'observer Observer',
  ])
  for (const { capacity, link, party, role } of made.links) {
    const client = new TestClient(server.url, made.negotiation, capacity, tokenOf(link))
    expect((await client.get('/api/session')).body).toMatchObject({ role, party, title: made.title })
    if (party === null) continue
    const seat = await client.sitDown(party)
    expect(seat.table.order().map(id => seat.table.block(id)?.label)).toContain('2')
    expect(seat.table.procedure().tabling).toBe('as typed')
  }
})

test('R81, R82: a text may be given as it is; what cannot be read is refused with the reason', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const made = await facilitator.post('/api/negotiations', { text, title: 'Our talks' })
  expect(made).toMatchObject({ status: 200, body: { title: 'Our talks' } })
  expect(await facilitator.post('/api/negotiations', { text: '' })).toMatchObject({ status: 422 })
  expect(await facilitator.post('/api/negotiations', {})).toMatchObject({ status: 400 })
  expect(await facilitator.post('/api/negotiations', { text, document: {} })).toMatchObject({ status: 400 })
})

test('R81: a text past the limit of the reader is cut off with a sentence', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  let sentBytes = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sentBytes += 1_000_000
      if (sentBytes > 100_000_000) controller.close()
      else controller.enqueue(new Uint8Array(1_000_000).fill(97))
    },
  })
  const request = { method: 'POST', headers: facilitator.headers, body: endless, duplex: 'half' }
  const answer = await fetch(`${server.url}/api/read`, request).then(
    async response => ({ status: response.status, body: await response.json() }),
    () => null,
  )
  if (answer !== null) {
    expect(answer.status).toBe(413)
    expect(answer.body.refused).toContain(LONGEST_TEXT_CHARACTERS.toLocaleString('en'))
  }
  expect(sentBytes).toBeLessThan(60_000_000)
  const declared = await facilitator.post('/api/read', 'x'.repeat(LARGEST_FILE_BYTES + 1))
  expect(declared.status).toBe(413)
  const long = await facilitator.post('/api/read', 'x'.repeat(LONGEST_TEXT_CHARACTERS + 1))
  expect(long).toMatchObject({
    status: 422,
    body: { refused: expect.stringContaining('at most 5,000,000 can be read') },
  })
})

test('R8: an invitation lets one more person in, is on the record, and its link is not', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const path = `/api/negotiations/${server.negotiation}/invitations`
  const answer = await facilitator.post(path, { role: 'delegation', party: 'EU', person: 'A second delegate' })
  const wayIn = wayInSchema.parse(answer.body)
  const client = new TestClient(server.url, server.negotiation, wayIn.capacity, tokenOf(wayIn.link))
  expect((await client.get('/api/session')).body).toMatchObject({ party: 'EU', person: 'A second delegate' })
  const record = JSON.stringify((await facilitator.get(`/api/negotiations/${server.negotiation}/record`)).body)
  expect(record).toContain('A second delegate')
  expect(record).not.toContain(tokenOf(wayIn.link))
  expect(JSON.stringify(server.logged)).not.toContain(tokenOf(wayIn.link))
  for (const party of [null, 'nobody', 'facilitator'])
    expect(await facilitator.post(path, { role: 'delegation', party, person: 'X' })).toMatchObject({ status: 422 })
})

test('R8: a way in that is taken back closes its sockets and opens nothing any more', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const eu = await server.client('delegation', 'EU')
  const { provider } = await eu.synced('desk/EU')
  const gone = new Promise<number>(resolve => provider.once('closed', ({ code }: { code: number }) => resolve(code)))
  const path = (capacity: string) => `${server.url}/api/negotiations/${server.negotiation}/invitations/${capacity}`
  const withdraw = (who: TestClient, capacity: string) =>
    fetch(path(capacity), { method: 'DELETE', headers: who.headers })
  expect((await withdraw(eu, facilitator.capacity)).status).toBe(403)
  expect((await withdraw(facilitator, facilitator.capacity)).status).toBe(422)
  expect((await withdraw(facilitator, eu.capacity)).status).toBe(200)
  expect(await gone).toBe(4401)
  expect((await eu.get('/api/session')).status).toBe(401)
  expect((await fetch(`${server.url}/join/${eu.token}`)).status).toBe(404)
})
