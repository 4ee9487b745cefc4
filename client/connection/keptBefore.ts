import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { Desk } from '../../shared/desk/Desk.ts'
import type { Session } from '../../shared/protocol/Session.ts'
import { readWords } from '../../shared/table/words.ts'

/** A desk as this device keeps it: named by store, negotiation and capacity, so that words of one never travel through another's connection. */
export const deskName = ({
  epoch,
  negotiation,
  capacity,
}: Pick<Session, 'epoch' | 'negotiation' | 'capacity'>): string => `adref ${epoch} ${negotiation} ${capacity}`

/** Words written at this desk before the server was restored from a copy. */
export interface KeptWords {
  readonly id: string
  readonly words: string
  /** What they stood beside. */
  readonly beside: string
}

export interface KeptBefore {
  readonly words: readonly KeptWords[]
  /** Gives them up for good. */
  readonly discard: () => Promise<void>
}

/**
 * Finds what this device keeps of the same desk from other epochs of the store, and the desk does not say any more. Empty where
 * there is none, or no way to look.
 */
export async function keptBefore(session: Session, desk: Desk | null): Promise<KeptBefore> {
  const own = deskName(session)
  const ending = ` ${session.negotiation} ${session.capacity}`
  const databases = (await globalThis.indexedDB?.databases?.()) ?? []
  const names = databases.flatMap(({ name = '' }) =>
    name.startsWith('adref ') && name.endsWith(ending) && name !== own ? [name] : [],
  )
  const kept = await Promise.all(names.map(name => readKept(name, desk)))
  return {
    words: kept.flatMap(({ words }) => words),
    discard: async () => {
      for (const { store } of kept) await store.clearData()
    },
  }
}

async function readKept(
  name: string,
  now: Desk | null,
): Promise<{ store: IndexeddbPersistence; words: readonly KeptWords[] }> {
  const doc = new Y.Doc()
  const store = new IndexeddbPersistence(name, doc)
  await store.whenSynced
  const words = [...new Desk(doc).drafts()].flatMap(({ id, text, withdrawn, change }) => {
    const written = readWords(text).text
    const still = now?.draft(id) ?? null
    if (withdrawn || written === '' || (still !== null && readWords(still.text).text === written)) return []
    const beside = change.is === 'words' ? `${change.was.before}…${change.was.after}` : ''
    return [{ id: `${name} ${id}`, words: written, beside }]
  })
  return { store, words }
}
