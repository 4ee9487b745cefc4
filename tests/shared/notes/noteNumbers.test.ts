import { expect, test } from 'vitest'
import { applyWrites } from '../../../shared/acts/applyWrites.ts'
import { readAs } from '../../../shared/projection/readAs.ts'
import { ShownSheet } from '../../../shared/projection/ShownSheet.ts'
import { noteId } from '../../../shared/table/ids.ts'
import { noteMark, plainWords } from '../../../shared/table/words.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const first = `States shall act.${noteMark} They shall report.${noteMark}`

test('R72: notes are numbered by first mention in what is shown: struck they count in the compilation', () => {
  const room = new TestRoom([first, `We note it.${noteMark}`], ['EU'])
  const eu = room.person('EU')
  eu.strike(`States shall act.${noteMark} `)
  expect(numbersOf(new ShownSheet(room.sheet).numbers)).toEqual({ N1: '1', N2: '2', N3: '3' })
  expect(readAs(room.sheet, 'clean').notes.map(({ host, number }) => `${host} ${number}`)).toEqual([
    'note:N1 1',
    'note:N2 2',
    'note:N3 3',
  ])
  expect(readAs(eu.sheet, 'ours taken').notes.map(({ host, number }) => `${host} ${number}`)).toEqual([
    'note:N2 1',
    'note:N3 2',
  ])
})

test('R72: a star note keeps its star, and the others are numbered without it', () => {
  const room = new TestRoom([first], ['EU'])
  const words = plainWords('As orally revised.')
  applyWrites(room.table, [{ write: 'add note', id: noteId('S'), words, star: '*', italics: [] }])
  const place = { at: 'States shall act.'.length, remove: 0, insert: { text: noteMark, notes: [noteId('S')] } }
  applyWrites(room.table, [{ write: 'splice', host: 'block:P1', splice: place }])
  expect(numbersOf(new ShownSheet(room.sheet).numbers)).toEqual({ S: '*', N1: '1', N2: '2' })
})

const numbersOf = (numbers: ReadonlyMap<string, string>) => Object.fromEntries(numbers)
