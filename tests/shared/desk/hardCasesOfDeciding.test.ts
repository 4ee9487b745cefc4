import { expect, test } from 'vitest'
import { planIncorporation } from '../../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../../shared/acts/Refusal.ts'
import { decidingRoom as room } from '../../harness/decidingRoom.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

/** Strikes "all " before "inalienable": the letters stand in "shall " too. */
function strikeAll(person: TestPerson): void {
  const at = person.shown().indexOf('all inal')
  person.edit(at, at + 4, '')
  person.sync()
}

test('R14, R52: of nested proposals each is read alone with its host, whatever else is nested there', () => {
  const { made, of, read } = room('FRA', 'BRA', 'IND')
  of('FRA').insert({ before: 'human' }, 'all inalienable ')
  made.flush()
  of('BRA').insert({ before: 'inalienable' }, 'and ')
  made.flush()
  of('IND').strike('inalienable')
  made.flush()
  of('FRA').insert({ before: 'nd protect' }, 'XX')
  expect(read()).toBe(
    'States shall promote a[XX - FRA]nd protect [all [and  - BRA][inalienable - IND delete]  - FRA]human rights for all.',
  )
  const outer = made.proposalOf('FRA', 'all')
  const after = (...proposals: ReturnType<TestRoom['proposalOf']>[]) => {
    const plan = planIncorporation(made.sheet, proposals)
    return isRefusal(plan) ? plan.refused : plan.texts.map(text => text.after).join()
  }
  expect(after(outer)).toBe('States shall promote and protect all inalienable human rights for all.')
  expect(after(outer, made.proposalOf('FRA', 'XX'))).toBe(
    'States shall promote aXXnd protect all inalienable human rights for all.',
  )
  expect(after(outer, made.proposalOf('BRA'))).toBe(
    'States shall promote and protect all and inalienable human rights for all.',
  )
  expect(after(outer, made.proposalOf('IND'))).toBe('States shall promote and protect all human rights for all.')
  expect(after(made.proposalOf('BRA'))).toMatch(/only proposed/)
})

test('R50, R57: the facilitator drafts under open proposals: they stand where they stood, and one whose words went waits', () => {
  const { made, of, chair, take, read } = room('FRA', 'BRA')
  of('FRA').replace('promote', 'advance')
  of('BRA').insert({ before: 'human' }, 'universal ')
  made.flush()
  chair.replace('States', 'Member States')
  expect(take(made.proposalOf('Chair'))).toBe('done')
  chair.replace('protect', 'safeguard')
  expect(take(made.proposalOf('Chair'))).toBe('done')
  expect(read()).toBe(
    'Member States shall [promote / advance - FRA] and safeguard [universal  - BRA]human rights for all.',
  )
  // Words inside those that FRA strikes: its replacement is kept, and is not taken before FRA has looked.
  chair.replace('omot', 'OMOT')
  expect(take(made.proposalOf('Chair'))).toBe('done')
  expect(read()).toBe(
    'Member States shall [prOMOTe / advance - FRA] and safeguard [universal  - BRA]human rights for all.',
  )
  expect(take(made.proposalOf('FRA'))).toMatch(/must confirm it first/)
  const proposal = made.proposalOf('FRA')
  expect(made.act(of('FRA'), { act: 'confirm', proposal })).not.toHaveProperty('refused')
  expect(take(proposal)).toBe('done')
  expect(read()).toBe('Member States shall advance and safeguard [universal  - BRA]human rights for all.')
})

test('R54: words that a rival strikes whole go by a decision: the rival is superseded, and its words stay readable', () => {
  const { made, of, chair, take, read } = room('FRA', 'BRA')
  of('FRA').replace('promote', 'advance')
  const rival = made.proposalOf('FRA')
  chair.strike('promote and ')
  made.flush()
  expect(take(made.proposalOf('Chair'))).toBe('done')
  expect(read()).toBe('States shall protect human rights for all.')
  expect(made.table.proposal(rival)?.standing.is).toBe('superseded')
  expect(made.table.proposal(rival)?.text.toString()).toBe('advance')
})

