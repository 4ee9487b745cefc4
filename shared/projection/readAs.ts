import { type PrintedLabel, printedLabels } from '../labels/printedLabels.ts'
import { noteNumbers } from '../notes/noteNumbers.ts'
import { type Host, hostParts, noteHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import { joinWords, type Words } from '../table/words.ts'
import { italicsOf } from './italicsOf.ts'
import { type OutlineItem, outline } from './outline.ts'
import { type Passage, project } from './project.ts'
import type { Sheet } from './Sheet.ts'

/**
 * A way of reading the sheet without its brackets: the draft as it is, as it would be with one's own proposals taken, or with
 * everybody's: what is proposed stands there as its party wrote it, rivals one after the other, and what anybody strikes is gone.
 */
export type Reading = 'clean' | 'ours taken' | 'everything incorporated'

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

/**
 * The sheet read without brackets; notes number by what is left (D23). `passagesOf` gives a text with every record in it; pass
 * one that knows them (`ShownSheet.passages`) where the sheet is read again and again.
 */
export function readAs(
  sheet: Sheet,
  reading: Reading,
  passagesOf: (host: Host) => readonly Passage[] = host => project(sheet, host),
): ReadSheet {
  const isTaken = takenIn(sheet, reading)
  const standing = (host: Host) =>
    rivalsApart(
      passagesOf(host).filter(
        ({ host: own, path, struck }) =>
          path.every(step => isTaken(step.record.id, step.host)) && !struck.some(id => isTaken(id, own)),
      ),
    )
  const items = outline(sheet).filter(item => item.is === 'block' || isTaken(item.paragraph.id, null))
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

/** Whether a record is taken in a reading; asked with the text it changes, or null for a paragraph of its own. */
function takenIn(sheet: Sheet, reading: Reading): (id: ProposalId, on: Host | null) => boolean {
  switch (reading) {
    case 'clean':
      return () => false
    case 'ours taken':
      return id => {
        const record = sheet.record(id)
        return record !== null && (record.mine || record.party === sheet.party)
      }
    case 'everything incorporated':
      // Only what is proposed on the draft: were what is proposed on proposals taken too, a rival's "delete" took their words away again.
      return (_, on) => on === null || hostParts(on).is !== 'proposal'
    default:
      return reading satisfies never
  }
}

/** A blank between rivals that would otherwise read as one word; between a word and what is typed into it there is none. */
function rivalsApart(passages: readonly Passage[]): readonly Passage[] {
  const filled = passages.filter(({ text }) => text !== '')
  return filled.flatMap((passage, index) => {
    const before = filled[index - 1]
    const [one, other] = [before?.path[0]?.record.party, passage.path[0]?.record.party]
    const areRivals = one !== undefined && other !== undefined && one !== other
    const isOneWord = /[\p{L}\p{N}]$/u.test(before?.text ?? '') && /^[\p{L}\p{N}]/u.test(passage.text)
    return areRivals && isOneWord ? [{ ...passage, text: ' ', notes: [] }, passage] : [passage]
  })
}

function kindAndLevel(item: OutlineItem): { kind: string; level: number } {
  if (item.is === 'block') return { kind: item.block.kind, level: item.block.level }
  const { kind } = item.paragraph.change
  return { kind, level: kind === 'subparagraph' ? 1 : 0 }
}
