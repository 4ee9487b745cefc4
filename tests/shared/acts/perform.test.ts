import { describe, expect, test } from 'vitest'
import type { ActInput } from '../../../shared/acts/Act.ts'
import { abilitiesOf } from '../../../shared/acts/permissions.ts'
import { planIncorporation } from '../../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../../shared/acts/Refusal.ts'
import { enterParagraph, removeParagraph } from '../../../shared/desk/editParagraphs.ts'
import { shownStatus } from '../../../shared/table/Block.ts'
import { partyId } from '../../../shared/table/ids.ts'
import { readWords } from '../../../shared/table/words.ts'
import { layOut } from '../../harness/layOut.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const sentence = 'States shall promote and protect human rights for all.'

function byAct(...parties: string[]) {
  const room = new TestRoom([sentence, 'We note it.'], parties, 'by act')
  return { room, people: parties.map(party => room.person(party)), chair: room.person('Chair', 'facilitator') }
}

const shownDrafts = (person: TestPerson) =>
  [...person.desk.drafts()].map(({ id, text }) => ({ id, words: readWords(text).text }))

function tableAll(room: TestRoom, person: TestPerson) {
  person.sync()
  return room.act(person, { act: 'table', drafts: shownDrafts(person) })
}

function take(room: TestRoom, by: TestPerson, proposals: readonly ReturnType<TestRoom['proposalOf']>[]) {
  const plan = planIncorporation(room.sheet, proposals)
  if (isRefusal(plan)) return plan
  return room.act(by, { act: 'incorporate', proposals: [...proposals], texts: [...plan.texts] })
}

const sentenceOf = (done: object) => (isRefusal(done) ? done.refused : 'done')

test('R36: a paragraph whose words have all gone by decision keeps its number and is shown as deleted', () => {
  const { room, people, chair } = byAct('EU')
  const [eu] = people
  if (eu === undefined) throw new Error('nobody')
  const statuses = () =>
    room.table.order().flatMap(id => {
      const block = room.table.block(id)
      return block === null ? [] : [`${block.label} ${shownStatus(block)}`]
    })
  eu.strike('We note it.', '2')
  tableAll(room, eu)
  expect(statuses()).toEqual(['1 open', '2 open'])
  take(room, chair, [room.proposalOf('EU')])
  expect(statuses()).toEqual(['1 open', '2 deleted'])
})

