// @vitest-environment jsdom
import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { blockOf } from '../../../client/editor/blockContent.ts'
import { Drawing } from '../../../client/editor/Drawing.ts'
import { editRange } from '../../../client/editor/deskEdits.ts'
import { drawnPlugin } from '../../../client/editor/drawnPlugin.ts'
import { blockPositions, redrawTransaction } from '../../../client/editor/redraw.ts'
import { BlockNode, DocumentNode, NoteNode, TextNode } from '../../../client/editor/schema.ts'
import { ShownSheet } from '../../../shared/projection/ShownSheet.ts'
import { blockHost } from '../../../shared/table/Host.ts'
import { blockId } from '../../../shared/table/ids.ts'
import { plainWords } from '../../../shared/table/words.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const schema = getSchema([DocumentNode, TextNode, BlockNode, NoteNode])
const paragraphs = ['States shall promote rights.', 'We note it.', 'We shall meet.']
const [first, second, third] = [1, 2, 3].map(number => blockHost(blockId(`P${number}`)))
if (first === undefined || second === undefined || third === undefined) throw new Error('no hosts')

function drawn(person: TestPerson) {
  const shown = new ShownSheet(person.sheet)
  const doc = schema.node(
    'doc',
    null,
    shown.roots.map(root => blockOf(schema, root, shown.passages(root.host))),
  )
  return { shown, state: EditorState.create({ doc, plugins: [drawnPlugin(shown)] }) }
}

test('R73: a redraw leaves the nodes of texts that did not change as they are', () => {
  const room = new TestRoom(paragraphs, ['EU', 'US'])
  const [eu, us] = [room.person('EU'), room.person('US')]
  const { shown, state } = drawn(eu)
  us.insert({ before: 'note' }, 'duly ', '2')
  room.flush()
  const next = state.apply(redrawTransaction(state, shown, shown.refresh()))
  expect(next.doc.child(1).textContent).toBe('We duly note it.')
  expect(next.doc.child(0)).toBe(state.doc.child(0))
  expect(next.doc.child(2)).toBe(state.doc.child(2))
})

test('R73: a paragraph proposed above moves the others and replaces none of them', () => {
  const room = new TestRoom(paragraphs, ['EU', 'US'])
  const [eu, us] = [room.person('EU'), room.person('US')]
  const { shown, state } = drawn(eu)
  editRange(us.editing, drawn(us).state.doc, 1, 1, [plainWords(''), plainWords('They shall report.')])
  room.flush()
  const next = state.apply(redrawTransaction(state, shown, shown.refresh()))
  expect(next.doc.childCount).toBe(4)
  expect(next.doc.child(1).textContent).toBe('They shall report.')
  for (const [before, after] of [
    [0, 0],
    [1, 2],
    [2, 3],
  ] as const)
    expect(next.doc.child(after)).toBe(state.doc.child(before))
})

test('R18: a selection over several paragraphs is struck as one change in pieces tied together', () => {
  const room = new TestRoom(paragraphs, ['EU'])
  const eu = room.person('EU')
  const { state } = drawn(eu)
  const places = blockPositions(state)
  const from = (places.get(first) ?? 0) + 1 + 'States shall promote'.length
  const to = (places.get(third) ?? 0) + 1 + 'We shall'.length
  editRange(eu.editing, state.doc, from, to, [])
  room.flush()
  expect(['1', '2', '3'].map(label => room.print(label))).toEqual([
    'States shall promote[ rights. - EU delete]',
    '[We note it. - EU delete]',
    '[We shall - EU delete] meet.',
  ])
  const groups = new Set([...room.table.proposals()].map(({ group }) => group))
  expect(groups.size).toBe(1)
  expect(groups).not.toContain(null)
  for (let step = 0; step < 3; step++) eu.undo.undo()
  room.flush()
  expect(['1', '2', '3'].map(label => room.print(label))).toEqual(paragraphs)
})

test('R18: several lines pasted come as words and proposed paragraphs, tied together', () => {
  const room = new TestRoom(paragraphs, ['EU'])
  const eu = room.person('EU')
  const { state } = drawn(eu)
  const at = (blockPositions(state).get(second) ?? 0) + 1 + 'We note it.'.length
  editRange(eu.editing, state.doc, at, at, [' Indeed.', 'They shall report.', 'They shall rest.'].map(plainWords))
  room.flush()
  expect(['2', '2 bis', '2 ter'].map(label => room.print(label))).toEqual([
    'We note it.[ Indeed. - EU]',
    'They shall report.',
    'They shall rest.',
  ])
  const groups = new Set([...room.table.proposals()].map(({ group }) => group))
  expect(groups.size).toBe(1)
  expect(groups).not.toContain(null)
})

test('R19: the caret keeps its two neighbours through what others write, strike and take on both sides', () => {
  const room = new TestRoom(paragraphs, ['EU', 'US'])
  const [eu, us] = [room.person('EU'), room.person('US')]
  const { shown, state } = drawn(eu)
  const drawing = new Drawing(shown)
  const caret = drawing.placeOf(state.doc.resolve(1 + 'States shall prom'.length))
  us.insert({ before: 'States' }, 'All ')
  us.strike('shall')
  us.insert({ after: 'promote' }, ' all')
  us.insert({ before: 'mote' }, 'x')
  room.flush()
  const { doc } = drawing.redraw(state).tr
  const now = caret === null ? null : drawing.positionOf(doc, caret, 'left')
  expect(doc.textBetween((now ?? 1) - 1, (now ?? 1) + 1)).toBe('mo')
})

test('R19: when one of its neighbours goes, the caret stays by the other', () => {
  const room = new TestRoom(paragraphs, ['EU'])
  const [one, two] = [room.person('EU'), room.person('EU')]
  one.insert({ before: 'rights' }, 'abcd ')
  room.flush()
  const { shown, state } = drawn(one)
  const drawing = new Drawing(shown)
  const at = 'States shall promote ab'.length
  const carets = [at, at + 1].map(offset => drawing.placeOf(state.doc.resolve(1 + offset)))
  two.strike('c')
  room.flush()
  drawing.redraw(state)
  expect(one.shown()).toBe('States shall promote abd rights.')
  expect(carets.map(caret => (caret === null ? null : drawing.find(caret)?.offset))).toEqual([at, at])
})

test('R19: what is pointed at is found again by its characters, also when the text has changed on both sides before it is drawn', () => {
  const room = new TestRoom(paragraphs, ['EU', 'US'])
  const [eu, us] = [room.person('EU'), room.person('US')]
  const { shown, state } = drawn(eu)
  const drawing = new Drawing(shown)
  us.insert({ before: 'States' }, 'All ')
  us.insert({ after: 'rights' }, ' of all')
  room.flush()
  const place = drawing.placeOf(state.doc.resolve(1 + 'States shall'.length))
  const { doc } = drawing.redraw(state).tr
  const now = place === null ? null : drawing.positionOf(doc, place, 'left')
  expect(doc.textBetween(1, now ?? 1)).toBe('All States shall')
})
