import { expect, test } from 'vitest'
import { planIncorporation } from '../../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../../shared/acts/Refusal.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const sentence = 'States shall promote and protect human rights for all.'
const room = (...parties: string[]) => {
  const made = new TestRoom([sentence], parties)
  return { made, people: parties.map(party => made.person(party)), chair: made.person('Chair', 'facilitator') }
}

function incorporate({ made, chair }: ReturnType<typeof room>, ...proposals: ReturnType<TestRoom['proposalOf']>[]) {
  const plan = planIncorporation(made.sheet, proposals)
  if (isRefusal(plan)) throw new Error(plan.refused)
  const done = made.act(chair, { act: 'incorporate', proposals, texts: [...plan.texts] })
  if (isRefusal(done)) throw new Error(done.refused)
  made.flush()
  return done
}

const agreeing = ({ made, people }: ReturnType<typeof room>, label = '1') => {
  made.flush()
  for (const person of people) expect(person.print(label)).toBe(made.print(label))
  return made.print(label)
}

test('R13: three rivals overlap: each stands whole, with its party', () => {
  const all = room('FRA', 'BRA', 'IND')
  const [fra, bra, ind] = all.people
  fra?.replace('promote', 'advance')
  all.made.flush()
  bra?.replace('promote', 'ensure')
  ind?.strike('and protect ')
  expect(agreeing(all)).toBe(
    'States shall [promote / ensure - BRA / advance - FRA] [and protect  - IND delete]human rights for all.',
  )
})

test('R13, R70: overlapping strikes are cut where they cross, and no word is lost', () => {
  const all = room('FRA', 'BRA', 'IND')
  const [fra, bra, ind] = all.people
  fra?.replace('promote', 'advance')
  bra?.replace('promote and', 'ensure')
  ind?.replace('and protect', '& defend')
  expect(agreeing(all)).toBe(
    'States shall [promote - FRA, BRA delete][advance - FRA][  - BRA delete][and - BRA, IND delete][ensure - BRA][ protect - IND delete][& defend - IND] human rights for all.',
  )
})

test('R54: incorporating one rival supersedes those inside its words and shrinks those that cross', () => {
  const all = room('FRA', 'BRA', 'IND')
  const [fra, bra, ind] = all.people
  fra?.replace('promote', 'advance')
  bra?.replace('promote and', 'ensure')
  ind?.replace('and protect', '& defend')
  all.made.flush()
  const rival = all.made.proposalOf('FRA')
  incorporate(all, all.made.proposalOf('BRA'))
  expect(all.made.draftText()).toBe('States shall ensure protect human rights for all.')
  expect(all.made.table.proposal(rival)?.standing.is).toBe('superseded')
  expect(agreeing(all)).toBe('States shall ensure[ protect / & defend - IND] human rights for all.')
})

test('R14, R53: proposals nest: others insert into and strike from proposed words, and the proposer types on', () => {
  const all = room('FRA', 'BRA', 'IND')
  const [fra, bra, ind] = all.people
  fra?.insert({ before: 'human' }, 'all inalienable ')
  all.made.flush()
  bra?.insert({ before: 'inalienable' }, 'and ')
  ind?.strike('inalienable')
  all.made.flush()
  expect(agreeing(all)).toBe(
    'States shall promote and protect [all [and - BRA][inalienable - IND delete]  - FRA]human rights for all.'.replace(
      '[and - BRA]',
      '[and  - BRA]',
    ),
  )
  incorporate(all, all.made.proposalOf('FRA'))
  expect(agreeing(all)).toBe(
    'States shall promote and protect all [and  - BRA][inalienable - IND delete] human rights for all.',
  )
  incorporate(all, all.made.proposalOf('IND'))
  expect(agreeing(all)).toBe('States shall promote and protect all [and  - BRA]human rights for all.')
})

test('R14: a proposal over another’s words and the draft’s strikes both, each in its own text', () => {
  const all = room('FRA', 'BRA', 'IND')
  const [fra, bra, ind] = all.people
  fra?.replace('promote and protect', 'respect')
  all.made.flush()
  bra?.replace('promote', 'advance')
  ind?.replace('respect', 'uphold')
  all.made.flush()
  expect(agreeing(all)).toBe(
    'States shall [promote - FRA, BRA delete][advance - BRA][ and protect - FRA delete][[respect / uphold - IND] - FRA] human rights for all.',
  )
})

test('R15: typing in my own words just before another’s nested insertion lands before it', () => {
  const all = room('FRA', 'BRA')
  const [fra, bra] = all.people
  fra?.insert({ before: 'human' }, 'all universal ')
  all.made.flush()
  bra?.insert({ before: 'universal' }, 'and ')
  all.made.flush()
  fra?.insert({ before: 'and universal' }, 'the ')
  expect(fra?.shown()).toBe('States shall promote and protect all the and universal human rights for all.')
  agreeing(all)
  expect(all.made.sheet.text('block:P1')?.toString()).toBe(sentence)
})

test('R15: "the the": words repeated beside a nested insertion do not slide across it', () => {
  const all = room('FRA', 'BRA')
  const [fra, bra] = all.people
  fra?.insert({ before: 'human' }, 'aab ')
  all.made.flush()
  bra?.insert({ after: 'protect a' }, 'Q')
  all.made.flush()
  fra?.insert({ before: 'aQab' }, 'a')
  expect(fra?.shown()).toContain('protect aaQab human')
  agreeing(all)
})

