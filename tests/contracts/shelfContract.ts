import { expect, test } from 'vitest'
import type { Store, StoredShelfText } from '../../server/storage/Store.ts'
import { refusalOf } from './refusalOf.ts'

export const shelfText: StoredShelfText = {
  id: 't1',
  addedAt: 1_700_000_000_000,
  about: '{"title":"Déclaration – 宣言"}',
  document: '{"blocks":["‘We’ meet\\u0000\\ud800"]}',
}

const entry = { id: shelfText.id, addedAt: shelfText.addedAt, about: shelfText.about }

/** The part of storeContract about the shelf of prior texts. */
export function shelfContract(open: () => Store): void {
  test('R113: a text on the shelf comes back as it was put there, and is listed without its words, the first added first', async () => {
    const store = open()
    expect(store.listShelf()).toEqual([])
    const older = { ...shelfText, id: 't0', addedAt: shelfText.addedAt - 1 }
    await Promise.all([store.addShelfText(shelfText, []), store.addShelfText(older, [])])
    expect(store.readShelfText('t1')).toEqual(shelfText)
    expect(store.readShelfEntry('t1')).toEqual(entry)
    expect(store.listShelf()).toEqual([{ ...entry, id: 't0', addedAt: older.addedAt }, entry])
    expect(store.readShelfText('t9')).toBeNull()
    expect(store.readShelfEntry('t9')).toBeNull()
  })

  test('R115: a text takes the place of others in one moment, or not at all', async () => {
    const store = open()
    await store.addShelfText(shelfText, [])
    const official = { ...shelfText, id: 't2' }
    await refusalOf(store.addShelfText(official, ['t1', 't9']))
    await refusalOf(store.addShelfText({ ...official, about: '\ud800' }, ['t1']))
    await refusalOf(store.addShelfText(shelfText, []))
    expect(store.listShelf()).toEqual([entry])
    await store.addShelfText(official, ['t1'])
    expect(store.listShelf()).toEqual([{ ...entry, id: 't2' }])
    expect(store.readShelfText('t1')).toBeNull()
  })

  test('what is said of a text may change, its words do not; what is not there is refused', async () => {
    const store = open()
    await store.addShelfText(shelfText, [])
    await store.describeShelfText('t1', '{}')
    expect(store.readShelfText('t1')).toEqual({ ...shelfText, about: '{}' })
    await refusalOf(store.describeShelfText('t9', '{}'))
    await refusalOf(store.describeShelfText('t1', 'a\u0000b'))
    await refusalOf(store.removeShelfText('t9'))
    expect(store.readShelfEntry('t1')?.about).toBe('{}')
    await store.removeShelfText('t1')
    expect(store.listShelf()).toEqual([])
    expect(store.readShelfText('t1')).toBeNull()
    await refusalOf(store.removeShelfText('t1'))
  })
}
