import * as Y from 'yjs'
import { hashEntry, startOfRecord } from '../record/hashEntry.ts'
import type { Store } from '../storage/Store.ts'

export interface LoadedTable {
  /** The last act in the document, 0 for none. */
  readonly sequence: number
  /** The hash of its entry, or the start of the record. */
  readonly head: string
  /** The act the snapshot was of, 0 without one. */
  readonly snapshotAt: number
}

/**
 * Reads a table into an empty document: the snapshot, then every act after it, each checked against the one before. Throws at the
 * first that does not follow: a record that was tampered with is not added to (`adref verify` says where).
 */
export function loadTable(store: Store, negotiation: string, doc: Y.Doc): LoadedTable {
  const snapshot = store.readTableSnapshot(negotiation)
  const snapshotAt = snapshot?.seq ?? 0
  let sequence = Math.max(0, snapshotAt - 1)
  let head = sequence === 0 ? startOfRecord(negotiation) : null
  const updates: Uint8Array[] = snapshot === null ? [] : [snapshot.state]
  for (const entry of store.readRecord(negotiation, sequence + 1)) {
    sequence += 1
    if (entry.seq !== sequence || (head !== null && entry.previousHash !== head) || entry.hash !== hashEntry(entry))
      throw new Error(`The record of ${negotiation} does not hold at act ${sequence}.`)
    head = entry.hash
    if (entry.seq > snapshotAt && entry.update.length > 0) updates.push(entry.update)
  }
  if (head === null || sequence < snapshotAt)
    throw new Error(`The record of ${negotiation} ends before its snapshot, at act ${sequence}.`)
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error(`The record of ${negotiation} has a gap: not all of it could be replayed.`)
  return { sequence, head, snapshotAt }
}
