import * as Y from 'yjs'

/** A desk's document with one draft whose text is these words, written by the client 10. */
export function deskDoc(words: string): { readonly doc: Y.Doc; readonly text: Y.Text } {
  const doc = new Y.Doc()
  doc.clientID = 10
  const drafts = doc.getMap('drafts')
  doc.getMap('notes')
  const text = new Y.Text()
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    map.set('text', text)
    drafts.set('draft-1', map)
  })
  text.insert(0, words)
  return { doc, text }
}

/** The id of the item that holds a type. */
export function idOf(type: Y.AbstractType<unknown> | Y.Text): { readonly client: number; readonly clock: number } {
  const id = type._item?.id
  if (id === undefined) throw new Error('a root is held by no item')
  return { client: id.client, clock: id.clock }
}
