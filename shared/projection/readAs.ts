import { type PrintedLabel, printedLabels } from '../labels/printedLabels.ts'
import { noteNumbers } from '../notes/noteNumbers.ts'
import { type Host, noteHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import { joinWords, type Words } from '../table/words.ts'
import { italicsOf } from './italicsOf.ts'
import { type OutlineItem, outline } from './outline.ts'
import { type Passage, project } from './project.ts'
import type { Sheet } from './Sheet.ts'

/** A way of reading the sheet without its brackets: the draft as it is, or as it would be with one's own proposals taken. */
export type Reading = 'clean' | 'ours taken'

export interface ReadRoot {
  readonly host: Host
  readonly kind: string
  readonly level: number
  readonly label: PrintedLabel
  readonly words: Words
  readonly italics: ReturnType<typeof italicsOf>
}

export interface ReadSheet {
  readonly roots: readonly ReadRoot[]
  /** The notes mentioned, in the order of their numbers as this reading has them, each with its body. */
  readonly notes: readonly (Pick<ReadRoot, 'host' | 'words' | 'italics'> & { readonly number: string })[]
}

/** The sheet read without brackets. Nothing proposed by others is in it; notes number by what is left (D23). */
export function readAs(sheet: Sheet, reading: Reading): ReadSheet {
  const isTaken = (id: ProposalId) => {
    const record = reading === 'ours taken' ? sheet.record(id) : null
    return record !== null && (record.mine || record.party === sheet.party)
  }
  const choice = {
    text: (host: Host) => sheet.text(host),
    records: (host: Host) => sheet.records(host).filter(({ id }) => isTaken(id)),
  }
  const standing = (host: Host) => project(choice, host).filter(({ struck }) => struck.length === 0)
  const items = outline(sheet).filter(item => item.is === 'block' || isTaken(item.paragraph.id))
  const labels = printedLabels(items)
  const all: Passage[] = []
  const roots = items.map((item): ReadRoot => {
    const passages = standing(item.host)
    all.push(...passages)
    const label = labels.get(item.host) ?? { hanging: '', full: '' }
    return {
      host: item.host,
      ...kindAndLevel(item),
      label,
      words: joinWords(passages),
      italics: italicsOf(sheet.table, passages),
    }
  })
  const notes = [...noteNumbers(sheet.table, all)].map(([id, number]) => {
    const passages = standing(noteHost(id))
    return { host: noteHost(id), number, words: joinWords(passages), italics: italicsOf(sheet.table, passages) }
  })
  return { roots, notes }
}

function kindAndLevel(item: OutlineItem): { kind: string; level: number } {
  if (item.is === 'block') return { kind: item.block.kind, level: item.block.level }
  const { kind } = item.paragraph.change
  return { kind, level: kind === 'subparagraph' ? 1 : 0 }
}
