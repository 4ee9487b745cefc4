import { expect, test } from 'vitest'
import { enterParagraph } from '../../../shared/desk/editParagraphs.ts'
import { blockHost, proposalHost } from '../../../shared/table/Host.ts'
import { blockId } from '../../../shared/table/ids.ts'
import { readWords } from '../../../shared/table/words.ts'
import { layOut } from '../../harness/layOut.ts'
import { printHost } from '../../harness/printHost.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const first = blockHost(blockId('P1'))

test('R10: typing in the draft inserts, deleting there strikes, and the draft itself stays as it is', () => {
  const room = new TestRoom(['States shall promote rights.'], ['EU'])
  const eu = room.person('EU')
  eu.insert({ before: 'rights' }, 'human ')
  eu.strike('promote')
  expect(room.print()).toBe('States shall [promote - EU delete] [human  - EU]rights.')
  expect(room.draftText()).toBe('States shall promote rights.')
})

test('R10: typing and deleting in another’s proposal changes neither its words nor its record', () => {
  const { room } = layOut('States shall [promptly and fully - EU] report.')
  const us = room.person('US')
  const theirs = () => {
    const proposal = room.table.proposal(room.proposalOf('EU', 'promptly'))
    return proposal === null ? null : { ...proposal, text: readWords(proposal.text).text }
  }
  const before = theirs()
  us.insert({ after: 'promptly' }, ', duly')
  us.strike('fully')
  const drafts = [...us.desk.drafts()].map(({ id, text }) => ({ id, words: readWords(text).text }))
  expect(room.act(us, { act: 'table', drafts })).not.toHaveProperty('refused')
  expect(room.print()).toBe('States shall [promptly[, duly - US] and [fully - US delete] - EU] report.')
  expect(theirs()).toEqual(before)
})

test('R11: deleting one’s own pending words removes them, and replacing does both', () => {
  const room = new TestRoom(['States shall promote rights.'], ['EU'])
  const eu = room.person('EU')
  eu.insert({ before: 'rights' }, 'human and civil ')
  eu.strike('and civil ')
  expect(room.print()).toBe('States shall promote [human  - EU]rights.')
  eu.replace('human', 'all')
  expect(room.print()).toBe('States shall promote [all  - EU]rights.')
  eu.replace('promote', 'ensure')
  expect(room.print()).toBe('States shall [promote / ensure - EU] [all  - EU]rights.')
})

/** `find`, as the EU sees it with everything struck, goes for `type`; afterwards the EU, which does not read what it struck, reads `reads`. */
const edits = [
  ['States shall promote rights.', 'promote ', 'ensure ', 'States shall ensure rights.'],
  ['States shall [promote / ensure - US] rights.', 'l promote', 'd foster', 'States shald fosterensure rights.'],
  ['States shall [promptly and fully - US] report.', 'and fully rep', 'supp', 'States shall promptly support.'],
  ['States [shall - US delete] report.', 'States shall', '', ' report.'],
  ['We [note - US, EU delete][with concern - US] it.', 'note', 'welcome ', 'We welcome with concern it.'],
  ['We [two [three - EU] four - US] five.', 'o three f', 'x', 'We twxour five.'],
] as const

for (const [notation, find, type, reads] of edits)
  test(`R12: one’s party reads exactly the edit: ${notation} (${find} → ${type})`, () => {
    const { room } = layOut(notation)
    const eu = room.people.find(({ party }) => party === 'EU') ?? room.person('EU')
    const from = eu.shown().indexOf(find)
    expect(from).toBeGreaterThanOrEqual(0)
    eu.edit(from, from + find.length, type)
    expect(eu.view(first)).toBe(reads)
  })

test('R17: Enter proposes a paragraph below, and another’s text is not split', () => {
  const room = new TestRoom(['States shall promote rights.', 'We note it.'], ['EU'])
  const eu = room.person('EU')
  const id = enterParagraph(eu.editing, first, 'States'.length)
  eu.editHost(proposalHost(id), 0, 0, 'They shall report.')
  eu.sync()
  expect(room.print('1')).toBe('States shall promote rights.')
  expect(room.print('1 bis')).toBe('They shall report.')
  expect(room.table.proposal(id)?.change).toMatchObject({ is: 'paragraph', after: first })
})

test('R17: in one’s own proposed paragraph the words behind the caret go along', () => {
  const room = new TestRoom(['States shall promote rights.'], ['EU'])
  const eu = room.person('EU')
  const id = enterParagraph(eu.editing, first, 0)
  eu.editHost(proposalHost(id), 0, 0, 'They shall report. They shall meet.')
  const next = enterParagraph(eu.editing, proposalHost(id), 'They shall report. '.length)
  eu.sync()
  expect([id, next].map(each => printHost(room.sheet, proposalHost(each)))).toEqual([
    'They shall report. ',
    'They shall meet.',
  ])
  eu.undo.undo()
  eu.sync()
  expect(printHost(room.sheet, proposalHost(id))).toBe('They shall report. They shall meet.')
  expect(room.sheet.record(next)).toBeNull()
})

test('R21: two people of one party read their desk alike, whoever typed first', () => {
  const room = new TestRoom(['States shall promote rights.'], ['EU', 'US'], 'by act')
  const [one, two] = [room.person('EU'), room.person('EU')]
  one.online = false
  two.online = false
  one.insert({ before: 'rights' }, 'human ')
  two.insert({ before: 'rights' }, 'all ')
  two.strike('promote')
  one.online = true
  two.online = true
  room.flush()
  expect(one.print()).toBe(two.print())
  expect(one.print()).toContain('human')
  expect(one.print()).toContain('all')
})

test('R21: all copies of the table read alike, in whatever order the parties come back', () => {
  const room = new TestRoom(['States shall promote rights.'], ['EU', 'US', 'G77'])
  const people = ['EU', 'US', 'G77'].map(party => room.person(party))
  for (const person of people) person.online = false
  for (const person of people) {
    person.insert({ before: 'rights' }, `${person.party} `)
    person.strike('promote')
  }
  for (const person of people.toReversed()) {
    person.online = true
    person.sync()
  }
  room.flush()
  expect(people.map(person => person.print())).toEqual([room.print(), room.print(), room.print()])
})
