import { type PrintedLabel, printedLabels } from '../labels/printedLabels.ts'
import { noteNumbers } from '../notes/noteNumbers.ts'
import { type Host, hostParts, noteHost, proposalHost } from '../table/Host.ts'
import type { NoteId, ProposalId } from '../table/ids.ts'
import { type OutlineItem, outline } from './outline.ts'
import { type Passage, project } from './project.ts'
import { rootRead } from './rootRead.ts'
import type { Sheet } from './Sheet.ts'

/** One text of the sheet from top to bottom: a block, a proposed paragraph, or, at the foot, a note. */
export type Root =
  | OutlineItem
  | { readonly is: 'note'; readonly host: Host; readonly id: NoteId; readonly number: string }

/**
 * The sheet as it is shown, kept up to date: which texts, in which order, with which passages, labels and note numbers. Changes
 * only mark what is stale; `refresh` computes it, so that whoever draws decides when. Only what changed is projected again.
 */
export class ShownSheet {
  readonly sheet: Sheet
  roots: readonly Root[] = []
  labels: ReadonlyMap<Host, PrintedLabel> = new Map()
  numbers: ReadonlyMap<NoteId, string> = new Map()
  /** Counts refreshes that changed something; a cheap key for what is derived from the whole. */
  version = 0
  /** Counts those among them that concern the whole: which texts there are, labels, numbers, parties. */
  wholeVersion = 0
  private readonly passagesByHost = new Map<Host, readonly Passage[]>()
  /** Which text each record is read in, by the passages. */
  private readonly rootsByRecord = new Map<ProposalId, Host>()
  private readonly stale = new Set<Host>()
  private isWholeStale = true
  private readonly stop: readonly (() => void)[]
  private readonly listeners = new Set<() => void>()

  constructor(sheet: Sheet) {
    this.sheet = sheet
    const { table, desk } = sheet
    const stopTable = table.onChange(({ hosts, whole }) => {
      for (const host of hosts) this.markHost(host)
      if (whole) this.isWholeStale = true
      this.tell()
    })
    const stopDesk = desk?.onChange(changed => {
      for (const [id, how] of changed) {
        // A paragraph placed, withdrawn or brought back changes which texts there are.
        if (how === 'entry' && desk.draft(id)?.change.is === 'paragraph') this.isWholeStale = true
        else this.markRecord(id)
      }
      this.tell()
    })
    this.stop = stopDesk === undefined ? [stopTable] : [stopTable, stopDesk]
    this.refresh()
  }

  destroy(): void {
    for (const stop of this.stop) stop()
    this.listeners.clear()
  }

  /** Whether amendments are going to the table by themselves at this moment. Marks what now stands otherwise. */
  setOnItsWay(isOnItsWay: boolean): void {
    const { sheet } = this
    if (sheet.isOnItsWay === isOnItsWay) return
    sheet.isOnItsWay = false
    const amended = [...(sheet.desk?.drafts() ?? [])].filter(({ id }) => sheet.record(id)?.shown === 'amended')
    sheet.isOnItsWay = isOnItsWay
    for (const { id } of amended) this.markRecord(id)
    if (amended.length > 0) this.tell()
  }