describe('tabling by act', () => {
  test('R30: the words tabled are those of the preview; changed meanwhile, it is refused and nothing is tabled', () => {
    const { room, people } = byAct('EU')
    const [eu] = people
    if (eu === undefined) throw new Error('nobody')
    eu.insert({ before: 'human' }, 'every ')
    const drafts = shownDrafts(eu)
    eu.insert({ after: 'every ' }, 'universal ')
    expect(sentenceOf(room.act(eu, { act: 'table', drafts }))).toMatch(/have changed since this preview/)
    expect(room.print()).toBe(sentence)
    expect(tableAll(room, eu)).not.toHaveProperty('refused')
    expect(room.print()).toBe('States shall promote and protect [every universal  - EU]human rights for all.')
  })

  test('R30: words struck that a decision has changed meanwhile are not tabled over it', () => {
    const { room, people, chair } = byAct('EU', 'US')
    const [eu, us] = people
    if (eu === undefined || us === undefined) throw new Error('nobody')
    us.replace('promote', 'ensure')
    tableAll(room, us)
    eu.online = false
    eu.replace('promote and', 'advance or')
    take(room, chair, [room.proposalOf('US')])
    eu.online = true
    expect(sentenceOf(tableAll(room, eu))).toMatch(/words you struck have changed/)
    expect([...eu.desk.drafts()].map(({ text }) => text.toString())).toEqual(['advance or'])
  })

  test('R32: amending leaves what others wrote between two words between them', () => {
    const { room, people } = byAct('EU', 'US')
    const [eu, us] = people
    if (eu === undefined || us === undefined) throw new Error('nobody')
    eu.insert({ before: 'human' }, 'every universal ')
    tableAll(room, eu)
    room.flush()
    us.insert({ before: 'universal' }, 'truly ')
    tableAll(room, us)
    room.flush()
    eu.insert({ before: 'every ' }, 'really ')
    tableAll(room, eu)
    expect(room.print()).toBe(
      'States shall promote and protect [really every [truly  - US]universal  - EU]human rights for all.',
    )
  })

  test('R33: nothing is tabled in a paragraph that is agreed; the words stay on the desk', () => {
    const { room, people, chair } = byAct('EU')
    const [eu] = people
    if (eu === undefined) throw new Error('nobody')
    eu.strike('and protect ')
    room.act(chair, { act: 'status', block: 'block:P1', to: 'agreed ad referendum' })
    expect(sentenceOf(tableAll(room, eu))).toMatch(/agreed ad referendum: nothing is proposed there/)
    expect(eu.print()).toContain('[and protect  - EU delete]')
  })

  test('R34: a proposed paragraph gets the next suffix when it is tabled, and a number is not given again', () => {
    const { room, people } = byAct('EU', 'US')
    const [eu, us] = people
    if (eu === undefined || us === undefined) throw new Error('nobody')
    const add = (person: TestPerson, text: string) => {
      const id = enterParagraph(person.editing, 'block:P1', 0)
      person.editHost(`proposal:${id}`, 0, 0, text)
      person.sync()
      room.act(person, { act: 'table', drafts: [{ id, words: text }] })
      return room.table.proposal(id)?.label
    }
    expect(add(eu, 'First.')).toBe('1 bis')
    expect(add(us, 'Second.')).toBe('1 ter')
    room.act(us, { act: 'withdraw', proposal: room.proposalOf('US') })
    expect(add(us, 'Third.')).toBe('1 quater')
  })

  test('R34: paragraphs that follow each other are numbered in their order, in whatever order they are tabled', () => {
    const { room, people } = byAct('EU')
    const [eu] = people
    if (eu === undefined) throw new Error('nobody')
    const first = enterParagraph(eu.editing, 'block:P1', 0)
    eu.editHost(`proposal:${first}`, 0, 0, 'First.')
    const second = enterParagraph(eu.editing, `proposal:${first}`, 6)
    eu.editHost(`proposal:${second}`, 0, 0, 'Second.')
    eu.sync()
    const drafts = [
      { id: second, words: 'Second.' },
      { id: first, words: 'First.' },
    ]
    const done = room.act(eu, { act: 'table', drafts })
    if (isRefusal(done)) throw new Error(done.refused)
    expect([first, second].map(id => room.table.proposal(id)?.label)).toEqual(['1 bis', '1 ter'])
  })

  test('R35: only the Secretariat enters for others, and it reads so until the party confirms', () => {
    const { room, people } = byAct('EU', 'US')
    const [eu, us] = people
    const typist = room.person('Secretariat', 'secretariat')
    if (eu === undefined || us === undefined) throw new Error('nobody')
    typist.insert({ before: 'human' }, 'all ')
    expect(sentenceOf(tableAll(room, typist))).toMatch(/choose the party/)
    const other = room.person('Secretariat', 'secretariat')
    other.editing.enteredFor = partyId('EU')
    other.insert({ before: 'rights' }, 'basic ')
    const drafts = shownDrafts(other).filter(({ words }) => words === 'basic ')
    expect(room.act(other, { act: 'table', drafts })).not.toHaveProperty('refused')
    expect(room.print()).toContain('[basic  - EU (entered)]')
    const proposal = room.proposalOf('EU')
    expect(sentenceOf(room.act(us, { act: 'confirm', proposal }))).toMatch(/Only the party/)
    room.act(eu, { act: 'confirm', proposal })
    expect(room.print()).toContain('[basic  - EU]')
    us.editing.enteredFor = partyId('EU')
    us.insert({ before: 'for all' }, 'now ')
    expect(sentenceOf(tableAll(room, us))).toMatch(/Only the Secretariat/)
  })
})

describe('stances', () => {
  test('R40: a stance on words that have changed since prints no more', () => {
    const { room, person } = layOut('We [deeply - EU, US] regret it.')
    const proposal = room.proposalOf('EU')
    const stance = room.table.stancesOn(proposal)[0]
    expect(stance?.words).toBe('deeply')
    const nested = { act: 'stance', on: proposal, kind: 'support', words: 'gravely' } as const
    expect(sentenceOf(room.act(person('US'), nested))).toMatch(/words have changed/)
  })

  test('R41: a reserve says what it waits for', () => {
    const { room, person } = layOut('We [deeply - EU; US delete] regret it.')
    const bare = { act: 'stance', on: room.proposalOf('EU'), kind: 'reserve', words: 'deeply' } as const
    expect(sentenceOf(room.act(person('US'), bare))).toMatch(/says what it waits for/)
  })

  test('R42: withdrawn with a supporter left, the words stand in the supporter’s name; with none, they go', () => {
    const { room, person } = layOut('We [deeply - EU, US; Japan delete] regret it.')
    room.act(person('EU'), { act: 'withdraw', proposal: room.proposalOf('EU') })
    expect(room.print()).toBe('We [deeply - US; Japan delete] regret it.')
    room.act(person('US'), { act: 'withdraw', proposal: room.proposalOf('US') })
    expect(room.print()).toBe('We  regret it.')
  })
})