test('R20: typing offline in a proposal that is incorporated meanwhile is kept, to be sent anew', () => {
  const all = room('FRA', 'BRA')
  const [fra] = all.people
  fra?.replace('promote', 'advance')
  all.made.flush()
  if (fra === undefined) throw new Error('nobody')
  fra.online = false
  fra.insert({ after: 'advance' }, ' fully')
  incorporate(all, all.made.proposalOf('FRA'))
  fra.online = true
  all.made.flush()
  expect(all.made.draftText()).toBe('States shall advance and protect human rights for all.')
  expect([...fra.desk.drafts()].map(({ text }) => text.toString())).toContain('advance fully')
})

test('R53: nesting offline into a proposal that is incorporated meanwhile follows its words into the draft', () => {
  const all = room('FRA', 'BRA')
  const [fra, bra] = all.people
  fra?.replace('promote', 'advance and foster')
  all.made.flush()
  if (bra === undefined) throw new Error('nobody')
  bra.online = false
  bra.insert({ before: 'foster' }, 'wherever possible ')
  incorporate(all, all.made.proposalOf('FRA'))
  bra.online = true
  expect(agreeing(all)).toBe(
    'States shall advance and [wherever possible  - BRA]foster and protect human rights for all.',
  )
})

test('R53: a chain of five nested proposals, its hosts taken in turn while the inner ones are offline', () => {
  const all = room('A', 'B', 'C', 'D', 'E')
  const [a, b, c, d, e] = all.people
  if (d === undefined || e === undefined) throw new Error('nobody')
  a?.insert({ before: 'human' }, 'aaaa ')
  all.made.flush()
  b?.insert({ before: 'aa human' }, 'bbbb ')
  all.made.flush()
  c?.insert({ before: 'bb aa' }, 'cccc ')
  all.made.flush()
  d.insert({ before: 'cc bb' }, 'dddd ')
  all.made.flush()
  e.insert({ before: 'dd cc' }, 'eeee ')
  all.made.flush()
  d.online = false
  e.online = false
  for (const party of ['A', 'B', 'C']) incorporate(all, all.made.proposalOf(party))
  d.online = true
  e.online = true
  expect(agreeing(all)).toContain('[dd[eeee  - E]dd  - D]')
})

test('R55: insertions at one place keep their order when the middle one is incorporated', () => {
  const all = room('A', 'B', 'C')
  const [a, b, c] = all.people
  a?.insert({ before: 'human' }, 'first ')
  all.made.flush()
  b?.insert({ after: 'first ' }, 'second ')
  all.made.flush()
  c?.insert({ after: 'second ' }, 'third ')
  expect(agreeing(all)).toContain('[first  - A][second  - B][third  - C]human')
  incorporate(all, all.made.proposalOf('B'))
  expect(agreeing(all)).toContain('[first  - A]second [third  - C]human')
})

test('R16: undo takes back one’s own typing, not a colleague’s or another party’s, and redo brings it again', () => {
  const all = room('FRA', 'BRA')
  const [fra, bra] = all.people
  fra?.insert({ before: 'promote' }, 'act')
  all.made.flush()
  bra?.insert({ before: 'human' }, 'all ')
  all.made.flush()
  fra?.undo.undo()
  expect(agreeing(all)).toBe('States shall [ac - FRA]promote and protect [all  - BRA]human rights for all.')
  fra?.undo.undo()
  fra?.undo.undo()
  expect(agreeing(all)).toBe('States shall promote and protect [all  - BRA]human rights for all.')
  for (let step = 0; step < 3; step++) fra?.undo.redo()
  expect(agreeing(all)).toBe('States shall [act - FRA]promote and protect [all  - BRA]human rights for all.')
  fra?.strike('protect')
  expect(agreeing(all)).toContain('[protect - FRA delete]')
  fra?.undo.undo()
  expect(agreeing(all)).not.toContain('delete')
})

test('R58: a decision is taken back by another: the words, the rivals and what was nested stand as before', () => {
  const all = room('FRA', 'BRA', 'IND')
  const [fra, bra, ind] = all.people
  fra?.replace('promote', 'advance and foster')
  all.made.flush()
  bra?.insert({ before: 'foster' }, 'duly ')
  ind?.replace('promote', 'ensure')
  const before = agreeing(all)
  const done = incorporate(all, all.made.proposalOf('FRA'))
  expect(agreeing(all)).toBe('States shall advance and [duly  - BRA]foster and protect human rights for all.')
  const [decision = ''] = done.ids
  const back = all.made.act(all.chair, { act: 'take back', decision })
  expect(back).not.toHaveProperty('refused')
  expect(agreeing(all)).toBe(before)
  incorporate(all, all.made.proposalOf('FRA'))
  expect(agreeing(all)).toBe('States shall advance and [duly  - BRA]foster and protect human rights for all.')
})

test('R2: two people of one party write one proposal; nobody else sees a letter until it is tabled', () => {
  const made = new TestRoom([sentence], ['EU', 'US'], 'by act')
  const one = made.person('EU')
  const two = made.person('EU')
  const us = made.person('US')
  one.insert({ before: 'human' }, 'all ')
  made.flush()
  two.insert({ before: 'human' }, 'universal ')
  made.flush()
  expect(one.shown()).toContain('protect all universal human')
  expect(us.shown()).toBe(sentence)
  const drafts = [...made.desk(one.party).drafts()].map(({ id, text }) => ({ id, words: text.toString() }))
  expect(made.act(one, { act: 'table', drafts })).not.toHaveProperty('refused')
  made.flush()
  expect(us.print()).toBe('States shall promote and protect [all universal  - EU]human rights for all.')
})
