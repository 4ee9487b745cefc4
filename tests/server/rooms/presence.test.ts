import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { closed, opened, stateWhen } from '../../harness/events.ts'
import { saidFrame } from '../../harness/frames.ts'
import { TestServer } from '../../harness/TestServer.ts'

type State = Readonly<Record<string, unknown>>

const ofParty = (party: string) => (state: State) => (state['party'] === party ? state : undefined)
const isServer = ({ server }: State) => (typeof server === 'object' && server !== null ? server : undefined)

test('R75: at the table others see the party and role of who is here, whatever their program says', async () => {
  const server = await TestServer.start()
  const us = await (await server.client('delegation', 'US')).synced('table')
  const eu = await (await server.client('delegation', 'EU')).synced('table')
  eu.provider.awareness.setLocalState({ party: 'facilitator', role: 'facilitator', person: 'somebody', caret: 7 })
  expect(await stateWhen(us.provider.awareness, ofParty('EU'))).toEqual({ party: 'EU', role: 'delegation' })
  const all = [...us.provider.awareness.getStates().values()]
  expect(all.some(state => state['party'] === 'facilitator')).toBe(false)
})

test('R75: at a desk colleagues see the caret with the person and capacity the server knows', async () => {
  const server = await TestServer.start()
  const client = await server.client('delegation', 'EU')
  const one = await client.synced('desk/EU')
  const two = await (await server.client('delegation', 'EU')).synced('desk/EU')
  one.provider.awareness.setLocalState({ caret: 7, person: 'somebody else', capacity: 'x', server: { saved: 'all' } })
  const shown = await stateWhen(two.provider.awareness, state => (state['caret'] === 7 ? state : undefined))
  expect(shown).toEqual({ caret: 7, person: 'delegation of EU', capacity: client.capacity })
})

test('the server says where the record stands and what epoch it is', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const reader = await (await server.client('observer')).synced('table')
  expect(await stateWhen(reader.provider.awareness, isServer)).toMatchObject({ epoch: 'memory', sequence: 1 })
  const { body } = await facilitator.act({ act: 'tabling', tabling: 'as typed' })
  const said = await stateWhen(reader.provider.awareness, state => {
    const own = isServer(state)
    return own !== undefined && 'sequence' in own && own.sequence === 2 ? own : undefined
  })
  expect(said).toEqual({ epoch: 'memory', sequence: 2, head: body['head'] })
})

test('who comes again under the same client id, counting from the start, is seen again', async () => {
  const server = await TestServer.start()
  const us = await (await server.client('delegation', 'US')).synced('desk/US')
  const client = await server.client('delegation', 'US')
  const first = await client.synced('desk/US')
  const { clientID } = first.doc
  for (let caret = 1; caret <= 5; caret += 1) first.provider.awareness.setLocalState({ caret })
  await stateWhen(us.provider.awareness, state => (state['caret'] === 5 ? state : undefined))
  first.provider.destroy()
  const doc = new Y.Doc()
  doc.clientID = clientID
  const again = await client.synced('desk/US', doc)
  again.provider.awareness.setLocalState({ caret: 77 })
  await stateWhen(us.provider.awareness, state => (state['caret'] === 77 ? state : undefined))
})

test('who leaves is gone for the others', async () => {
  const server = await TestServer.start()
  const us = await (await server.client('delegation', 'US')).synced('table')
  const eu = await (await server.client('delegation', 'EU')).synced('table')
  await stateWhen(us.provider.awareness, ofParty('EU'))
  eu.provider.destroy()
  await new Promise<void>(resolve => {
    const look = () => {
      if ([...us.provider.awareness.getStates().values()].some(state => state['party'] === 'EU')) return
      us.provider.awareness.off('change', look)
      resolve()
    }
    us.provider.awareness.on('change', look)
    look()
  })
})

test('R75: nobody speaks for the awareness of another, of the server, or for more than one', async () => {
  const server = await TestServer.start()
  const us = await (await server.client('delegation', 'US')).synced('table')
  const eu = await (await server.client('delegation', 'EU')).synced('table')
  await stateWhen(us.provider.awareness, ofParty('EU'))
  const serverId = [...us.provider.awareness.getStates()].find(([, state]) => isServer(state) !== undefined)?.[0] ?? 0
  const observer = await opened((await server.client('observer')).socket('table'))
  const own = 424_242
  observer.send(
    saidFrame([
      { client: own, clock: 1, state: {} },
      { client: eu.doc.clientID, clock: 1_000, state: null },
      { client: serverId, clock: 1_000, state: null },
      { client: serverId, clock: 1_001, state: { server: { epoch: 'forged' } } },
      { client: own + 1, clock: 1, state: {} },
    ]),
  )
  await stateWhen(us.provider.awareness, state => (state['role'] === 'observer' ? state : undefined))
  const states = us.provider.awareness.getStates()
  expect(states.get(eu.doc.clientID)).toEqual({ party: 'EU', role: 'delegation' })
  expect(states.get(serverId)).toMatchObject({ server: { epoch: 'memory' } })
  expect(states.has(own + 1)).toBe(false)
  observer.close()
  await closed(observer)
})
