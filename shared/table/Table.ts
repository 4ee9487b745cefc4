import type * as Y from 'yjs'
import type { Block, Note } from './Block.ts'
import { changedEntries } from './changedEntries.ts'
import type { Decision } from './Decision.ts'
import type { Forward, Landing } from './Forward.ts'
import { blockHost, type Host, hostParts, noteHost, proposalHost } from './Host.ts'
import { type BlockId, blockId, type NoteId, noteId, type ProposalId, proposalId } from './ids.ts'
import type { Party } from './Party.ts'
import { type Procedure, procedureKey } from './Procedure.ts'
import type { Proposal } from './Proposal.ts'
import type { Stance } from './Stance.ts'
import {
  blockFields,
  italicsOf,
  noteStar,
  proposalFields,
  type TableRoots,
  tableRoots,
  textField,
} from './tableRoots.ts'

/** What a transaction changed, in the words of those who redraw: hosts whose words or proposals changed; `whole` when order, labels or parties did. */
export interface TableChange {
  readonly hosts: ReadonlySet<Host>
  readonly whole: boolean
}

const none: ReadonlySet<never> = new Set()

/**
 * The table, read: the draft, everything tabled, stances and decisions (design: only the server writes it). Holds what it has
 * read until the document changes; reading never writes.
 */
