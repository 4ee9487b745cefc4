import { type PrintedLabel, printedLabels } from '../labels/printedLabels.ts'
import { noteNumbers } from '../notes/noteNumbers.ts'
import { type Host, hostParts, noteHost } from '../table/Host.ts'
import type { NoteId, ProposalId } from '../table/ids.ts'
import { type OutlineItem, outline } from './outline.ts'
import { type Passage, project } from './project.ts'
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
  private readonly passagesByHost = new Map<Host, readonly Passage[]>()
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
        // A draft placed, withdrawn or brought back may leave one text and enter another.
        if (how === 'entry') this.isWholeStale = true
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

  /** The text in which a record is read, or null when it is not on the sheet. */
  rootOf(id: ProposalId): Host | null {
    const own: Host = `proposal:${id}`
    if (this.passagesByHost.has(own)) return own
    for (const [host, passages] of this.passagesByHost)
      if (passages.some(({ inserted, struck }) => inserted.includes(id) || struck.includes(id))) return host
    return null
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
    for (const host of this.passagesByHost.keys()) if (!current.has(host)) this.passagesByHost.delete(host)
    for (const host of hosts) {
      const before = this.passagesByHost.get(host)
      if (before !== undefined && !whole && !stale.has(host)) continue
      const passages = project(this.sheet, host)
      if (before !== undefined && samePassages(before, passages) && !stale.has(host)) continue
      this.passagesByHost.set(host, passages)
      changed.add(host)
    }
    this.numbers = noteNumbers(this.sheet.table, this.inOrder(items))
    if (whole) this.labels = printedLabels(items)
    this.roots = [...items, ...this.noteRoots()]
    this.version++
    return { changed, whole }
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

  private markRecord(id: ProposalId): void {
    const root = this.rootOf(id)
    if (root === null) this.isWholeStale = true
    else this.stale.add(root)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
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
