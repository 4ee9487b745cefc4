import { expect, test } from 'vitest'
import type { Store } from '../../server/storage/Store.ts'
import { refusalOf } from './refusalOf.ts'
import { negotiation, withNegotiation } from './withNegotiation.ts'

/** The part of storeContract about desks. */
export function deskContract(open: () => Store): void {
  test('updates of a desk are numbered from 1 and read in order', async () => {
    const store = await withNegotiation(open())
    const numbers = await Promise.all([1, 2, 3].map(byte => store.appendDeskUpdate('n1', 'EU', new Uint8Array([byte]))))
    expect(numbers).toEqual([1, 2, 3])
    expect(store.readDesk('n1', 'EU')).toEqual({
      snapshot: null,
      updates: [new Uint8Array([1]), new Uint8Array([2]), new Uint8Array([3])],
      upTo: 3,
    })
  })

  test('each party has its own desk, and one nobody wrote on is empty', async () => {
    const store = await withNegotiation(open())
    await store.createNegotiation({ ...negotiation, id: 'n2' })
    expect(await store.appendDeskUpdate('n1', 'G77', new Uint8Array([1]))).toBe(1)
    expect(await store.appendDeskUpdate('n1', 'EU', new Uint8Array([2]))).toBe(1)
    expect(await store.appendDeskUpdate('n2', 'EU', new Uint8Array([3]))).toBe(1)
    expect(store.readDesk('n1', 'EU').updates).toEqual([new Uint8Array([2])])
    expect(store.readDesk('n1', 'Japan')).toEqual({ snapshot: null, updates: [], upTo: 0 })
    expect(store.listDesks('n1')).toEqual(['EU', 'G77'])
  })

  test('a snapshot takes the place of the updates it contains; later ones and the numbering stay', async () => {
    const store = await withNegotiation(open())
    for (const byte of [1, 2, 3]) await store.appendDeskUpdate('n1', 'EU', new Uint8Array([byte]))
    await store.compactDesk('n1', 'EU', 2, new Uint8Array([1, 2]))
    expect(store.readDesk('n1', 'EU')).toEqual({
      snapshot: new Uint8Array([1, 2]),
      updates: [new Uint8Array([3])],
      upTo: 3,
    })
    await store.compactDesk('n1', 'EU', 3, new Uint8Array([1, 2, 3]))
    expect(store.readDesk('n1', 'EU')).toEqual({ snapshot: new Uint8Array([1, 2, 3]), updates: [], upTo: 3 })
    expect(await store.appendDeskUpdate('n1', 'EU', new Uint8Array([4]))).toBe(4)
  })

  test('a compaction that would lose words is refused: beyond the last update, or older than the one kept', async () => {
    const store = await withNegotiation(open())
    for (const byte of [1, 2, 3]) await store.appendDeskUpdate('n1', 'EU', new Uint8Array([byte]))
    await refusalOf(store.compactDesk('n1', 'EU', 4, new Uint8Array([4])))
    await refusalOf(store.compactDesk('n1', 'Japan', 1, new Uint8Array([1])))
    await store.compactDesk('n1', 'EU', 2, new Uint8Array([2]))
    await refusalOf(store.compactDesk('n1', 'EU', 1, new Uint8Array([1])))
    expect(store.readDesk('n1', 'EU').snapshot).toEqual(new Uint8Array([2]))
    expect(store.listDesks('n1')).toEqual(['EU'])
  })

  test('a desk of an unknown negotiation is refused', async () => {
    await refusalOf(open().appendDeskUpdate('n9', 'EU', new Uint8Array([1])))
  })
}