export class Table {
  readonly doc: Y.Doc
  readonly roots: TableRoots
  private readonly proposalsById = new Map<ProposalId, Proposal>()
  private readonly idsByHost = new Map<Host, Set<ProposalId>>()
  private readonly paragraphs = new Set<ProposalId>()
  private readonly stancesByProposal = new Map<ProposalId, Stance[]>()
  private readonly listeners = new Set<(change: TableChange) => void>()

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.roots = tableRoots(doc)
    for (const id of this.roots.proposals.keys()) this.readProposal(proposalId(id))
    this.indexStances()
    doc.on('afterTransaction', this.afterTransaction)
  }

  /** Stops following the document. */
  destroy(): void {
    this.doc.off('afterTransaction', this.afterTransaction)
    this.listeners.clear()
  }

  /** Calls back after each transaction that changed something, with what changed. Returns how to stop. */
  onChange(listener: (change: TableChange) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  order(): readonly BlockId[] {
    return this.roots.order.toArray()
  }

  block(id: BlockId): Block | null {
    const map = this.roots.draft.get(id)
    if (map === undefined) return null
    const { kind, label, level, status, from } = blockFields(map)
    return { id, kind, label, level, status, from, text: textField(map), italics: italicsOf(map) }
  }

  note(id: NoteId): Note | null {
    const map = this.roots.notes.get(id)
    return map === undefined ? null : { text: textField(map), star: noteStar(map), italics: italicsOf(map) }
  }

  proposal(id: ProposalId): Proposal | null {
    return this.proposalsById.get(id) ?? null
  }

  proposals(): Iterable<Proposal> {
    return this.proposalsById.values()
  }

  /** Ids of all proposed paragraphs, open or closed. */
  paragraphIds(): ReadonlySet<ProposalId> {
    return this.paragraphs
  }

  /** Ids of all proposals, open or closed, written on a host's words. */
  proposalsOn(host: Host): ReadonlySet<ProposalId> {
    return this.idsByHost.get(host) ?? none
  }

  stancesOn(id: ProposalId): readonly Stance[] {
    return this.stancesByProposal.get(id) ?? []
  }

  decisions(): readonly Decision[] {
    return this.roots.decisions.toArray()
  }

  forwards(host: Host): readonly Forward[] {
    return this.roots.forwards.get(host) ?? []
  }

  landings(host: Host): readonly Landing[] {
    return this.roots.landings.get(host) ?? []
  }

  party(id: string): Party | null {
    return this.roots.parties.get(id) ?? null
  }

  parties(): readonly Party[] {
    return [...this.roots.parties.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  }

  procedure(): Procedure {
    return (
      this.roots.procedure.get(procedureKey) ?? {
        title: '',
        symbol: null,
        tabling: 'by act',
        labels: 'running',
        floor: null,
      }
    )
  }

  /** The live text of a host, or null when there is no such host. */
  text(host: Host): Y.Text | null {
    const parts = hostParts(host)
    switch (parts.is) {
      case 'block':
        return textOf(this.roots.draft.get(parts.id))
      case 'note':
        return textOf(this.roots.notes.get(parts.id))
      case 'proposal':
        return this.proposal(parts.id)?.text ?? null
      default:
        throw new Error(`unknown host ${parts satisfies never}`)
    }
  }

  /** The block, note or proposed paragraph in whose text a host is finally written: where a reader sees it. */
  root(host: Host): Host {
    let at = host
    const seen = new Set<Host>()
    while (!seen.has(at)) {
      seen.add(at)
      const parts = hostParts(at)
      if (parts.is !== 'proposal') return at
      const change = this.proposal(parts.id)?.change
      if (change === undefined || change.is === 'paragraph') return at
      at = change.host
    }
    return at
  }

  private readProposal(id: ProposalId): void {
    const before = this.proposalsById.get(id)
    if (before !== undefined) this.idsByHost.get(placedOn(before))?.delete(id)
    const map = this.roots.proposals.get(id)
    if (map === undefined) return
    const proposal: Proposal = { ...proposalFields(map), id, text: textField(map) }
    this.proposalsById.set(id, proposal)
    if (proposal.change.is === 'paragraph') this.paragraphs.add(id)
    const host = placedOn(proposal)
    const ids = this.idsByHost.get(host)
    if (ids === undefined) this.idsByHost.set(host, new Set([id]))
    else ids.add(id)
  }

  private indexStances(): void {
    this.stancesByProposal.clear()
    for (const stance of this.roots.stances.values()) {
      const on = this.stancesByProposal.get(stance.on)
      if (on === undefined) this.stancesByProposal.set(stance.on, [stance])
      else on.push(stance)
    }
    for (const stances of this.stancesByProposal.values()) stances.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  }

  private readonly afterTransaction = (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return
    const hosts = new Set<Host>()
    const touch = (host: Host) => {
      hosts.add(host)
      hosts.add(this.root(host))
    }
    const { roots } = this
    let isOutlineChanged = false
    for (const [key, how] of changedEntries(transaction, roots.proposals)) {
      this.touchProposal(proposalId(key), touch)
      isOutlineChanged ||= how === 'entry' && this.paragraphs.has(proposalId(key))
    }
    let whole = [roots.order, roots.parties, roots.procedure, roots.forwards].some(root => changedIn(transaction, root))
    whole ||= isOutlineChanged
    for (const [key, how] of changedEntries(transaction, roots.draft)) {
      touch(blockHost(blockId(key)))
      whole ||= how === 'entry'
    }
    for (const key of changedEntries(transaction, roots.notes).keys()) touch(noteHost(noteId(key)))
    if (changedIn(transaction, roots.stances)) {
      const before = [...this.stancesByProposal.keys()]
      this.indexStances()
      for (const id of new Set([...before, ...this.stancesByProposal.keys()])) touch(proposalHost(id))
    }
    for (const listener of this.listeners) listener({ hosts, whole })
  }

  private touchProposal(id: ProposalId, touch: (host: Host) => void): void {
    const before = this.proposalsById.get(id)
    if (before !== undefined) touch(placedOn(before))
    this.readProposal(id)
    const after = this.proposalsById.get(id)
    if (after !== undefined) touch(placedOn(after))
    touch(proposalHost(id))
  }
}

const textOf = (map: Y.Map<unknown> | undefined) => (map === undefined ? null : textField(map))

function placedOn(proposal: Proposal): Host {
  return proposal.change.is === 'words' ? proposal.change.host : proposal.change.after
}

function changedIn(transaction: Y.Transaction, root: unknown): boolean {
  for (const type of transaction.changed.keys()) if (Object.is(type, root)) return true
  return false
}
