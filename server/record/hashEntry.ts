import { createHash } from 'node:crypto'
import type { StoredEntry } from '../storage/Store.ts'

/** The previousHash of a negotiation's first entry: it ties the record to its negotiation. 64 hexadecimal digits. */
export function startOfRecord(negotiation: string): string {
  return sha256(encodeFields(['adref record 1', negotiation]))
}

/**
 * The hash of an entry: SHA-256, in 64 hexadecimal digits, over the previous hash and every other field. Whoever holds the
 * hash of one entry can prove every entry up to it. Throws when a text cannot be written as UTF-8 or a number is not whole,
 * because two entries could then share a hash.
 */
export function hashEntry(entry: Omit<StoredEntry, 'hash'>): string {
  const { previousHash, seq, at, person, party, capacity, key, act, outcome, update } = entry
  return sha256(
    encodeFields(['adref entry 1', previousHash, seq, at, person, party, capacity, key, act, outcome, update]),
  )
}

type Field = string | number | null | Uint8Array

/**
 * Writes fields so that no other list of fields is written the same: each is its type in one byte, its length in four, and
 * its content.
 */
export function encodeFields(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.flatMap(field => encodeField(field)))
}

const types = { nothing: 0, text: 1, number: 2, bytes: 3 } as const

const halfPair = /\p{Surrogate}/u

function encodeField(field: Field): readonly Uint8Array[] {
  if (field === null) return [header(types.nothing, 0)]
  if (typeof field === 'number') {
    if (!Number.isSafeInteger(field)) throw new Error(`Only whole numbers can be hashed, not ${field}.`)
    const content = Buffer.alloc(8)
    content.writeBigInt64BE(BigInt(field))
    return [header(types.number, content.length), content]
  }
  if (typeof field === 'string') {
    if (halfPair.test(field)) throw new Error('Half a surrogate pair has no UTF-8 and cannot be hashed.')
    const content = Buffer.from(field, 'utf8')
    return [header(types.text, content.length), content]
  }
  return [header(types.bytes, field.length), field]
}

function header(type: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt8(type, 0)
  bytes.writeUInt32BE(length, 1)
  return bytes
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