test('R18: a change over two paragraphs is one change in two pieces, decided together', () => {
  const made = new TestRoom(['First para text.', 'Second para text.'], ['FRA', 'BRA'])
  const [fra, bra] = [made.person('FRA'), made.person('BRA')]
  const chair = made.person('Chair', 'facilitator')
  const group = made.newId()
  fra.edit(11, 16, '', '1', group)
  fra.edit(0, 6, '', '2', group)
  fra.sync()
  bra.insert({ before: 'para' }, 'new ', '2')
  made.flush()
  expect([made.print('1'), made.print('2')]).toEqual([
    'First para [text. - FRA delete]',
    '[Second - FRA delete] [new  - BRA]para text.',
  ])
  const pieces = [...made.table.proposals()].filter(proposal => proposal.group === group).map(({ id }) => id)
  expect(pieces).toHaveLength(2)
  const plan = planIncorporation(made.sheet, pieces)
  if (isRefusal(plan)) throw new Error(plan.refused)
  made.act(chair, { act: 'incorporate', proposals: pieces, texts: [...plan.texts] })
  expect([made.print('1'), made.print('2')]).toEqual(['First para', '[new  - BRA]para text.'])
})

test.each([1, 4_000_000_000])(
  'R6, R53: a strike made longer offline while its words are incorporated follows them there (server id %d)',
  id => {
    const { made, of, take, read } = room('FRA', 'BRA')
    made.table.doc.clientID = id
    of('FRA').insert({ before: 'human' }, 'all inalienable and universal ')
    made.flush()
    of('BRA').replace('inalienable', 'fundamental')
    made.flush()
    of('BRA').online = false
    strikeAll(of('BRA'))
    expect(take(made.proposalOf('FRA'))).toBe('done')
    of('BRA').online = true
    expect(read()).toBe(
      'States shall promote and protect [all inalienable / fundamental - BRA] and universal human rights for all.',
    )
  },
)

test('R56: strikes taken with the words they stand in leave one space and one comma', () => {
  const { made, of, take } = room('FRA', 'BRA')
  of('FRA').insert({ before: 'human' }, 'all, every and inalienable, ')
  made.flush()
  of('BRA').strike('every and ')
  of('BRA').strike('inalienable,')
  made.flush()
  const nested = [...made.table.proposals()].filter(({ party }) => party === 'BRA').map(({ id }) => id)
  expect(take(made.proposalOf('FRA'), ...nested)).toBe('done')
  expect(made.draftText()).toBe('States shall promote and protect all, human rights for all.')
})

test('R57: confirmed where tabling is as typed, it stays confirmed for all', () => {
  const { made, of, chair, take } = room('FRA')
  of('FRA').strike('promote and')
  chair.replace('omot', 'OMOT')
  expect(take(made.proposalOf('Chair'))).toBe('done')
  const proposal = made.proposalOf('FRA')
  expect(made.act(of('FRA'), { act: 'confirm', proposal })).not.toHaveProperty('refused')
  made.flush()
  expect(take(proposal)).toBe('done')
})

test('R16, R53: undone and done again after its host was incorporated, one’s own writing goes and comes where it now stands', () => {
  const { made, of, take, read } = room('FRA', 'BRA')
  of('FRA').insert({ before: 'human' }, 'all inalienable and universal ')
  made.flush()
  const bra = of('BRA')
  bra.replace('inalienable', 'fundamental')
  strikeAll(bra)
  expect(take(made.proposalOf('FRA'))).toBe('done')
  const after = read()
  expect(after).toBe(
    'States shall promote and protect [all inalienable / fundamental - BRA] and universal human rights for all.',
  )
  while (bra.undo.undoStack.length > 0) bra.undo.undo()
  expect(read()).toBe('States shall promote and protect all inalienable and universal human rights for all.')
  while (bra.undo.redoStack.length > 0) bra.undo.redo()
  expect(read()).toBe(after)
})
