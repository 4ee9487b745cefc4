import type { Passage } from '../projection/project.ts'
import { type Reading, readAs } from '../projection/readAs.ts'
import type { Sheet } from '../projection/Sheet.ts'
import type { Host } from '../table/Host.ts'
import { noteMark } from '../table/words.ts'
import type { ComparedBlock } from './ComparedBlock.ts'
import { citationsOf } from './citationsOf.ts'
import { sortOf } from './sortOf.ts'

/** A block of the living draft, and where in the draft its words are from. */
export interface DraftBlock extends ComparedBlock {
  readonly host: Host
}

/**
 * The blocks of the sheet in a reading, to be compared: named as the sheet names them (R110), their marks by what the notes cite.
 * Without the masthead, and without paragraphs that have no words left. `passagesOf` as for `readAs`.
 */
export function draftBlocks(
  sheet: Sheet,
  reading: Reading,
  passagesOf?: (host: Host) => readonly Passage[],
): readonly DraftBlock[] {
  const { roots, notes } = readAs(sheet, reading, passagesOf)
  const numbers = new Map(notes.map(({ host, number }) => [host.slice('note:'.length), number]))
  const cites = citationsOf(notes.map(({ number, words }) => ({ label: number, text: words.text })))
  let unnumbered = 0
  return roots.flatMap((root): readonly DraftBlock[] => {
    const { host, words } = root
    const is = sortOf(root.kind)
    const bare = words.text.replaceAll(noteMark, '').trim()
    if (is === null || bare === '') return []
    const isUnnumbered = is === 'paragraph' && (root.label.hanging === '' || root.label.hanging === '•')
    const printed = isUnnumbered ? `¶${++unnumbered}` : root.label.full
    const label = is === 'title' ? 'title' : is === 'heading' ? bare : printed
    const marks = words.notes.map(note => {
      const number = numbers.get(note) ?? ''
      return { label: number, cites: cites.get(number) ?? `note ${number}` }
    })
    return [{ host, label, is, text: words.text, marks }]
  })
}
