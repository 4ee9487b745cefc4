import * as Y from 'yjs'
import { deletedLength } from '../../shared/protocol/deletedLength.ts'

/** What the server says of a desk: the state vector it has made durable, and how much is deleted there. */
export interface SavedDesk {
  readonly saved: Uint8Array
  readonly deleted: number
}

/** Whether everything on this device's copy of the desk is durable at the server. A state vector does not show deletions: these are counted. */
export function isDeskSaved(doc: Y.Doc, { saved, deleted }: SavedDesk): boolean {
  const there = Y.decodeStateVector(saved)
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
    if ((there.get(client) ?? 0) < clock) return false
  return deletedLength(doc) <= deleted
}
