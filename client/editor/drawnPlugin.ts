import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { italicsOf } from '../../shared/projection/italicsOf.ts'
import type { Root, ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { isClosedTo, shownStatus } from '../../shared/table/Block.ts'
import type { Host } from '../../shared/table/Host.ts'
import { bracketDecorations } from './bracketDecorations.ts'

export interface DrawnMeta {
  readonly changed: ReadonlySet<Host>
  readonly whole: boolean
}

export const drawnKey = new PluginKey<DecorationSet>('drawn')

/** Draws brackets, labels, states and note numbers over the document; redrawn per block when the sheet says it has changed. */
export function drawnPlugin(shown: ShownSheet): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: drawnKey,
    state: {
      init: (_, { doc }) => drawAll(doc, shown),
      apply(tr, drawn) {
        const meta: DrawnMeta | undefined = tr.getMeta(drawnKey)
        if (meta?.whole) return drawAll(tr.doc, shown)
        const mapped = tr.docChanged ? drawn.map(tr.mapping, tr.doc) : drawn
        return meta === undefined ? mapped : drawSome(mapped, tr.doc, shown, meta.changed)
      },
    },
    props: {
      decorations: state => drawnKey.getState(state),
    },
  })
}

function drawAll(doc: Node, shown: ShownSheet): DecorationSet {
  const rootsByHost = new Map<unknown, Root>(shown.roots.map(root => [root.host, root]))
  const decorations: Decoration[] = []
  doc.forEach((node, offset) => {
    const root = rootsByHost.get(node.attrs['host'])
    if (root !== undefined) decorations.push(...drawBlock(node, offset, root, shown))
  })
  return DecorationSet.create(doc, decorations)
}

function drawSome(set: DecorationSet, doc: Node, shown: ShownSheet, hosts: ReadonlySet<Host>): DecorationSet {
  let drawn = set
  const rootsByHost = new Map<unknown, Root>(shown.roots.map(root => [root.host, root]))
  doc.forEach((node, offset) => {
    const root = rootsByHost.get(node.attrs['host'])
    if (root === undefined || !hosts.has(root.host)) return
    const stale = drawn.find(offset, offset + node.nodeSize, spec => spec['host'] === root.host)
    drawn = drawn.remove([...stale]).add(doc, [...drawBlock(node, offset, root, shown)])
  })
  return drawn
}

function drawBlock(node: Node, offset: number, root: Root, shown: ShownSheet): readonly Decoration[] {
  const { sheet } = shown
  const decorations = [
    Decoration.node(offset, offset + node.nodeSize, blockAttributes(root, shown), { host: root.host }),
    ...bracketDecorations(sheet, root.host, shown.passages(root.host), offset + 1),
  ]
  for (const { from, to } of italicsOf(sheet.table, shown.passages(root.host)))
    decorations.push(Decoration.inline(offset + 1 + from, offset + 1 + to, { class: 'italic' }, { host: root.host }))
  node.forEach((child, at) => {
    const note: unknown = child.attrs['note']
    if (child.type.name !== 'note') return
    const number = [...shown.numbers].find(([id]) => id === note)?.[1] ?? '?'
    const attributes = { 'data-number': number, role: 'note', 'aria-label': `note ${number}` }
    decorations.push(Decoration.node(offset + 1 + at, offset + 2 + at, attributes, { host: root.host }))
  })
  return decorations
}

function blockAttributes(root: Root, shown: ShownSheet): Record<string, string> {
  if (root.is === 'note') return { 'data-label': root.number, 'aria-label': `note ${root.number}` }
  const label = shown.labels.get(root.host)
  const attributes: Record<string, string> = { 'aria-label': label?.full ?? '' }
  if (label !== undefined && label.hanging !== '') attributes['data-label'] = label.hanging
  if (root.is === 'block') {
    attributes['data-level'] = String(root.block.level)
    attributes['data-status'] = shownStatus(root.block)
    if (isClosedTo(root.block.status)) attributes['data-closed'] = 'true'
  } else {
    const { party, change } = root.paragraph
    attributes['data-proposed'] = change.relation.is
    attributes['data-level'] = change.kind === 'subparagraph' ? '1' : '0'
    attributes['style'] = `--c: var(--ink-${shown.sheet.table.party(party)?.ink ?? 0})`
  }
  return attributes
}
