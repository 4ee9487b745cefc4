import type { Passage } from '../projection/project.ts'
import type { NoteId } from '../table/ids.ts'
import type { Table } from '../table/Table.ts'

/**
 * The indicator of each note, by first mention through the passages of a sheet in reading order: one series of numbers, star
 * notes keep their stars (D22, D23). Pass what is shown: the compilation's passages and the clean text's number differently.
 */
export function noteNumbers(table: Table, passages: Iterable<Passage>): ReadonlyMap<NoteId, string> {
  const numbers = new Map<NoteId, string>()
  let next = 1
  for (const { notes } of passages)
    for (const id of notes) {
      if (numbers.has(id)) continue
      const star = table.note(id)?.star ?? null
      numbers.set(id, star ?? String(next++))
    }
  return numbers
}
