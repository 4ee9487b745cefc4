// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { noteMark } from '../../../shared/table/words.ts'
import { TestRoom } from '../../harness/TestRoom.ts'
import { DomWatch } from './DomWatch.ts'
import { TestEditor } from './TestEditor.ts'

const sentence = 'States shall promote and protect human rights for all.'

const open: { close(): void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

function cast(paragraphs = [sentence, 'Second.', 'Third.']) {
  const room = new TestRoom(paragraphs, ['FRA', 'BRA'])
  const [fra, bra] = [room.person('FRA'), room.person('BRA')]
  const editor = new TestEditor(fra)
  const watch = new DomWatch(editor.view.dom)
  open.push(editor, { close: () => watch.stop() })
  const frame = () => {
    room.flush()
    editor.frame()
  }
  return { room, fra, bra, editor, watch, frame }
}

/** What the browser does to its own text, as it does it for a key or a suggestion; the editor hears of it afterwards. */
async function browserWrites(editor: TestEditor, root: 'block:P1', at: number, text: string): Promise<void> {
  const node = textNodeAt(editor, root, at)
  node.node.insertData(node.offset, text)
  document.getSelection()?.collapse(node.node, node.offset + text.length)
  await heard()
}

/** Observers of the page are told before this resolves. */
const heard = () => new Promise<void>(resolve => queueMicrotask(() => queueMicrotask(resolve)))

function textNodeAt(editor: TestEditor, root: 'block:P1', offset: number): { node: Text; offset: number } {
  const walker = document.createTreeWalker(editor.block(root), NodeFilter.SHOW_TEXT)
  let start = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest('.marks') !== null) continue
    if (offset <= start + node.length) return { node, offset: offset - start }
    start += node.length
  }
  throw new Error(`no text at ${offset}`)
}

const texts = (editor: TestEditor) => {
  const walker = document.createTreeWalker(editor.view.dom, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
  return nodes
}

test('R73: a change by others touches no other text of the page', () => {
  const { bra, editor, watch, frame } = cast()
  const before = texts(editor)
  bra.replace('promote', 'advance')
  watch.begin()
  frame()
  expect(watch.checkUntouched()).toBeGreaterThan(0)
  const after = texts(editor)
  const kept = before.filter(node => after.includes(node))
  // All but those that the new bracket cuts are the same nodes as before.
  expect(kept.map(({ data }) => data)).toEqual(expect.arrayContaining(['Second.', 'Third.']))
  expect(kept.length).toBeGreaterThanOrEqual(before.length - 1)
  watch.begin()
  editor.draft.redrawNow()
  expect(watch.checkUntouched()).toBe(0)
})

test('R73: a stance, a tabling or a decision elsewhere changes not one node of a text that reads the same', () => {
  const { room, bra, fra, editor, watch, frame } = cast()
  bra.insert({ before: 'Second' }, 'A ', '2')
  fra.insert({ before: 'Third' }, 'The ', '3')
  frame()
  const before = texts(editor)
  const first = editor.block('block:P1').innerHTML
  room.act(fra, { act: 'stance', on: room.proposalOf('BRA'), kind: 'support', words: 'A ' })
  watch.begin()
  frame()
  watch.checkUntouched()
  expect(editor.block('block:P1').innerHTML).toBe(first)
  const gone = before.filter(node => !node.isConnected)
  expect(gone.map(node => node.parentElement?.closest('.block')?.getAttribute('data-host') ?? 'marks')).not.toContain(
    'block:P1',
  )
})

test('R10: what the browser writes into its page becomes words of one’s own', async () => {
  const { room, editor, frame } = cast()
  editor.select({ root: 'block:P1', offset: 13 })
  await browserWrites(editor, 'block:P1', 13, 'duly ')
  frame()
  expect(room.print()).toBe('States shall [duly  - FRA]promote and protect human rights for all.')
})

test('R19: a word being composed is not torn by what others write meanwhile, and comes in as one edit', async () => {
  const { room, fra, bra, editor, watch, frame } = cast()
  editor.select({ root: 'block:P1', offset: 13 })
  editor.view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  await browserWrites(editor, 'block:P1', 13, 'n')
  bra.insert({ before: 'States' }, 'All ')
  bra.strike('promote')
  watch.begin()
  frame()
  expect(watch.checkUntouched(), 'drawn under a composition').toBe(0)
  await browserWrites(editor, 'block:P1', 14, 'i')
  expect(editor.block('block:P1').textContent).toContain('shall nipromote')
  expect([...fra.desk.drafts()], 'half a word was sent').toEqual([])
  editor.view.dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'ni' }))
  await heard()
  frame()
  expect(room.print()).toBe(
    '[All  - BRA]States shall [ni - FRA][promote - BRA delete] and protect human rights for all.',
  )
  expect(editor.text('block:P1')).toBe(`All States shall nipromote and protect human rights for all.`)
  expect(fra.undo.undoStack, 'one edit').toHaveLength(1)
  fra.undo.undo()
  frame()
  expect(room.print()).toBe('[All  - BRA]States shall [promote - BRA delete] and protect human rights for all.')
})

test('R18: several lines pasted over a selection across paragraphs are one change', () => {
  const { room, editor, frame } = cast()
  editor.select({ root: 'block:P1', offset: 7 }, { root: 'block:P2', offset: 3 })
  editor.paste('will act.\r\n\r\nThey report.\nYearly.')
  frame()
  expect([...editor.texts().values()]).toEqual([`${sentence}will act.`, 'They report.', 'Yearly.', 'Second.', 'Third.'])
  expect(room.print('1')).toBe('States [shall promote and protect human rights for all. / will act. - FRA]')
  expect(room.print('2')).toBe('[Sec - FRA delete]ond.')
  const groups = new Set([...room.table.proposals()].map(({ group }) => group))
  expect(groups.size).toBe(1)
  expect([...groups][0]).not.toBeNull()
  expect(editor.head).toMatchObject({ offset: 'Yearly.'.length })
})

test('R18: several lines pasted into a note are one line of it', () => {
  const { room, editor, frame } = cast([`${sentence}${noteMark}`])
  editor.select({ root: 'note:N1', offset: 4 })
  editor.paste('also\nthe')
  frame()
  expect(editor.text('note:N1')).toBe('See also theresolution 1.')
  expect([...room.table.proposals()]).toHaveLength(1)
})

test('R12: typed over a selection that begins at the end of a text, words come in there', () => {
  const { room, editor, frame } = cast()
  editor.select({ root: 'block:P1', offset: sentence.length }, { root: 'block:P2', offset: 3 })
  editor.type(' And on.')
  frame()
  expect(room.print('1')).toBe(`${sentence}[ And on. - FRA]`)
  expect(room.print('2')).toBe('[Sec - FRA delete]ond.')
})

test('R12: signs that no text may hold, as dictation or a drop may bring them, are left out of what is typed', () => {
  const { room, editor, frame } = cast()
  editor.select({ root: 'block:P1', offset: sentence.length })
  editor.type(` And${noteMark} \u0007on.`)
  frame()
  editor.type(noteMark)
  frame()
  editor.type(' And on.')
  frame()
  expect(room.print('1')).toBe(`${sentence}[ And on. And on. - FRA]`)
  expect(editor.text('block:P1')).toBe(`${sentence} And on. And on.`)
})
