import { expect, test } from 'vitest'
import type { Store, StoredCapacity } from '../../server/storage/Store.ts'
import { refusalOf } from './refusalOf.ts'
import { negotiation, withNegotiation } from './withNegotiation.ts'

const capacity: StoredCapacity = {
  id: 'c1',
  negotiation: 'n1',
  role: 'delegation',
  party: 'EU',
  person: 'person-1',
  tokenHash: 'hash-1',
  generation: 0,
  createdAt: 1_700_000_000_001,
  closedAt: null,
}

/** The part of storeContract about negotiations and capacities. */
export function registerContract(open: () => Store): void {
  test('negotiations are kept as they were made, the oldest first', async () => {
    const store = await withNegotiation(open())
    const older = { ...negotiation, id: 'n2', createdAt: negotiation.createdAt - 1 }
    await store.createNegotiation(older)
    expect(store.readNegotiation('n1')).toEqual(negotiation)
    expect(store.readNegotiation('n9')).toBeNull()
    expect(store.listNegotiations()).toEqual([older, negotiation])
    await refusalOf(store.createNegotiation({ ...negotiation, title: 'Another' }))
    expect(store.readNegotiation('n1')).toEqual(negotiation)
  })

  test('a capacity is found by the hash of its token and in its negotiation', async () => {
    const store = await withNegotiation(open())
    const chair = { ...capacity, id: 'c2', role: 'chair', party: null, tokenHash: 'hash-2', createdAt: 1 }
    await store.createCapacity(capacity)
    await store.createCapacity(chair)
    expect(store.readCapacityByTokenHash('hash-1')).toEqual(capacity)
    expect(store.readCapacityByTokenHash('hash-9')).toBeNull()
    expect(store.listCapacities('n1')).toEqual([chair, capacity])
    expect(store.listCapacities('n2')).toEqual([])
  })

  test('a capacity is refused when its id or token is taken or its negotiation does not exist', async () => {
    const store = await withNegotiation(open())
    await store.createCapacity(capacity)
    await refusalOf(store.createCapacity({ ...capacity, tokenHash: 'hash-2' }))
    await refusalOf(store.createCapacity({ ...capacity, id: 'c2' }))
    await refusalOf(store.createCapacity({ ...capacity, id: 'c2', tokenHash: 'hash-2', negotiation: 'n9' }))
    expect(store.listCapacities('n1')).toEqual([capacity])
  })

  test('a new token takes the place of the old one, which is never good again', async () => {
    const store = await withNegotiation(open())
    await store.createCapacity(capacity)
    await store.createCapacity({ ...capacity, id: 'c2', tokenHash: 'hash-2' })
    await store.updateCapacity('c1', { generation: 1, tokenHash: 'hash-1b' })
    expect(store.readCapacityByTokenHash('hash-1')).toBeNull()
    expect(store.readCapacityByTokenHash('hash-1b')).toEqual({ ...capacity, generation: 1, tokenHash: 'hash-1b' })
    await refusalOf(store.updateCapacity('c1', { generation: 0, tokenHash: 'hash-1' }))
    await refusalOf(store.updateCapacity('c1', { tokenHash: 'hash-2' }))
    await refusalOf(store.updateCapacity('c9', { generation: 1 }))
    expect(store.readCapacityByTokenHash('hash-1')).toBeNull()
  })

  test('a closed capacity is still found, and says when it was closed', async () => {
    const store = await withNegotiation(open())
    await store.createCapacity(capacity)
    await store.updateCapacity('c1', { closedAt: 5 })
    expect(store.readCapacityByTokenHash('hash-1')).toEqual({ ...capacity, closedAt: 5 })
    await store.updateCapacity('c1', { closedAt: null })
    expect(store.readCapacityByTokenHash('hash-1')).toEqual(capacity)
  })
}
