import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { shownStatus } from '../../shared/table/Block.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { OutlineEntry } from '../views/Outline.tsx'

/** How many characters of a paragraph the outline takes; its line cuts them to the width. */
const outlineCharacters = 60

/** The lines of the outline: chapters and sections, and each paragraph with the brackets of its lettered items counted in. */
export function outlineEntries(shown: ShownSheet, brackets: ReadonlyMap<Host, number>): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = []
  for (const root of shown.roots) {
    if (root.is === 'note') continue
    const kind = root.is === 'block' ? root.block.kind : root.paragraph.change.kind
    const label = shown.labels.get(root.host)?.full ?? ''
    const words = firstWords(shown, root.host)
    const count = brackets.get(root.host) ?? 0
    if (kind === 'chapter' || kind === 'section') {
      const numeral = root.is === 'block' ? root.block.label : ''
      entries.push({ is: kind, host: root.host, label: numeral, words })
    } else if (kind === 'paragraph' || kind === 'chapeau') {
      const status = root.is === 'block' ? shownStatus(root.block) : 'open'
      const proposed = root.is === 'proposed' ? root.paragraph.change.relation.is : null
      const isUnnamed = kind === 'chapeau' || (root.is === 'proposed' && root.paragraph.proposal === null)
      const name = isUnnamed ? '' : label
      entries.push({ is: 'paragraph', host: root.host, label: name, words, brackets: count, status, proposed })
    } else if (kind === 'subparagraph') {
      const last = entries.at(-1)
      if (last?.is === 'paragraph') entries[entries.length - 1] = { ...last, brackets: last.brackets + count }
    }
  }
  return entries
}

/** How its own text begins, whatever is proposed on it: that is how people know a paragraph. */
function firstWords(shown: ShownSheet, host: Host): string {
  let text = ''
  for (const passage of shown.passages(host)) {
    if (passage.host === host) text += passage.text
    if (text.length > outlineCharacters) break
  }
  return text.replaceAll('\uFFFC', '').slice(0, outlineCharacters)
}
