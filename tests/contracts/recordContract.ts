import { expect, test } from 'vitest'
import type { Store } from '../../server/storage/Store.ts'
import { entryAfter, recordOf } from '../harness/entryAfter.ts'
import { refusalOf } from './refusalOf.ts'
import { negotiation, withNegotiation } from './withNegotiation.ts'

/** The part of storeContract about records, answers and snapshots of the table. */
export function recordContract(open: () => Store): void {
  test('the record is read back as it was appended, from any act on', async () => {
    const store = await withNegotiation(open())
    const entries = recordOf('n1', 5)
    for (const entry of entries) await store.appendRecord('n1', entry)
    expect([...store.readRecord('n1', 1)]).toEqual(entries)
    expect([...store.readRecord('n1', 4)]).toEqual(entries.slice(3))
    expect([...store.readRecord('n1', 6)]).toEqual([])
  })

  test('every field comes back unchanged: no party, no key, no update, unusual letters, part of a larger buffer', async () => {
    const store = await withNegotiation(open())
    const first = entryAfter('n1', null, { party: null, capacity: '', key: '', update: new Uint8Array() })
    const letters = JSON.stringify({ words: 'Ωé𝔸👩‍👧\u200f"\'\\\u0000\ud800' })
    const part = new Uint8Array([9, 9, 1, 0, 2, 9]).subarray(2, 5)
    const second = entryAfter('n1', first, { act: letters, party: '', update: part })
    await Promise.all([store.appendRecord('n1', first), store.appendRecord('n1', second)])
    expect([...store.readRecord('n1', 1)]).toEqual([first, { ...second, update: new Uint8Array([1, 0, 2]) }])
  })

  test('a record longer than a page is read whole and in order', async () => {
    const store = await withNegotiation(open())
    const entries = recordOf('n1', 401)
    await Promise.all(entries.map(entry => store.appendRecord('n1', entry)))
    expect([...store.readRecord('n1', 1)].map(entry => entry.seq)).toEqual(entries.map(entry => entry.seq))
    expect([...store.readRecord('n1', 2)]).toHaveLength(400)
  })

  test('acts appended while the record is being read follow at its end', async () => {
    const store = await withNegotiation(open())
    const [first, second] = recordOf('n1', 2)
    if (first === undefined || second === undefined) throw new Error('Two entries were made.')
    await store.appendRecord('n1', first)
    const reading = store.readRecord('n1', 1)[Symbol.iterator]()
    expect(reading.next().value).toEqual(first)
    await store.appendRecord('n1', second)
    expect(reading.next().value).toEqual(second)
    expect(reading.next().done).toBe(true)
  })

  test('records of two negotiations do not touch each other', async () => {
    const store = await withNegotiation(open())
    await store.createNegotiation({ ...negotiation, id: 'n2' })
    await store.appendRecord('n1', entryAfter('n1', null))
    await store.appendRecord('n2', entryAfter('n2', null))
    expect([...store.readRecord('n2', 1)]).toEqual([entryAfter('n2', null)])
  })

  test('a gap, a repeat and an act before the first are refused, and change nothing', async () => {
    const store = await withNegotiation(open())
    const first = entryAfter('n1', null)
    await store.appendRecord('n1', first)
    expect(await refusalOf(store.appendRecord('n1', entryAfter('n1', first, { seq: 3 })))).toContain('expected 2')
    await refusalOf(store.appendRecord('n1', first))
    await refusalOf(store.appendRecord('n1', entryAfter('n1', null, { seq: 0, key: 'other' })))
    await refusalOf(store.appendRecord('n1', { ...entryAfter('n1', first), seq: 2.5 }))
    expect([...store.readRecord('n1', 1)]).toEqual([first])
  })

  test('when one of several acts under way is refused, those after it are refused for the gap, and the right one may follow', async () => {
    const store = await withNegotiation(open())
    const first = entryAfter('n1', null)
    const wrong = entryAfter('n1', first, { key: first.key })
    const right = entryAfter('n1', first)
    const results = await Promise.allSettled([
      store.appendRecord('n1', first),
      store.appendRecord('n1', wrong),
      store.appendRecord('n1', entryAfter('n1', wrong)),
      store.appendRecord('n1', right),
    ])
    expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect([...store.readRecord('n1', 1)]).toEqual([first, right])
  })

  test('an act of an unknown negotiation is refused', async () => {
    const store = await withNegotiation(open())
    expect(await refusalOf(store.appendRecord('n9', entryAfter('n9', null)))).toContain('n9')
    expect([...store.readRecord('n9', 1)]).toEqual([])
  })

  test('text that could not come back unchanged is refused', async () => {
    const store = await withNegotiation(open())
    await refusalOf(store.appendRecord('n1', { ...entryAfter('n1', null), person: 'a\u0000b' }))
    await refusalOf(store.appendRecord('n1', { ...entryAfter('n1', null), act: '\ud800' }))
    await refusalOf(store.appendDeskUpdate('n1', 'E\u0000U', new Uint8Array([1])))
    await refusalOf(store.createNegotiation({ ...negotiation, id: 'n2', title: '\udc00' }))
    expect([...store.readRecord('n1', 1)]).toEqual([])
    expect(store.listDesks('n1')).toEqual([])
  })

  test('what was answered is found by capacity and key, and by no other', async () => {
    const store = await withNegotiation(open())
    const first = entryAfter('n1', null, { capacity: 'c1', key: 'k', outcome: '"one"' })
    const second = entryAfter('n1', first, { capacity: 'c2', key: 'k', outcome: '"two"' })
    await store.appendRecord('n1', first)
    await store.appendRecord('n1', second)
    expect(store.readOutcome('n1', 'c1', 'k')).toBe('"one"')
    expect(store.readOutcome('n1', 'c2', 'k')).toBe('"two"')
    expect(store.readOutcome('n1', 'c1', 'K')).toBeNull()
    expect(store.readOutcome('n2', 'c1', 'k')).toBeNull()
  })

  test('acts without a key may be many, and none answers for the empty key', async () => {
    const store = await withNegotiation(open())
    const first = entryAfter('n1', null, { capacity: '', key: '' })
    await store.appendRecord('n1', first)
    await store.appendRecord('n1', entryAfter('n1', first, { capacity: '', key: '' }))
    expect(store.readOutcome('n1', '', '')).toBeNull()
  })

  test('a refused act leaves no answer behind', async () => {
    const store = await withNegotiation(open())
    await refusalOf(store.appendRecord('n1', entryAfter('n1', null, { seq: 7, key: 'k' })))
    expect(store.readOutcome('n1', 'capacity-1', 'k')).toBeNull()
  })

  test('the newest snapshot of the table is kept, and none of an act that is not on the record', async () => {
    const store = await withNegotiation(open())
    expect(store.readTableSnapshot('n1')).toBeNull()
    for (const entry of recordOf('n1', 3)) await store.appendRecord('n1', entry)
    await store.saveTableSnapshot('n1', 2, new Uint8Array([2]))
    await store.saveTableSnapshot('n1', 1, new Uint8Array([1]))
    expect(store.readTableSnapshot('n1')).toEqual({ seq: 2, state: new Uint8Array([2]) })
    await refusalOf(store.saveTableSnapshot('n1', 4, new Uint8Array([4])))
    await store.saveTableSnapshot('n1', 3, new Uint8Array([3]))
    expect(store.readTableSnapshot('n1')).toEqual({ seq: 3, state: new Uint8Array([3]) })
    expect([...store.readRecord('n1', 1)]).toHaveLength(3)
  })

  test('what was read belongs to the reader', async () => {
    const store = await withNegotiation(open())
    await store.appendRecord('n1', entryAfter('n1', null, { update: new Uint8Array([1, 2]) }))
    for (const entry of store.readRecord('n1', 1)) entry.update.fill(9)
    expect([...store.readRecord('n1', 1)].map(entry => entry.update)).toEqual([new Uint8Array([1, 2])])
  })

  test('what was kept does not change with the buffer it was given in', async () => {
    const store = await withNegotiation(open())
    const message = Buffer.from([1, 2])
    await store.appendDeskUpdate('n1', 'EU', message)
    await store.appendRecord('n1', entryAfter('n1', null, { update: message }))
    message.fill(9)
    expect(store.readDesk('n1', 'EU').updates).toEqual([new Uint8Array([1, 2])])
    expect([...store.readRecord('n1', 1)].map(entry => entry.update)).toEqual([new Uint8Array([1, 2])])
  })
}
