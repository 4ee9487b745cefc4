import { expect, test } from 'vitest'
import { discardDraft } from '../../../shared/desk/discardDraft.ts'
import { pendingDrafts } from '../../../shared/projection/pendingDrafts.ts'
import { readWords } from '../../../shared/table/words.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

/** A proposal of FRA on the table, into whose middle BRA has proposed a word, tabling by act. */
function nested() {
  const room = new TestRoom(['States shall report.'], ['FRA', 'BRA'], 'by act')
  const [fra, colleague, bra] = ['FRA', 'FRA', 'BRA'].map(party => room.person(party))
  if (fra === undefined || colleague === undefined || bra === undefined) throw new Error('three people')
  fra.insert({ before: 'report' }, 'promptly and fully ')
  table(room, fra)
  bra.insert({ before: 'and fully' }, 'duly ')
  table(room, bra)
  expect(fra.print()).toBe('States shall [promptly [duly  - BRA]and fully  - FRA]report.')
  return { room, fra, colleague }
}

function table(room: TestRoom, person: TestPerson): void {
  room.flush()
  const drafts = pendingDrafts(person.sheet).map(({ draft: { id, text } }) => ({ id, words: readWords(text).text }))
  expect(room.act(person, { act: 'table', drafts })).not.toHaveProperty('refused')
  room.flush()
}

test('R16: what others wrote in one’s words stays there when these are deleted, brought back by undo, and written on, for a colleague and when it is tabled again', () => {
  const { room, fra, colleague } = nested()
  fra.strike('promptly duly and fully ')
  fra.undo.undo()
  fra.insert({ after: 'fully' }, ' and in time')
  const wanted = 'States shall [promptly [duly  - BRA]and fully and in time  - FRA]report.'
  expect(fra.print()).toBe(wanted)
  room.flush()
  expect(colleague.print()).toBe(wanted)
  fra.reload()
  expect(fra.print()).toBe(wanted)
  table(room, fra)
  expect(room.print()).toBe(wanted)
})

test('R16, R21: two of one party who deleted the same words, and take that back one after the other, have them once', () => {
  const room = new TestRoom(['States shall report.'], ['FRA'], 'by act')
  const [fra, colleague] = [room.person('FRA'), room.person('FRA')]
  fra.insert({ before: 'report' }, 'promptly and fully ')
  room.flush()
  fra.strike('promptly and fully ')
  colleague.strike('promptly ')
  room.flush()
  fra.undo.undo()
  room.flush()
  colleague.undo.undo()
  room.flush()
  const wanted = 'States shall [promptly and fully  - FRA]report.'
  expect([fra.print(), colleague.print()]).toEqual([wanted, wanted])
})

test('R16: the same when they are given up and read as tabled again', () => {
  const { room, fra } = nested()
  fra.strike('promptly duly and fully ')
  for (const { id } of [...fra.desk.drafts()]) discardDraft(fra.editing, id)
  expect(fra.print()).toBe('States shall [promptly [duly  - BRA]and fully  - FRA]report.')
  fra.insert({ before: 'report' }, 'always ')
  table(room, fra)
  expect(room.print()).toBe('States shall [promptly [duly  - BRA]and fully always  - FRA]report.')
})
