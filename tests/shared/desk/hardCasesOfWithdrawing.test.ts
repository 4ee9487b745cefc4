import { expect, test } from 'vitest'
import { planIncorporation } from '../../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../../shared/acts/Refusal.ts'
import { untabledOfAnother } from '../../../shared/desk/untabledOfAnother.ts'
import { partyId } from '../../../shared/table/ids.ts'
import { failed, decidingRoom as room, sentence } from '../../harness/decidingRoom.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

test('R59: what is agreed is not changed by taking a decision back, unless it is reopened', () => {
  const { made, of, chair, take } = room('FRA')
  of('FRA').replace('promote', 'advance')
  expect(take(made.proposalOf('FRA'))).toBe('done')
  const decision = made.table.decisions().at(-1)?.id ?? ''
  of('FRA').strike('and protect ')
  made.act(chair, { act: 'set aside', proposals: [made.proposalOf('FRA', 'and')], reason: null })
  const aside = made.table.decisions().at(-1)?.id ?? ''
  made.act(chair, { act: 'status', block: 'block:P1', to: 'agreed ad referendum' })
  for (const each of [decision, aside])
    expect(made.act(chair, { act: 'take back', decision: each })).toMatchObject({ refused: /must be reopened first/ })
  made.act(chair, { act: 'status', block: 'block:P1', to: 'open', reason: 'FRA asked' })
  for (const each of [aside, decision])
    expect(made.act(chair, { act: 'take back', decision: each })).not.toHaveProperty('refused')
})

test('R58: taken back, what is still on a desk keeps its side of what was decided', () => {
  const made = new TestRoom([sentence], ['FRA', 'BRA'], 'by act')
  const [fra, bra] = [made.person('FRA'), made.person('BRA')]
  const chair = made.person('Chair', 'facilitator')
  const tableAll = (person: TestPerson) => {
    const drafts = [...person.desk.drafts()].map(({ id, text }) => ({ id, words: text.toString() }))
    made.act(person, { act: 'table', drafts })
    made.flush()
  }
  const take = (proposal: ReturnType<TestRoom['proposalOf']>) => {
    const plan = planIncorporation(made.sheet, [proposal])
    if (isRefusal(plan)) throw new Error(plan.refused)
    const done = made.act(chair, { act: 'incorporate', proposals: [proposal], texts: [...plan.texts] })
    made.flush()
    return isRefusal(done) ? '' : (done.ids[0] ?? '')
  }
  // Both keep to the "n" of "human", which a decision takes away.
  bra.insert({ after: 'human' }, ' first')
  fra.insert({ after: 'human' }, ' second')
  tableAll(fra)
  chair.strike('uman')
  tableAll(chair)
  take(made.proposalOf('Chair'))
  const before = bra.print()
  const decision = take(made.proposalOf('FRA'))
  expect(made.act(chair, { act: 'take back', decision })).not.toHaveProperty('refused')
  made.flush()
  expect(bra.print()).toBe(before)
})

test('R42: taken off its desk or emptied there, a supported proposal stands in the supporter’s name', () => {
  for (const how of ['removed', 'emptied'] as const) {
    const made = new TestRoom([sentence], ['FRA', 'BRA'], 'by act')
    const [fra, bra] = [made.person('FRA'), made.person('BRA')]
    fra.insert({ before: 'human' }, 'every ')
    const id = [...fra.desk.drafts()][0]?.id ?? failed('nothing was typed')
    made.act(fra, { act: 'table', drafts: [{ id, words: 'every ' }] })
    made.act(bra, { act: 'stance', on: id, kind: 'support', words: 'every ' })
    made.flush()
    if (how === 'removed') fra.editing.setWithdrawn(id, true)
    else fra.strike('every ')
    fra.sync()
    expect(made.act(fra, { act: 'table', drafts: [{ id, words: '' }] })).not.toHaveProperty('refused')
    expect(made.print()).toBe('States shall promote and protect [every  - BRA]human rights for all.')
  }
})

test('R16: undo brings back what was taken off the desk, also when the table knows of it already', () => {
  const { made, of, read } = room('FRA', 'BRA')
  const fra = of('FRA')
  fra.insert({ before: 'human' }, 'all ')
  const before = read()
  fra.editing.setWithdrawn([...fra.desk.drafts()][0]?.id ?? failed('nothing was typed'), true)
  expect(read()).toBe(sentence)
  fra.undo.undo()
  expect(read()).toBe(before)
  // Withdrawn by the party's own act, it is withdrawn.
  made.act(fra, { act: 'withdraw', proposal: made.proposalOf('FRA') })
  expect(read()).toBe(sentence)
})

test('R71: what was typed and undone in words that are struck leaves no bracket cut in two', () => {
  const { made, of, read } = room('FRA', 'BRA')
  of('FRA').strike('promote and protect ')
  made.flush()
  const bra = of('BRA')
  bra.insert({ after: 'promote' }, 'd')
  bra.undo.undo()
  expect(read()).toBe('States shall [promote and protect  - FRA delete]human rights for all.')
})

test('R38: what the Secretariat types for one party beside what it typed for another stays apart', () => {
  const made = new TestRoom([sentence], ['FRA', 'BRA'], 'by act')
  const typist = made.person('Secretariat', 'secretariat')
  typist.editing.enteredFor = partyId('FRA')
  typist.insert({ before: 'human' }, 'every ')
  typist.editing.enteredFor = partyId('BRA')
  typist.insert({ after: 'every ' }, 'universal ')
  typist.strike('promote')
  expect(untabledOfAnother(typist.editing, 'block:P1', 36, 36), 'among untabled words of FRA').toBe('FRA')
  const drafts = [...typist.desk.drafts()].map(({ id, text }) => ({ id, words: text.toString() }))
  expect(made.act(typist, { act: 'table', drafts })).not.toHaveProperty('refused')
  expect(made.print()).toBe(
    'States shall [promote - BRA (entered) delete] and protect [every  - FRA (entered)][universal  - BRA (entered)]human rights for all.',
  )
  typist.sync()
  typist.insert({ after: 'eve' }, 'X')
  const [nested] = [...typist.desk.drafts()].filter(({ text }) => text.toString() === 'X')
  expect(made.act(typist, { act: 'table', drafts: [{ id: nested?.id ?? '', words: 'X' }] })).not.toHaveProperty(
    'refused',
  )
  expect(made.print()).toContain('[eve[X - BRA (entered)]ry  - FRA (entered)]')
})