describe.each(['by act', 'as typed'] as const)('given up at the desk, %s', tabling => {
  test('R42: the words stand in the name of a supporter, for the party that gave them up too', () => {
    const room = new TestRoom([sentence], ['EU', 'US'], tabling)
    const [eu, us] = [room.person('EU'), room.person('US')]
    const id = enterParagraph(eu.editing, 'block:P1', 0)
    eu.editHost(`proposal:${id}`, 0, 0, 'They shall report.')
    if (tabling === 'by act') tableAll(room, eu)
    room.flush()
    const stance = { act: 'stance', on: id, kind: 'support', words: 'They shall report.' } as const
    expect(room.act(us, stance)).not.toHaveProperty('refused')
    removeParagraph(eu.editing, `proposal:${id}`)
    if (tabling === 'by act') tableAll(room, eu)
    room.flush()
    expect(room.table.proposal(id)).toMatchObject({ party: 'US', standing: { is: 'open' } })
    expect(room.table.stancesOn(id)).toEqual([])
    expect(eu.print('1 bis')).toBe('They shall report.')
    expect(eu.sheet.record(id)).toMatchObject({ party: 'US', mine: false, shown: 'tabled' })
  })
})

test('R42: what is disowned stands in the name of a supporter, who has spoken for itself', () => {
  const room = new TestRoom([sentence], ['EU', 'US'], 'by act')
  const [eu, us] = [room.person('EU'), room.person('US')]
  const typist = room.person('Secretariat', 'secretariat')
  const entered = {
    act: 'propose',
    host: 'block:P1',
    from: 0,
    to: 0,
    was: '',
    text: 'All ',
    party: partyId('EU'),
  } as const
  expect(room.act(typist, entered)).not.toHaveProperty('refused')
  const proposal = room.proposalOf('EU')
  room.act(us, { act: 'stance', on: proposal, kind: 'support', words: 'All ' })
  expect(room.act(eu, { act: 'disown', proposal })).not.toHaveProperty('refused')
  expect(room.print()).toBe(`[All  - US]${sentence}`)
})

