import type { ReadDocument } from '../exchange/ReadDocument.ts'
import { type BlockId, blockId, type NoteId, noteId } from '../table/ids.ts'
import type { Party } from '../table/Party.ts'
import type { Procedure } from '../table/Procedure.ts'
import { noteMark } from '../table/words.ts'
import type { TableWrite } from './TableWrite.ts'

/** The writes that lay a read document on an empty table as the draft: its blocks in order, its notes, the parties, the procedure. */
export function layDraft(
  document: ReadDocument,
  parties: readonly Party[],
  procedure: Procedure,
  newId: () => string,
): readonly TableWrite[] {
  const notesByLabel = new Map<string, NoteId>()
  const writes: TableWrite[] = [{ write: 'procedure', procedure }]
  for (const party of parties) writes.push({ write: 'party', party })
  for (const { label, text, italics } of document.notes) {
    const id = noteId(newId())
    notesByLabel.set(label, id)
    writes.push({
      write: 'add note',
      id,
      words: { text, notes: [] },
      star: /^\*+$/.test(label) ? label : null,
      italics,
    })
  }
  let after: BlockId | null = null
  for (const { kind, label, level, text, marks, italics } of document.blocks) {
    const id = blockId(newId())
    const notes = marks.map(({ note }) => notesByLabel.get(note))
    writes.push({
      write: 'add block',
      block: { id, kind, label, level, status: 'open', from: null },
      words: { text: withoutLostMarks(text, notes), notes: notes.filter(note => note !== undefined) },
      italics: notes.includes(undefined) ? [] : italics,
      after,
    })
    after = id
  }
  return writes
}

/** A mark whose note was not found reads as nothing rather than as a hole; the reader has warned of it. */
function withoutLostMarks(text: string, notes: readonly (NoteId | undefined)[]): string {
  let index = 0
  return text.replaceAll(noteMark, () => (notes[index++] === undefined ? '' : noteMark))
}
