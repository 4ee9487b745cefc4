import { describe, expect, test } from 'vitest'
import type { Store } from '../../server/storage/Store.ts'
import { deskContract } from './deskContract.ts'
import { recordContract } from './recordContract.ts'
import { registerContract } from './registerContract.ts'
import { shelfContract } from './shelfContract.ts'
import { withNegotiation } from './withNegotiation.ts'

/**
 * What every Store promises, whatever keeps it. `open` makes an empty store for one test; the test's end closes it.
 */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} keeps the contract of a store:`, () => {
    recordContract(open)
    deskContract(open)
    registerContract(open)
    shelfContract(open)
    closingContract(open)
  })
}

function closingContract(open: () => Store): void {
  test('closing keeps what is under way, and then nothing more', async () => {
    const store = await withNegotiation(open())
    const underWay = store.appendDeskUpdate('n1', 'EU', new Uint8Array([1]))
    const closing = store.close()
    await expect(store.appendDeskUpdate('n1', 'EU', new Uint8Array([2]))).rejects.toMatchObject({ kind: 'closed' })
    expect(await underWay).toBe(1)
    await closing
    expect(() => store.readDesk('n1', 'EU')).toThrow('closed')
    expect(() => [...store.readRecord('n1', 1)]).toThrow('closed')
    await store.close()
  })

  test('a store has an epoch', () => {
    expect(open().epoch).not.toBe('')
  })
}
