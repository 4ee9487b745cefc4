import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../../shared/table/Party.ts'
import { closed, opened } from '../../harness/events.ts'
import { TestServer } from '../../harness/TestServer.ts'

const rooms = ['table', 'desk/EU', 'desk/US', 'desk/facilitator', 'desk/secretariat', 'desk/nobody'] as const

/** Whether each may enter: the table everybody, a desk its own people only, observers none. */
const admitted: readonly { readonly role: Role; readonly party: string | null; readonly enters: readonly string[] }[] =
  [
    { role: 'facilitator', party: null, enters: ['table', 'desk/facilitator'] },
    { role: 'secretariat', party: null, enters: ['table', 'desk/secretariat'] },
    { role: 'delegation', party: 'EU', enters: ['table', 'desk/EU'] },
    { role: 'delegation', party: 'US', enters: ['table', 'desk/US'] },
    { role: 'observer', party: null, enters: ['table'] },
  ]

describe.each(admitted)('$role of $party', ({ role, party, enters }) => {
  test('R2: enters the table and its own desk, and no other', async () => {
    const server = await TestServer.start()
    const client = await server.client(role, party)
    for (const room of rooms) {
      const socket = client.socket(room)
      if (enters.includes(room)) await once(socket, 'message')
      else expect(await closed(socket), room).toEqual({ code: 4403, reason: 'This desk belongs to another party.' })
    }
  })
})

describe('nobody enters', () => {
  test('R8: without a token, with an unknown one, or with one that was taken back', async () => {
    const server = await TestServer.start()
    const client = await server.client('delegation', 'EU')
    expect((await closed(client.socket('table', { headers: {} }))).code).toBe(4401)
    expect((await closed(client.socket('table', { headers: { authorization: 'Bearer nonsense' } }))).code).toBe(4401)
    await server.store.updateCapacity(client.capacity, { closedAt: 1 })
    expect((await closed(client.socket('table'))).code).toBe(4401)
  })

  test('R3: in a capacity that is not the one of the token', async () => {
    const server = await TestServer.start()
    const eu = await server.client('delegation', 'EU')
    const us = await server.client('delegation', 'US')
    expect((await closed(eu.socket('desk/US', { query: `?as=${us.capacity}` }))).code).toBe(4401)
    const cookie = { cookie: `adref-${us.capacity}=${eu.token}` }
    expect((await closed(eu.socket('desk/US', { headers: cookie, query: `?as=${us.capacity}` }))).code).toBe(4401)
  })

  test('R2: another negotiation than the one they have part in', async () => {
    const server = await TestServer.start()
    const other = await server.store
      .createNegotiation({ id: 'other', title: 'Other', createdAt: 1, settings: '{}' })
      .then(() =>
        server.running.parts.gate.admit({ negotiation: 'other', role: 'facilitator', party: null, person: 'F' }),
      )
    const link = server.running.parts.gate.wayIn(other, '')?.link ?? ''
    const stranger = (await server.client('observer')).socket('table', {
      headers: { authorization: `Bearer ${link.replace('/join/', '')}` },
    })
    expect((await closed(stranger)).code).toBe(4404)
  })

  test('R7: with the epoch of another store: what it has to say may never have been here', async () => {
    const server = await TestServer.start()
    const client = await server.client('delegation', 'EU')
    for (const room of ['table', 'desk/EU']) {
      await opened(client.socket(room, { query: `?epoch=${server.store.epoch}` }))
      expect((await closed(client.socket(room, { query: '?epoch=another' }))).code).toBe(4409)
    }
  })

  test('R3: by cookie from the page of another site', async () => {
    const server = await TestServer.start({ publicUrl: 'https://talks.example' })
    const client = await server.client('delegation', 'EU')
    const cookie = `adref-${client.capacity}=${client.token}`
    const query = `?as=${client.capacity}`
    const withOrigin = (origin: string) => client.socket('table', { headers: { cookie, origin }, query })
    await opened(withOrigin('https://talks.example'))
    for (const origin of ['https://evil.example', 'null', 'https://talks.example.evil.example']) {
      const [error] = await once(withOrigin(origin), 'error')
      expect(String(error), origin).toContain('403')
    }
  })

  test('by an address that is none, and the server stays up', async () => {
    const server = await TestServer.start()
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
    socket.write('GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toContain('404')
    socket.destroy()
    expect((await (await server.client('observer')).get('/api/health')).status).toBe(200)
  })

  test('anything but rooms', async () => {
    const server = await TestServer.start()
    const client = await server.client('delegation', 'EU')
    for (const room of ['desk', 'desk/EU/more', 'chair', 'table/EU', 'desk/..%2f']) {
      const [error] = await once(client.socket(room), 'error')
      expect(String(error), room).toContain('404')
    }
  })
})
