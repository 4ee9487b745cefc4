import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Root, ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { type Host, isHost } from '../../shared/table/Host.ts'
import { blockContent, blockOf } from './blockContent.ts'
import { drawnKey } from './drawnPlugin.ts'

/** A caret by block and shown offset. */
export interface ShownCaret {
  readonly root: Host
  readonly offset: number
}

export interface Redraw {
  readonly changed: ReadonlySet<Host>
  readonly whole: boolean
}

/**
 * The transaction that makes the editor show the sheet. Touches only what reads differently: a text that did not change is not
 * replaced, and a block that is not new or gone stays the same node, so that carets and the screen stay where they are.
 */
export function redrawTransaction(state: EditorState, shown: ShownSheet, redraw: Redraw): Transaction {
  const tr = state.tr.setMeta(drawnKey, redraw).setMeta('addToHistory', false)
  if (redraw.whole) reconcileBlocks(tr, shown)
  const places = blockPositions(tr)
  const reconciled = tr.steps.length
  for (const host of redraw.changed) {
    const at = places.get(host)
    // Each block drawn again moves those below it.
    if (at !== undefined) redrawBlock(tr, shown, host, tr.mapping.slice(reconciled).map(at))
  }
  return tr
}

/** Positions before each block, by host. */
export function blockPositions(tr: { readonly doc: Transaction['doc'] }): ReadonlyMap<Host, number> {
  const places = new Map<Host, number>()
  tr.doc.forEach((node, offset) => {
    const host: unknown = node.attrs['host']
    if (isHost(host)) places.set(host, offset)
  })
  return places
}

/** Sets a selection of carets; false when their blocks are not shown. */
export function selectShown(tr: Transaction, anchor: ShownCaret, head: ShownCaret): boolean {
  const places = blockPositions(tr)
  const resolve = ({ root, offset }: ShownCaret) => {
    const at = places.get(root)
    const size = at === undefined ? undefined : tr.doc.nodeAt(at)?.content.size
    return at === undefined || size === undefined ? null : at + 1 + Math.min(offset, size)
  }
  const from = resolve(anchor)
  const to = resolve(head)
  if (from === null || to === null) return false
  tr.setSelection(TextSelection.create(tr.doc, from, to))
  return true
}

function reconcileBlocks(tr: Transaction, shown: ShownSheet): void {
  const wanted = new Set<Host>(shown.roots.map(({ host }) => host))
  let at = 0
  for (const root of shown.roots) {
    let node = tr.doc.nodeAt(at)
    while (node !== null && node.attrs['host'] !== root.host && !wanted.has(node.attrs['host'])) {
      // The last block is replaced, never deleted: a document has at least one.
      if (tr.doc.childCount === 1) break
      tr.delete(at, at + node.nodeSize)
      node = tr.doc.nodeAt(at)
    }
    if (node === null || node.attrs['host'] !== root.host) insertBlock(tr, shown, root, at)
    at += tr.doc.nodeAt(at)?.nodeSize ?? 0
  }
  if (at < tr.doc.content.size) tr.delete(at, tr.doc.content.size)
}

function insertBlock(tr: Transaction, shown: ShownSheet, root: Root, at: number): void {
  const elsewhere = blockPositions(tr).get(root.host)
  const size = elsewhere === undefined ? undefined : tr.doc.nodeAt(elsewhere)?.nodeSize
  tr.insert(at, blockOf(tr.doc.type.schema, root, shown.passages(root.host)))
  if (elsewhere === undefined || size === undefined) return
  const old = elsewhere >= at ? elsewhere + (tr.doc.nodeAt(at)?.nodeSize ?? 0) : elsewhere
  tr.delete(old, old + size)
}

function redrawBlock(tr: Transaction, shown: ShownSheet, host: Host, at: number): void {
  const node = tr.doc.nodeAt(at)
  if (node === null) return
  const content = blockContent(tr.doc.type.schema, shown.passages(host))
  const from = node.content.findDiffStart(content)
  if (from === null) return
  const end = node.content.findDiffEnd(content)
  if (end === null) return
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  const next = node.copy(content).slice(from, end.b + overlap)
  tr.replace(at + 1 + from, at + 1 + end.a + overlap, next)
}