describe('deciding', () => {
  test('R50: tabling, amending and stances leave the draft as it is; a decision leaves the words of its preview', () => {
    const { room, people, chair } = byAct('EU', 'US')
    const [eu, us] = people
    if (eu === undefined || us === undefined) throw new Error('nobody')
    eu.replace('promote', 'ensure')
    tableAll(room, eu)
    eu.insert({ after: 'ensure' }, ' fully')
    tableAll(room, eu)
    us.insert({ before: '.' }, ', and more')
    tableAll(room, us)
    const proposals = [room.proposalOf('EU'), room.proposalOf('US')]
    room.act(us, { act: 'stance', on: room.proposalOf('EU'), kind: 'support', words: 'ensure fully' })
    expect(room.draftText()).toBe(sentence)
    const plan = planIncorporation(room.sheet, proposals)
    const [preview] = isRefusal(plan) ? [] : plan.texts
    expect(preview?.after).toBe('States shall ensure fully and protect human rights for all, and more.')
    expect(take(room, chair, proposals)).not.toHaveProperty('refused')
    expect(room.draftText()).toBe(preview?.after)
  })

  test('R51: a decision on a text that has moved on is refused, and nothing is decided', () => {
    const { room } = layOut('We [deeply  - EU][gravely  - US]regret it.')
    const chair = room.person('Chair', 'facilitator')
    const eu = room.proposalOf('EU')
    const plan = planIncorporation(room.sheet, [eu])
    if (isRefusal(plan)) throw new Error(plan.refused)
    take(room, chair, [room.proposalOf('US')])
    const late = room.act(chair, { act: 'incorporate', proposals: [eu], texts: [...plan.texts] })
    expect(late).toMatchObject({ because: 'moved on' })
    expect(room.draftText()).toBe('We gravely regret it.')
    expect(room.table.decisions()).toHaveLength(1)
  })

  test('R52: a nested proposal is taken with its host or not at all', () => {
    const { room } = layOut(
      'We [deeply [and truly  - US]- EU] regret it.'.replace(' [and truly  - US]-', '[ and truly - US] -'),
    )
    const chair = room.person('Chair', 'facilitator')
    expect(sentenceOf(take(room, chair, [room.proposalOf('US')]))).toMatch(/only proposed/)
    expect(take(room, chair, [room.proposalOf('EU'), room.proposalOf('US')])).not.toHaveProperty('refused')
    expect(room.draftText()).toBe('We deeply and truly regret it.')
  })

  test('R52: two rivals on the same words cannot both be taken', () => {
    const { room } = layOut('We [note / welcome - US / regret - EU] it.')
    const chair = room.person('Chair', 'facilitator')
    expect(sentenceOf(take(room, chair, [room.proposalOf('US'), room.proposalOf('EU')]))).toMatch(/choose one/)
  })

  test('R57: a disturbed proposal waits for its party to confirm it', () => {
    const { room, person } = layOut('We [note it - EU delete] and [welcome - US] all.')
    const chair = room.person('Chair', 'facilitator')
    const insert = { act: 'propose', host: 'block:P1', from: 5, to: 5, was: '', text: 'X' } as const
    room.act(person('US'), insert)
    take(room, chair, [room.proposalOf('US', 'X')])
    const strike = room.proposalOf('EU', 'note')
    expect(sentenceOf(take(room, chair, [strike]))).toMatch(/must confirm it first/)
    room.act(person('EU'), { act: 'confirm', proposal: strike })
    expect(take(room, chair, [strike])).not.toHaveProperty('refused')
  })

  test('R58: a later decision on the same text is taken back first', () => {
    const { room } = layOut('We [deeply  - EU][gravely  - US]regret it.')
    const chair = room.person('Chair', 'facilitator')
    const first = take(room, chair, [room.proposalOf('EU')])
    take(room, chair, [room.proposalOf('US')])
    const back: ActInput = { act: 'take back', decision: 'ids' in first ? (first.ids[0] ?? '') : '' }
    expect(sentenceOf(room.act(chair, back))).toMatch(/later decision/)
  })

  test('R59: a paragraph with an open bracket is not agreed, and agreed text is reopened only with a reason', () => {
    const { room } = layOut('We [deeply - EU] regret it.')
    const chair = room.person('Chair', 'facilitator')
    const agree = { act: 'status', block: 'block:P1', to: 'agreed in informals' } as const
    expect(sentenceOf(room.act(chair, agree))).toMatch(/one open bracket/)
    take(room, chair, [room.proposalOf('EU')])
    expect(room.act(chair, agree)).not.toHaveProperty('refused')
    expect(sentenceOf(room.act(chair, { ...agree, to: 'open' }))).toMatch(/only with a reason/)
    expect(room.act(chair, { ...agree, to: 'open', reason: 'EU asked' })).not.toHaveProperty('refused')
  })
})

describe('who may do what', () => {
  test('R3, R74: an observer may do nothing on the table', () => {
    expect(abilitiesOf('observer')).toEqual([])
  })

  test('R3: a delegation decides nothing, and a facilitator takes no stance', () => {
    const { room, person } = layOut('We [deeply - EU] regret it.')
    const chair = room.person('Chair', 'facilitator')
    const proposal = room.proposalOf('EU')
    expect(take(room, person('EU'), [proposal])).toMatchObject({ because: 'not allowed' })
    const stance = { act: 'stance', on: proposal, kind: 'support', words: 'deeply' } as const
    expect(room.act(chair, stance)).toMatchObject({ because: 'not allowed' })
  })

  test('R3: nobody withdraws another’s proposal or stance', () => {
    const { room, person } = layOut('We [deeply - EU, Japan] regret [it - US delete].')
    const proposal = room.proposalOf('EU')
    expect(room.act(person('US'), { act: 'withdraw', proposal })).toMatchObject({ because: 'not allowed' })
    const stance = room.table.stancesOn(proposal)[0]?.id ?? ''
    expect(room.act(person('US'), { act: 'withdraw stance', stance })).toMatchObject({ because: 'not allowed' })
  })
})
