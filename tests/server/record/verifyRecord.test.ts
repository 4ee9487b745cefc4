import { expect, test } from 'vitest'
import { hashEntry, startOfRecord } from '../../../server/record/hashEntry.ts'
import { verifyRecord } from '../../../server/record/verifyRecord.ts'
import type { StoredEntry } from '../../../server/storage/Store.ts'
import { recordOf } from '../../harness/entryAfter.ts'

const record = recordOf('n1', 6)
const at = (seq: number): StoredEntry => {
  const entry = record[seq - 1]
  if (entry === undefined) throw new Error(`The record has no act ${seq}.`)
  return entry
}
const replaced = (seq: number, changes: Partial<StoredEntry>) => record.with(seq - 1, { ...at(seq), ...changes })

test('an intact record gives its head; an empty one its start', () => {
  expect(verifyRecord('n1', record)).toEqual({ intact: true, head: at(6).hash, seq: 6 })
  expect(verifyRecord('n1', [])).toEqual({ intact: true, head: startOfRecord('n1'), seq: 0 })
})

test.each([1, 2, 3, 4, 5, 6])('R60: one changed byte of the update of act %i is found there', seq => {
  const update = at(seq).update.slice()
  update[1] = 1
  expect(verifyRecord('n1', replaced(seq, { update }))).toMatchObject({ intact: false, atSeq: seq })
})

test('R60: another name under an act is found there', () => {
  expect(verifyRecord('n1', replaced(3, { party: 'G77' }))).toMatchObject({ intact: false, atSeq: 3 })
})

test('R60: an act changed together with its hash is found where the next one should follow', () => {
  const changed = { ...at(3), outcome: '"another"' }
  const tampered = replaced(3, { ...changed, hash: hashEntry(changed) })
  expect(verifyRecord('n1', tampered)).toMatchObject({ intact: false, atSeq: 4 })
})

test.each([1, 2, 5])('R60: when act %i is removed, it is missed there, also when the rest is renumbered', seq => {
  const removed = record.toSpliced(seq - 1, 1)
  expect(verifyRecord('n1', removed)).toMatchObject({ intact: false, atSeq: seq })
  const renumbered = removed.map((entry, index) => ({ ...entry, seq: index + 1 }))
  expect(verifyRecord('n1', renumbered)).toMatchObject({ intact: false, atSeq: seq })
})

test('R60: two acts exchanged are found at the first of them, also when they are renumbered', () => {
  const exchanged = record.with(1, at(4)).with(3, at(2))
  expect(verifyRecord('n1', exchanged)).toMatchObject({ intact: false, atSeq: 2 })
  const renumbered = exchanged.map((entry, index) => ({ ...entry, seq: index + 1 }))
  expect(verifyRecord('n1', renumbered)).toMatchObject({ intact: false, atSeq: 2 })
})

test('R60: an act put in twice is found at the second', () => {
  expect(verifyRecord('n1', record.toSpliced(3, 0, at(3)))).toMatchObject({ intact: false, atSeq: 4 })
})

test('R60: the record of another negotiation does not pass for this one', () => {
  expect(verifyRecord('n2', record)).toMatchObject({ intact: false, atSeq: 1 })
})

test('R60: a tail cut off is found by a head that somebody holds, and not without one', () => {
  const cut = record.slice(0, 4)
  expect(verifyRecord('n1', cut)).toMatchObject({ intact: true, seq: 4 })
  const known = [at(2), at(6)].map(({ seq, hash }) => ({ seq, hash }))
  expect(verifyRecord('n1', cut, known)).toEqual({
    intact: false,
    atSeq: 5,
    sentence: 'The record ends with act 4, but act 6 was acknowledged.',
  })
  expect(verifyRecord('n1', record, known)).toMatchObject({ intact: true, seq: 6 })
})

test('R60: an end written anew with fresh hashes is found by a head that somebody holds', () => {
  const rewritten: StoredEntry[] = record.slice(0, 3)
  for (const entry of record.slice(3)) {
    const changed = { ...entry, person: 'person-9', previousHash: rewritten.at(-1)?.hash ?? '' }
    rewritten.push({ ...changed, hash: hashEntry(changed) })
  }
  expect(verifyRecord('n1', rewritten)).toMatchObject({ intact: true })
  const known = [{ seq: 5, hash: at(5).hash }]
  expect(verifyRecord('n1', rewritten, known)).toMatchObject({ intact: false, atSeq: 5 })
})
