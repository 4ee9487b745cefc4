import * as Y from 'yjs'

/** By how much a transaction raises `deletedLength` of its document; to be asked in `afterTransaction`. */
export function newlyDeletedLength({ deleteSet, beforeState, afterState, doc }: Y.Transaction): number {
  let length = 0
  for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) length += len
  // What arrives as collected already is in no delete set.
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0
    if (before === clock) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, before); index < structs.length; index += 1) {
      const struct = structs[index]
      if (struct instanceof Y.GC) length += struct.length
    }
  }
  return length
}
