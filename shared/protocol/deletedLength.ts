import type * as Y from 'yjs'

/** How many characters and embeds of a document are deleted: a state vector does not show deletions, so both sides count them. */
export function deletedLength(doc: Y.Doc): number {
  let length = 0
  for (const structs of doc.store.clients.values())
    for (const struct of structs) if (struct.deleted) length += struct.length
  return length
}
