import type * as Y from 'yjs'
import { changedEntries } from '../table/changedEntries.ts'
import { isId, type ProposalId, proposalId } from '../table/ids.ts'
import { type Draft, readDraft } from './Draft.ts'

/** Drafts a transaction changed: only their words, or the draft itself (where it stands, whether it is withdrawn). */
export type DeskChange = ReadonlyMap<ProposalId, 'words' | 'entry'>

/** Transactions of these origins are one's own hand: undo takes back `typed`, never `created` (a colleague may be writing in it already). */
export const typed = 'typed'
export const created = 'created'

/**
 * A party's desk, read: what its people are writing, tabled or not. Drafts are never deleted, only withdrawn and hidden when
 * empty, since a colleague may be typing in one offline.
 */
export class Desk {
  readonly doc: Y.Doc
  readonly roots: { readonly drafts: Y.Map<Y.Map<unknown>> }
  private readonly draftsById = new Map<ProposalId, Draft>()
  private readonly listeners = new Set<(change: DeskChange) => void>()

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.roots = { drafts: doc.getMap('drafts') }
    for (const key of this.roots.drafts.keys()) this.read(key)
    doc.on('afterTransaction', this.afterTransaction)
  }

  destroy(): void {
    this.doc.off('afterTransaction', this.afterTransaction)
    this.listeners.clear()
  }

  onChange(listener: (change: DeskChange) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  draft(id: ProposalId): Draft | null {
    return this.draftsById.get(id) ?? null
  }

  drafts(): Iterable<Draft> {
    return this.draftsById.values()
  }

  /** Reads a draft again inside a transaction that has changed it: documents report changes only when a transaction ends. */
  refresh(id: ProposalId): Draft | null {
    this.read(id)
    return this.draft(id)
  }

  private read(key: string): void {
    if (!isId(key)) return
    const id = proposalId(key)
    const draft = readDraft(id, this.roots.drafts.get(key))
    if (draft === null) this.draftsById.delete(id)
    else this.draftsById.set(id, draft)
  }

  private readonly afterTransaction = (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return
    const changed = new Map<ProposalId, 'words' | 'entry'>()
    for (const [key, how] of changedEntries(transaction, this.roots.drafts)) {
      if (how === 'entry') this.read(key)
      if (isId(key)) changed.set(proposalId(key), how)
    }
    if (changed.size > 0) for (const listener of this.listeners) listener(changed)
  }
}