  /** Calls back when something has become stale; returns how to stop. */
  onStale(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get isStale(): boolean {
    return this.isWholeStale || this.stale.size > 0
  }

  passages(host: Host): readonly Passage[] {
    return this.passagesByHost.get(host) ?? []
  }

  /** What a text is called: "18 (b)", "note 3"; empty when it has no name or is not shown. */
  nameOf(host: Host): string {
    const note = host.startsWith('note:') ? this.roots.find(root => root.host === host) : undefined
    return note?.is === 'note' ? `note ${note.number}` : (this.labels.get(host)?.full ?? '')
  }

  /** The text in which a record is read, or null when it is not on the sheet. */
  rootOf(id: ProposalId): Host | null {
    const own = proposalHost(id)
    return this.passagesByHost.has(own) ? own : (this.rootsByRecord.get(id) ?? null)
  }

  /** Projects again what is stale. Returns the texts that read differently now, or `whole` when the list of texts changed. */
  refresh(): { readonly changed: ReadonlySet<Host>; readonly whole: boolean } {
    const changed = new Set<Host>()
    if (!this.isStale) return { changed, whole: false }
    const whole = this.isWholeStale
    const stale = new Set(this.stale)
    this.stale.clear()
    this.isWholeStale = false
    const items = whole ? outline(this.sheet) : this.roots.filter(root => root.is !== 'note')
    const hosts = [...items.map(({ host }) => host), ...this.noteHosts()]
    const current = new Set(hosts)
    for (const host of this.passagesByHost.keys()) if (!current.has(host)) this.keep(host, null)
    for (const host of hosts) {
      const before = this.passagesByHost.get(host)
      if (before !== undefined && !whole && !stale.has(host)) continue
      const passages = project(this.sheet, host)
      if (before !== undefined && samePassages(before, passages) && !stale.has(host)) continue
      this.keep(host, passages)
      changed.add(host)
    }
    const numbers = noteNumbers(this.sheet.table, this.inOrder(items))
    // Another note first mentioned: marks elsewhere get other numbers, and the notes at the foot another order.
    const isRenumbered = !sameNumbers(this.numbers, numbers)
    if (isRenumbered) this.numbers = numbers
    if (whole) this.labels = printedLabels(items)
    if (whole || isRenumbered) this.roots = [...items, ...this.noteRoots()]
    this.version++
    if (whole || isRenumbered) this.wholeVersion++
    return { changed, whole: whole || isRenumbered }
  }

  private keep(host: Host, passages: readonly Passage[] | null): void {
    for (const id of recordsIn(this.passages(host)))
      if (this.rootsByRecord.get(id) === host) this.rootsByRecord.delete(id)
    if (passages === null) this.passagesByHost.delete(host)
    else {
      this.passagesByHost.set(host, passages)
      for (const id of recordsIn(passages)) this.rootsByRecord.set(id, host)
    }
  }

  private *inOrder(items: readonly { readonly host: Host }[]): Iterable<Passage> {
    for (const { host } of items) yield* this.passages(host)
  }

  private noteHosts(): readonly Host[] {
    return [...this.sheet.table.roots.notes.keys()].map(id => `note:${id}` as const)
  }

  /** Star notes first, as on a printed page, then the numbered ones; a note no longer mentioned is not shown. */
  private noteRoots(): readonly Root[] {
    const roots = [...this.numbers].map(([id, number]): Root => ({ is: 'note', host: noteHost(id), id, number }))
    const isStar = (root: Root) => root.is === 'note' && !/^\d/.test(root.number)
    return [...roots.filter(isStar), ...roots.filter(root => !isStar(root))]
  }

  private markHost(host: Host): void {
    this.stale.add(host)
    const parts = hostParts(host)
    if (parts.is === 'proposal') this.markRecord(parts.id)
  }

  /** The text it was read in, and the one it is read in now: placed afresh or withdrawn, it enters one or leaves one. */
  private markRecord(id: ProposalId): void {
    const before = this.rootOf(id)
    if (before !== null) this.stale.add(before)
    const now = rootRead(this.sheet, id)
    if (now !== null) this.stale.add(now)
    const isParagraph = before === proposalHost(id) || now === proposalHost(id)
    if (isParagraph && before !== now) this.isWholeStale = true
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

function* recordsIn(passages: readonly Passage[]): Iterable<ProposalId> {
  for (const { inserted, struck } of passages) {
    yield* inserted
    yield* struck
  }
}

/** In the same order too: it is that of the notes at the foot. */
function sameNumbers(a: ReadonlyMap<NoteId, string>, b: ReadonlyMap<NoteId, string>): boolean {
  const others = [...b]
  return a.size === b.size && [...a].every(([id, number], at) => others[at]?.[0] === id && others[at]?.[1] === number)
}

function samePassages(a: readonly Passage[], b: readonly Passage[]): boolean {
  return a.length === b.length && a.every((passage, index) => samePassage(passage, b[index]))
}

function samePassage(a: Passage, b: Passage | undefined): boolean {
  return (
    b !== undefined &&
    a.text === b.text &&
    a.host === b.host &&
    a.offset === b.offset &&
    a.inserted.join() === b.inserted.join() &&
    a.struck.join() === b.struck.join() &&
    a.notes.join() === b.notes.join()
  )
}
