import * as Y from 'yjs'
import type { CharacterRun } from './Proposal.ts'
import { noteMark, sliceWords, type Words } from './words.ts'

/**
 * Puts deleted characters back where each of them stood, right behind its own remains: a place kept beside other characters that
 * are gone, on the table or on a desk, is then on the same side of them as before. (`Y.Text.insert` writes behind all that was
 * ever deleted at its place.) They are new characters; `runs` are the ids of those that went.
 */
export function putBack(text: Y.Text, runs: readonly CharacterRun[], words: Words): void {
  const { doc } = text
  if (doc === null) throw new Error('a text outside a document')
  doc.transact(transaction => {
    let offset = 0
    for (const [client, clock, length] of runs)
      for (let done = 0; done < length; ) {
        const first = Y.getItemCleanStart(transaction, Y.createID(client, clock + done))
        // What was written between two of them, and is gone too, keeps its place between them.
        const step = Math.min(first.length, length - done)
        const last = Y.getItemCleanEnd(transaction, doc.store, Y.createID(client, clock + done + step - 1))
        insertBehind(transaction, text, last, sliceWords(words, offset, offset + step))
        done += step
        offset += step
      }
    // Yjs remembers places of recent edits, and has not seen these.
    text._searchMarker = []
  })
}

function insertBehind(transaction: Y.Transaction, text: Y.Text, item: Y.Item, words: Words): void {
  const { doc } = transaction
  let left = item
  let note = 0
  for (const part of words.text.split(/(\uFFFC)/)) {
    if (part === '') continue
    const content = part === noteMark ? new Y.ContentEmbed({ note: words.notes[note++] }) : new Y.ContentString(part)
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
    const { right } = left
    const next = new Y.Item(id, left, left.lastId, right, right === null ? null : right.id, text, null, content)
    next.integrate(transaction, 0)
    left = next
  }
}
