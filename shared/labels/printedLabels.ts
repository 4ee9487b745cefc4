import type { OutlineItem } from '../projection/outline.ts'
import type { Host } from '../table/Host.ts'

/** How a block is called: `hanging` as it stands in the margin ("18.", "(a)"), `full` as people say it ("18 (a)"); '' when it has none. */
export interface PrintedLabel {
  readonly hanging: string
  readonly full: string
}

/** The labels of the blocks of a sheet, by host. Proposed paragraphs not yet tabled have none of their own: the server gives it. */
export function printedLabels(items: readonly OutlineItem[]): ReadonlyMap<Host, PrintedLabel> {
  const labels = new Map<Host, PrintedLabel>()
  let paragraph = ''
  let letter = ''
  for (const item of items) {
    const kind = item.is === 'block' ? item.block.kind : item.paragraph.change.kind
    const label = item.is === 'block' ? item.block.label : (item.paragraph.proposal?.label ?? '')
    const level = item.is === 'block' ? item.block.level : kind === 'subparagraph' ? 1 : 0
    switch (kind) {
      case 'masthead':
      case 'title':
        labels.set(item.host, { hanging: '', full: kind })
        break
      case 'chapeau':
        labels.set(item.host, { hanging: '', full: 'chapeau' })
        break
      case 'chapter':
      case 'section':
        labels.set(item.host, {
          hanging: label === '' ? '' : `${label}.`,
          full: label === '' ? kind : `${kind} ${label}`,
        })
        break
      case 'paragraph':
        paragraph = label
        labels.set(item.host, {
          hanging: /^\d/.test(label) ? `${label}.` : label,
          full: label === '' ? 'new paragraph' : label,
        })
        break
      case 'subparagraph': {
        const isItem = /^[a-z\d]/i.test(label)
        const hanging = isItem ? `(${label})` : label
        if (level <= 1) letter = hanging
        const above = level <= 1 ? paragraph : `${paragraph} ${letter}`
        labels.set(item.host, { hanging, full: `${above} ${hanging}`.trim() || 'new item' })
        break
      }
      default:
        throw new Error(`unknown kind ${kind satisfies never}`)
    }
  }
  return labels
}
