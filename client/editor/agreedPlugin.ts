import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ProvenanceMark } from '../../shared/provenance/rootProvenance.ts'
import { type Host, isHost } from '../../shared/table/Host.ts'

/** The texts whose marks are to be drawn anew; `all` when the marks are turned on or off. */
export type AgreedMeta = ReadonlySet<Host> | 'all'

export const agreedKey = new PluginKey<DecorationSet>('agreed')

/**
 * Marks the words that stand in prior texts, where `marksOf` knows them; null: not known, and what is drawn there stays and follows its
 * words. An empty list draws nothing.
 */
export function agreedPlugin(marksOf: (host: Host) => readonly ProvenanceMark[] | null): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: agreedKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, drawn) {
        const mapped = tr.docChanged ? drawn.map(tr.mapping, tr.doc) : drawn
        const meta: AgreedMeta | undefined = tr.getMeta(agreedKey)
        return meta === undefined ? mapped : draw(mapped, tr.doc, meta, marksOf)
      },
    },
    props: {
      decorations: state => agreedKey.getState(state),
    },
  })
}

function draw(
  set: DecorationSet,
  doc: Node,
  meta: AgreedMeta,
  marksOf: (host: Host) => readonly ProvenanceMark[] | null,
): DecorationSet {
  let drawn = set
  doc.forEach((node, offset) => {
    const host: unknown = node.attrs['host']
    if (!isHost(host) || (meta !== 'all' && !meta.has(host))) return
    const marks = marksOf(host)
    if (marks === null) return
    drawn = drawn.remove(drawn.find(offset, offset + node.nodeSize)).add(doc, decorations(marks, offset + 1))
  })
  return drawn
}

function decorations(marks: readonly ProvenanceMark[], start: number): Decoration[] {
  return marks.flatMap(({ is, ranges, places }) => {
    const from = places.map(({ name }) => name).join('; ')
    const attributes = { class: `provenance ${is}`, title: `${titles[is]}: ${from}` }
    return ranges.map(range => Decoration.inline(start + range.from, start + range.to, attributes))
  })
}

const titles: Readonly<Record<ProvenanceMark['is'], string>> = {
  agreed: 'Agreed language',
  altered: 'Agreed language altered',
  formula: 'A name or formula, also in',
}
