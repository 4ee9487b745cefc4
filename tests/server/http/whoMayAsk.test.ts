import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../../shared/table/Party.ts'
import { TestServer } from '../../harness/TestServer.ts'

const key = 'key-for-this-act'
const described = { title: 'Report', symbol: null, year: null, published: null, isAgreed: false }
const paragraph = { kind: 'paragraph', label: '1', level: 0, text: 'We lend.', marks: [], italics: [] }
const document = { title: 'Report', symbol: null, blocks: [paragraph], notes: [], warnings: [] }
const text = 'Draft declaration\n\n1. We shall meet again.\n'

interface Asked {
  readonly what: string
  readonly path: (negotiation: string) => string
  /** Null for a GET. */
  readonly body: unknown
  /** The status each role gets. */
  readonly status: Readonly<Record<Role, number>>
}

const everybody = { facilitator: 200, secretariat: 200, delegation: 200, observer: 200 }
const offices = { facilitator: 200, secretariat: 200, delegation: 403, observer: 403 }
const chairOnly = { facilitator: 422, secretariat: 403, delegation: 403, observer: 403 }

const asked: readonly Asked[] = [
  { what: 'who they are', path: () => '/api/session', body: null, status: everybody },
  { what: 'the record', path: n => `/api/negotiations/${n}/record`, body: null, status: everybody },
  { what: 'to have a text read', path: () => '/api/read', body: text, status: offices },
  { what: 'for a new negotiation', path: () => '/api/negotiations', body: { text }, status: offices },
  { what: 'for the shelf', path: () => '/api/shelf', body: null, status: everybody },
  {
    what: 'to put a text on the shelf',
    path: () => '/api/shelf',
    body: { ...described, document },
    status: offices,
  },
  {
    what: 'to invite',
    path: n => `/api/negotiations/${n}/invitations`,
    body: { role: 'observer', person: 'A visitor' },
    status: offices,
  },
  {
    what: 'to change how words are tabled',
    path: n => `/api/negotiations/${n}/acts`,
    body: { key, act: 'tabling', tabling: 'as typed' },
    status: offices,
  },
  {
    what: 'to agree a paragraph',
    path: n => `/api/negotiations/${n}/acts`,
    body: { key, act: 'status', block: 'block:nowhere', to: 'agreed ad referendum' },
    status: chairOnly,
  },
  {
    what: 'to incorporate',
    path: n => `/api/negotiations/${n}/acts`,
    body: {
      key,
      act: 'incorporate',
      proposals: ['nothing'],
      texts: [{ host: 'block:nowhere', before: '', after: 'x' }],
    },
    status: chairOnly,
  },
  {
    what: 'to take a stance',
    path: n => `/api/negotiations/${n}/acts`,
    body: { key, act: 'stance', on: 'nothing', kind: 'support', words: '' },
    status: { facilitator: 403, secretariat: 403, delegation: 422, observer: 403 },
  },
]

describe.each(asked)('asking $what', ({ path, body, status }) => {
  test.each(roles)('R3: as %s', async role => {
    const server = await TestServer.start()
    const expected = status[role]
    const client = await server.client(role, role === 'delegation' ? 'EU' : null)
    const address = path(server.negotiation)
    const answer = body === null ? await client.get(address) : await client.post(address, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(expected)
    if (expected !== 200) expect(answer.body).toMatchObject({ refused: expect.stringMatching(/\.$/) })
  })

  test('R3: without a way in, or with one taken back, is answered 401', async () => {
    const server = await TestServer.start()
    const client = await server.client('facilitator')
    await server.store.updateCapacity(client.capacity, { closedAt: 1 })
    for (const headers of [{}, client.headers, { authorization: 'Bearer x' }, { cookie: `adref-x=${client.token}` }]) {
      const address = path(server.negotiation)
      const answer = body === null ? await client.get(address, headers) : await client.post(address, body, headers)
      expect(answer).toMatchObject({ status: 401, body: { because: 'not known' } })
    }
  })

  test('R3: of a negotiation one has no part in is answered 403', async () => {
    const server = await TestServer.start()
    const client = await server.client('facilitator')
    const address = path('another')
    if (!address.includes('another')) return expect(address).not.toContain('negotiations/')
    const answer = body === null ? await client.get(address) : await client.post(address, body)
    expect(answer).toMatchObject({ status: 403, body: { because: 'not allowed' } })
  })
})

test('R3: a capacity that is not the one of the token or cookie is not taken', async () => {
  const server = await TestServer.start()
  const eu = await server.client('delegation', 'EU')
  const chair = await server.client('facilitator')
  const forged = [
    eu.get(`/api/session?as=${chair.capacity}`),
    eu.get(`/api/session?as=${chair.capacity}`, { cookie: `adref-${chair.capacity}=${eu.token}` }),
    eu.get(`/api/session?as=${chair.capacity}`, { cookie: `adref-${eu.capacity}=${eu.token}` }),
    eu.get('/api/session', { cookie: `adref-${eu.capacity}=${eu.token}` }),
  ]
  for (const answer of await Promise.all(forged)) expect(answer.status).toBe(401)
})

test('a cookie and the capacity in the address say who one is, and which others this browser holds', async () => {
  const server = await TestServer.start()
  const eu = await server.client('delegation', 'EU')
  const us = await server.client('delegation', 'US')
  const cookie = `adref-${eu.capacity}=${eu.token}; adref-${us.capacity}=${us.token}; other=1`
  const { status, body } = await eu.get(`/api/session?as=${us.capacity}`, { cookie })
  expect(status).toBe(200)
  expect(body).toMatchObject({ role: 'delegation', party: 'US', epoch: 'memory', others: [{ party: 'EU' }] })
  expect(body['abilities']).toContain('write at a desk')
  expect(body['abilities']).not.toContain('incorporate')
})
