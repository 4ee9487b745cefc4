import { expect, test } from 'vitest'
import { mirrorDesk } from '../../../shared/acts/mirrorDesk.ts'
import { enterParagraph, removeParagraph } from '../../../shared/desk/editParagraphs.ts'
import { outline } from '../../../shared/projection/outline.ts'
import { pendingDrafts } from '../../../shared/projection/pendingDrafts.ts'
import { type Host, proposalHost } from '../../../shared/table/Host.ts'
import { readWords } from '../../../shared/table/words.ts'
import { printHost } from '../../harness/printHost.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const paragraphs = ['States shall promote rights.', 'We note it.']
const ways = ['as typed', 'by act'] as const

function add(person: TestPerson, after: Host, text: string): Host {
  const host = proposalHost(enterParagraph(person.editing, after, Number.MAX_SAFE_INTEGER))
  person.editHost(host, 0, 0, text)
  return host
}

/** Brings what is on the desk to the table, in the way of this negotiation. */
function tableAll(room: TestRoom, person: TestPerson): void {
  person.sync()
  const drafts = pendingDrafts(person.sheet).map(({ draft: { id, text } }) => ({ id, words: readWords(text).text }))
  if (room.tabling === 'by act' && drafts.length > 0)
    expect(room.act(person, { act: 'table', drafts })).not.toHaveProperty('refused')
  room.flush()
}

/** The table from top to bottom: labels and words. */
const onTable = ({ sheet }: TestRoom) =>
  outline(sheet).map(item => {
    const label = item.is === 'block' ? item.block.label : item.paragraph.proposal?.label
    return `${label} ${printHost(sheet, item.host)}`
  })

test.each(ways)('R34: paragraphs that follow each other are numbered so when they are tabled together, %s', tabling => {
  const room = new TestRoom(paragraphs, ['EU'], tabling)
  const eu = room.person('EU')
  add(eu, add(eu, 'block:P1', 'They shall report.'), 'They shall meet.')
  tableAll(room, eu)
  expect(onTable(room)).toEqual([
    `1 ${paragraphs[0]}`,
    '1 bis They shall report.',
    '1 ter They shall meet.',
    `2 ${paragraphs[1]}`,
  ])
})

test.each(ways)('R20: a paragraph below one that was given up before it was tabled is tabled, %s', tabling => {
  const room = new TestRoom(paragraphs, ['EU'], tabling)
  const eu = room.person('EU')
  const above = add(eu, 'block:P1', '')
  add(eu, above, 'They shall report.')
  removeParagraph(eu.editing, above)
  tableAll(room, eu)
  expect(onTable(room)).toEqual([`1 ${paragraphs[0]}`, '1 bis They shall report.', `2 ${paragraphs[1]}`])
})

test.each(ways)('R20: a paragraph below one without words is tabled, and the one above goes before it, %s', tabling => {
  const room = new TestRoom(paragraphs, ['EU'], tabling)
  const eu = room.person('EU')
  const above = add(eu, 'block:P1', '')
  add(eu, above, 'They shall report.')
  tableAll(room, eu)
  expect(onTable(room)).toEqual([`1 ${paragraphs[0]}`, '1 bis They shall report.', `2 ${paragraphs[1]}`])
  eu.editHost(above, 0, 0, 'They shall meet.')
  tableAll(room, eu)
  expect(onTable(room)).toContain('1 ter They shall meet.')
  expect(onTable(room).indexOf('1 ter They shall meet.')).toBeLessThan(
    onTable(room).indexOf('1 bis They shall report.'),
  )
})

test('R30: paragraphs are tabled in whatever order the preview names them', () => {
  const room = new TestRoom(paragraphs, ['EU'], 'by act')
  const eu = room.person('EU')
  add(eu, add(eu, 'block:P1', 'They shall report.'), 'They shall meet.')
  eu.sync()
  const drafts = pendingDrafts(eu.sheet).map(({ draft: { id, text } }) => ({ id, words: readWords(text).text }))
  expect(room.act(eu, { act: 'table', drafts: drafts.toReversed() })).not.toHaveProperty('refused')
  expect(onTable(room)).toContain('1 ter They shall meet.')
})

test('R31: mirroring what is mirrored writes nothing', () => {
  const room = new TestRoom(paragraphs, ['EU', 'US'])
  const [eu, us] = [room.person('EU'), room.person('US')]
  const empty = add(eu, 'block:P1', '')
  add(eu, empty, 'They shall report.')
  eu.insert({ before: 'rights' }, 'human ')
  eu.strike('promote')
  eu.undo.undo()
  room.flush()
  us.insert({ before: 'man' }, 'x')
  room.flush()
  const again = mirrorDesk(room.table, room.desk(eu.party), eu.actor, room.tools())
  expect(again).toBeNull()
})
