import { expect, test } from 'vitest'
import { encodeFields, hashEntry, startOfRecord } from '../../../server/record/hashEntry.ts'
import type { StoredEntry } from '../../../server/storage/Store.ts'
import { entryAfter } from '../../harness/entryAfter.ts'

const entry = entryAfter('n1', null)

test('R60: the hash of an entry never changes between versions: a record of today is verified for ever', () => {
  // Computed by another program from the description of the encoding.
  expect(startOfRecord('n1')).toBe('fe4dc92152b57610b6fb5e6920fd31a5ee8fedc07e5b7cde4eb2e0a303444c14')
  expect(entry.hash).toBe('d8d84e480cbba5e20e1f5bec412770c9dd24a575dc79dbe650f358b2f7f658bc')
})

const otherValues: Omit<StoredEntry, 'hash'> = {
  seq: 2,
  at: 1,
  person: 'person-2',
  party: null,
  capacity: 'capacity-2',
  key: '',
  act: '{}',
  outcome: '{}',
  update: new Uint8Array([1, 0, 254]),
  previousHash: startOfRecord('n2'),
}

test.each(Object.entries(otherValues))('the hash depends on the field %s', (field, value) => {
  expect(hashEntry({ ...entry, [field]: value })).not.toBe(entry.hash)
})

test('no party and a party without a name are not the same', () => {
  expect(hashEntry({ ...entry, party: null })).not.toBe(hashEntry({ ...entry, party: '' }))
})

test('records of two negotiations start differently', () => {
  expect(startOfRecord('n1')).not.toBe(startOfRecord('n2'))
})

test('what could share a hash with something else is not hashed', () => {
  expect(() => hashEntry({ ...entry, person: '\ud800' })).toThrow('surrogate')
  expect(() => hashEntry({ ...entry, at: 1.5 })).toThrow('whole numbers')
  expect(() => hashEntry({ ...entry, at: Number.NaN })).toThrow('whole numbers')
  expect(() => hashEntry({ ...entry, at: 2 ** 53 })).toThrow('whole numbers')
})

test('where one field ends and the next begins is always told apart', () => {
  const seed = 20_240_314
  const random = randomOf(seed)
  const seen = new Map<string, string>()
  for (let round = 0; round < 20_000; round += 1) {
    const fields = randomFields(random)
    const plain = JSON.stringify(fields.map(field => (field instanceof Uint8Array ? { bytes: [...field] } : field)))
    const encoded = Buffer.from(encodeFields(fields)).toString('hex')
    expect(seen.get(encoded) ?? plain, `seed ${seed}, round ${round}`).toBe(plain)
    seen.set(encoded, plain)
  }
  // The lists must be few enough in kind that near misses really met.
  expect(seen.size, `seed ${seed}`).toBeGreaterThan(1_000)
  expect(seen.size, `seed ${seed}`).toBeLessThan(20_000)
})

// Short texts of few letters, among them those a header is made of, so that lists differing only in their boundaries are common.
const texts = [
  '',
  'a',
  'aa',
  'ab',
  '\u0000',
  '\u0001',
  '\u0000\u0001',
  '\u0001\u0000\u0000\u0000\u0001a',
  'é',
  '0',
  'null',
]
const numbers = [0, 1, 97, 256, Number.MAX_SAFE_INTEGER]

function randomFields(random: () => number): (string | number | null | Uint8Array)[] {
  const pick = (count: number) => Math.floor(random() * count)
  return Array.from({ length: pick(4) }, () => {
    const text = texts[pick(texts.length)] ?? ''
    switch (pick(4)) {
      case 0:
        return null
      case 1:
        return numbers[pick(numbers.length)] ?? 0
      case 2:
        return new Uint8Array(Buffer.from(text))
      default:
        return text
    }
  })
}

/** Mulberry32: numbers in [0, 1) that depend on the seed only. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
