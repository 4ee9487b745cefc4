// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest'
import { planIncorporation } from '../../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../../shared/acts/Refusal.ts'
import { enterParagraph } from '../../../shared/desk/editParagraphs.ts'
import type { ProposalId } from '../../../shared/table/ids.ts'
import { TestRoom } from '../../harness/TestRoom.ts'
import { TestEditor } from './TestEditor.ts'

const sentence = 'States shall promote and protect human rights for all.'
const p1 = 'block:P1'

const open: TestEditor[] = []
afterEach(() => {
  for (const editor of open.splice(0)) editor.close()
})

function cast(paragraphs = [sentence, 'Second.']) {
  const room = new TestRoom(paragraphs, ['FRA', 'BRA'])
  const [fra, colleague, bra] = [room.person('FRA'), room.person('FRA'), room.person('BRA')]
  const chair = room.person('Chair', 'facilitator')
  const editor = new TestEditor(fra)
  open.push(editor)
  const frame = () => {
    room.flush()
    editor.frame()
  }
  const take = (...proposals: ProposalId[]) => {
    const plan = planIncorporation(room.sheet, proposals)
    if (isRefusal(plan)) throw new Error(plan.refused)
    room.act(chair, { act: 'incorporate', proposals, texts: [...plan.texts] })
    frame()
  }
  return { room, fra, colleague, bra, chair, editor, frame, take }
}

/** A text with the caret in it. */
const withCaret = (editor: TestEditor) => {
  const { root, offset } = editor.head
  const text = editor.text(root)
  return `${text.slice(0, offset)}|${text.slice(offset)}`
}

describe('the caret keeps its two neighbours through any change made by others', () => {
  test('R19: another party strikes the whole sentence around what is just being typed', () => {
    const { room, bra, editor, frame } = cast()
    editor.select({ root: p1, offset: 13 })
    editor.type('A')
    frame()
    bra.edit(0, sentence.length + 1, '')
    frame()
    expect(withCaret(editor)).toBe('States shall A|promote and protect human rights for all.')
    editor.type('B')
    frame()
    expect(room.print()).toContain('[[A - BRA delete]B - FRA]')
  })

  test('R19: it stands alone in words of the draft that another party strikes', () => {
    const { room, bra, editor, frame } = cast()
    editor.select({ root: p1, offset: 13 })
    bra.edit(7, 41, '')
    frame()
    expect(withCaret(editor)).toBe('States shall |promote and protect human rights for all.')
    editor.type('[here]')
    frame()
    expect(room.print()).toBe(
      'States [shall  - BRA delete][[here] - FRA][promote and protect human ri - BRA delete]ghts for all.',
    )
  })

  test('R19: a paragraph comes in before it, by a proposal and then by a decision', () => {
    const { room, bra, editor, frame, take } = cast()
    editor.select({ root: 'block:P2', offset: 3 })
    const id = enterParagraph(bra.editing, p1, 0)
    bra.editHost(`proposal:${id}`, 0, 0, 'New paragraph.')
    frame()
    expect(withCaret(editor)).toBe('Sec|ond.')
    take(id)
    expect(withCaret(editor)).toBe('Sec|ond.')
    editor.type('[here]')
    frame()
    expect(room.print('2')).toBe('Sec[[here] - FRA]ond.')
  })

  test('R19: equal letters come and go beside it, and it does not slide over them', () => {
    const { bra, editor, frame } = cast(['We the the aaa aa note.'])
    editor.select({ root: p1, offset: 13 })
    bra.edit(11, 11, 'aa')
    frame()
    expect(editor.head.offset).toBe(15)
    bra.edit(15, 15, 'aa')
    frame()
    expect(editor.head.offset).toBe(15)
    bra.undo.undo()
    bra.undo.undo()
    frame()
    expect(editor.head.offset).toBe(13)
  })

  test('R19, R53: it stays in words that a decision brings into the draft, one’s own or another’s', () => {
    for (const party of ['fra', 'bra'] as const) {
      const { room, fra, bra, editor, frame, take } = cast()
      const author = party === 'fra' ? fra : bra
      author.insert({ before: 'human' }, 'all inalienable ')
      frame()
      const at = editor.text(p1).indexOf('inalienable') + 2
      editor.select({ root: p1, offset: at })
      take(room.proposalOf(author.party))
      expect(withCaret(editor)).toBe('States shall promote and protect all in|alienable human rights for all.')
      expect(editor.head).toEqual({ root: p1, offset: at })
    }
  })

  test('R19, R53: it stays in one’s own proposed paragraph when that becomes a paragraph of the draft', () => {
    const { room, fra, editor, frame, take } = cast()
    editor.select({ root: p1, offset: sentence.length })
    editor.press('Enter')
    editor.type('A new thought.')
    frame()
    const id = room.proposalOf(fra.party)
    editor.select({ root: `proposal:${id}`, offset: 5 })
    take(id)
    expect(editor.head.root).toMatch(/^block:/)
    expect(withCaret(editor)).toBe('A new| thought.')
    const decision = room.table.decisions().at(-1)?.id ?? ''
    room.act(room.person('Chair', 'facilitator'), { act: 'take back', decision })
    frame()
    expect(withCaret(editor)).toBe('A new| thought.')
    expect(editor.head.root).toBe(`proposal:${id}`)
  })

  test('R19: when the words it stands in go, it stays by what stood around them', () => {
    const { room, bra, editor, frame } = cast()
    bra.insert({ before: 'human' }, 'all inalienable ')
    frame()
    editor.select({ root: p1, offset: editor.text(p1).indexOf('inalienable') + 2 })
    room.act(bra, { act: 'withdraw', proposal: room.proposalOf('BRA') })
    frame()
    expect(withCaret(editor)).toBe('States shall promote and protect |human rights for all.')
  })

  test('R19: a selection over three paragraphs keeps both its ends', () => {
    const { bra, editor, frame } = cast([sentence, 'Second.', 'Third one.'])
    editor.select({ root: p1, offset: 7 }, { root: 'block:P3', offset: 5 })
    bra.edit(0, 6, 'Parties')
    bra.edit(0, 0, 'A ', '3')
    enterParagraph(bra.editing, 'block:P2', 0)
    frame()
    expect(editor.text(p1).slice(editor.anchor.offset)).toBe('shall promote and protect human rights for all.')
    expect(editor.text('block:P3').slice(0, editor.head.offset)).toBe('A Third')
  })
})
