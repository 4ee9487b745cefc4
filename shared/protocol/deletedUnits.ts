import * as Y from 'yjs'

/** How many characters and values of a document are deleted: with its state vector, what tells whether all one did has arrived. */
export function deletedUnits(doc: Y.Doc): number {
  let units = 0
  for (const structs of doc.store.clients.values()) {
    for (const { deleted, length } of structs) if (deleted) units += length
  }
  return units
}

/** By how much a transaction raises `deletedUnits`; to be asked in `afterTransaction`. */
export function newlyDeletedUnits({ deleteSet, beforeState, afterState, doc }: Y.Transaction): number {
  let units = 0
  for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) units += len
  // What arrives as collected already is in no delete set.
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0
    if (before === clock) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, before); index < structs.length; index += 1) {
      const struct = structs[index]
      if (struct instanceof Y.GC) units += struct.length
    }
  }
  return units
}
