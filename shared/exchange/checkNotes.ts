import type { ReadBlock, ReadNote, ReadWarning } from './ReadDocument.ts'

/** Warns about notes without mark, marks without note, and labels used twice (D22). */
export function checkNotes(blocks: readonly ReadBlock[], notes: readonly ReadNote[]): readonly ReadWarning[] {
  const warnings: ReadWarning[] = []
  const noted = new Set<string>()
  for (const { label, text } of notes) {
    if (noted.has(label)) warnings.push({ sentence: `Two notes are numbered ${label}.`, block: null })
    if (text === '') warnings.push({ sentence: `Note ${label} has no words.`, block: null })
    noted.add(label)
  }
  const marked = new Set<string>()
  let last = 0
  for (const [block, { marks }] of blocks.entries()) {
    for (const { note } of marks) {
      const isNew = !marked.has(note)
      const number = note.startsWith('*') ? null : Number(note)
      if (!noted.has(note) && isNew) warnings.push({ sentence: `The mark ${note} has no note.`, block })
      if (!isNew) warnings.push({ sentence: `The mark of note ${note} stands in the text more than once.`, block })
      else if (number !== null && number < last) {
        warnings.push({ sentence: `The mark of note ${note} comes after that of note ${last}.`, block })
      }
      marked.add(note)
      last = Math.max(last, number ?? 0)
    }
  }
  for (const label of noted) {
    if (!marked.has(label)) warnings.push({ sentence: `Note ${label} has no mark in the text.`, block: null })
  }
  return warnings
}
