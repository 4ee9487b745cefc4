import { hashEntry, startOfRecord } from '../../server/record/hashEntry.ts'
import type { StoredEntry } from '../../server/storage/Store.ts'

/** The entry that follows `previous` (null: the first of the negotiation), rightly chained, with the given fields changed. */
export function entryAfter(
  negotiation: string,
  previous: StoredEntry | null,
  changes: Partial<Omit<StoredEntry, 'hash'>> = {},
): StoredEntry {
  const seq = (previous?.seq ?? 0) + 1
  const entry = {
    seq,
    at: 1_700_000_000_000 + seq,
    person: 'person-1',
    party: 'EU',
    capacity: 'capacity-1',
    key: `key-${seq}`,
    act: JSON.stringify({ act: 'support', on: `proposal-${seq}` }),
    outcome: JSON.stringify({ done: seq }),
    update: new Uint8Array([seq % 256, 0, 255]),
    previousHash: previous?.hash ?? startOfRecord(negotiation),
    ...changes,
  }
  return { ...entry, hash: hashEntry(entry) }
}

/** The first `count` entries of a negotiation's record, rightly chained. */
export function recordOf(negotiation: string, count: number): readonly StoredEntry[] {
  const entries: StoredEntry[] = []
  for (let index = 0; index < count; index += 1) entries.push(entryAfter(negotiation, entries.at(-1) ?? null))
  return entries
}
