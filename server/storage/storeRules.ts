import { StorageError } from './StorageError.ts'
import type { CapacityChange, StoredCapacity, StoredEntry, StoredNegotiation, StoredShelfText } from './Store.ts'

/**
 * What every store refuses, said once: each rule throws a StorageError of kind `refused`, before anything is written.
 */
export const storeRules = {
  negotiationExists(id: string, exists: boolean): void {
    if (!exists) refuse(`There is no negotiation ${id} in this store.`)
  },

  negotiationIsNew(id: string, exists: boolean): void {
    if (exists) refuse(`There is already a negotiation ${id} in this store.`)
  },

  entryFollows(negotiation: string, lastSeq: number, entry: StoredEntry): void {
    if (entry.seq === lastSeq + 1) return
    refuse(
      `The record of ${negotiation} ends at ${lastSeq}, so act ${entry.seq} cannot follow: expected ${lastSeq + 1}.`,
    )
  },

  keyIsNew(entry: StoredEntry, used: boolean): void {
    if (used) refuse(`The capacity ${entry.capacity} has already acted under the key ${entry.key}.`)
  },

  snapshotIsOfTheRecord(negotiation: string, lastSeq: number, seq: number): void {
    wholeNumber('the act of a snapshot', seq)
    if (seq > lastSeq) refuse(`The record of ${negotiation} ends at ${lastSeq}, so there is no state after act ${seq}.`)
  },

  deskReaches(party: string, lastNumber: number, compactedTo: number, upTo: number): void {
    wholeNumber('the number of an update', upTo)
    if (upTo < 1 || upTo > lastNumber) {
      refuse(`The desk of ${party} ends at update ${lastNumber}, so it cannot be compacted up to ${upTo}.`)
    }
    if (upTo < compactedTo) {
      refuse(`The desk of ${party} is already compacted up to ${compactedTo}; a snapshot of ${upTo} would lose words.`)
    }
  },

  capacityIsNew(capacity: StoredCapacity, idTaken: boolean, tokenTaken: boolean): void {
    if (idTaken) refuse(`There is already a capacity ${capacity.id} in this store.`)
    if (tokenTaken) refuse('Another capacity has this token.')
  },

  capacityMayChange(
    id: string,
    kept: StoredCapacity | null,
    change: CapacityChange,
    tokenTaken: boolean,
  ): StoredCapacity {
    if (kept === null) return refuse(`There is no capacity ${id} in this store.`)
    const changed = { ...kept, ...change }
    storeRules.storableCapacity(changed)
    if (changed.generation < kept.generation) {
      refuse(
        `The token of ${id} is of generation ${kept.generation}; generation ${changed.generation} would bring an old one back.`,
      )
    }
    if (tokenTaken) refuse('Another capacity has this token.')
    return changed
  },

  storableEntry(entry: StoredEntry): void {
    wholeNumber('the number of an act', entry.seq)
    wholeNumber('the time of an act', entry.at)
    const { person, party, capacity, key, act, outcome, previousHash, hash } = entry
    storableText(person, party ?? '', capacity, key, act, outcome, previousHash, hash)
  },

  storableNegotiation(negotiation: StoredNegotiation): void {
    wholeNumber('the time of a negotiation', negotiation.createdAt)
    storableText(negotiation.id, negotiation.title, negotiation.settings)
  },

  storableCapacity(capacity: StoredCapacity): void {
    wholeNumber('the time of a capacity', capacity.createdAt)
    wholeNumber('the closing time of a capacity', capacity.closedAt ?? 0)
    wholeNumber('the generation of a capacity', capacity.generation)
    const { id, negotiation, role, party, person, tokenHash } = capacity
    storableText(id, negotiation, role, party ?? '', person, tokenHash)
  },

  shelfTextIsNew(id: string, exists: boolean): void {
    if (exists) refuse(`There is already a text ${id} on the shelf.`)
  },

  shelfTextExists(id: string, exists: boolean): void {
    if (!exists) refuse(`There is no text ${id} on the shelf.`)
  },

  storableShelfText({ id, addedAt, about, document }: StoredShelfText): void {
    wholeNumber('the time of a text', addedAt)
    storableText(id, about, document)
  },

  storableName(name: string): void {
    storableText(name)
  },
}

// SQLite through libsql reads a text back only up to its first NUL, PostgreSQL takes no NUL at all, and UTF-8 cannot carry
// half a surrogate pair: each would come back as another text than the one whose hash is on the record.
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for.
const unstorable = /[\u0000\p{Surrogate}]/u

function storableText(...texts: readonly string[]): void {
  for (const text of texts) {
    if (unstorable.test(text)) refuse('A text with a NUL or half a surrogate pair cannot be kept unchanged.')
  }
}

function wholeNumber(what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) refuse(`${value} cannot be ${what}: a whole number is needed.`)
}

function refuse(sentence: string): never {
  throw new StorageError('refused', sentence)
}
