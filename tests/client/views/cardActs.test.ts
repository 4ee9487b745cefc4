import { describe, expect, it } from 'vitest'
import { cardActs, oppositionTo } from '../../../client/views/cardActs.ts'
import { abilitiesOf } from '../../../shared/acts/permissions.ts'
import { partyId } from '../../../shared/table/ids.ts'
import { cardOf, eu, partyOf, us } from './cardOf.ts'

const delegation = abilitiesOf('delegation')
const secretariat = partyOf('secretariat', 'Secretariat', 'Secretariat')

describe('what one may do from a card', () => {
  it('R74: a delegation takes a stance on another’s proposal, or counters it', () => {
    expect(cardActs(cardOf(), delegation, us.id)).toEqual(['support', 'live with', 'reserve', 'oppose', 'counter'])
  })

  it('R74: a delegation amends or withdraws its own and takes no stance on it', () => {
    expect(cardActs(cardOf({ ours: true }), delegation, eu.id)).toEqual(['amend', 'withdraw'])
  })

  it('R74: what is not tabled is tabled or discarded', () => {
    const card = cardOf({ mine: true, ours: true, shown: 'untabled', tabledAt: null })
    expect(cardActs(card, delegation, eu.id)).toEqual(['table', 'discard'])
  })

  it('R74: an amendment is tabled again or undone, and the proposal can still be withdrawn', () => {
    const card = cardOf({ mine: true, ours: true, shown: 'amended' })
    expect(cardActs(card, delegation, eu.id)).toEqual(['table', 'discard', 'withdraw'])
  })

  it('R35, R74: a party confirms or disowns what was entered for it (D13)', () => {
    const card = cardOf({ ours: true, enteredBy: secretariat })
    expect(cardActs(card, delegation, eu.id)).toEqual(['confirm', 'disown', 'amend', 'withdraw'])
    expect(cardActs({ ...card, ours: false }, abilitiesOf('secretariat'), partyId('secretariat'))).toEqual(['withdraw'])
  })

  it('R57, R74: a party confirms its own where the words around have changed', () => {
    expect(cardActs(cardOf({ ours: true, disturbed: true }), delegation, eu.id)).toContain('confirm')
  })

  it('R74: a facilitator decides, and takes no stance', () => {
    expect(cardActs(cardOf(), abilitiesOf('facilitator'), null)).toEqual(['incorporate', 'bridge', 'set aside'])
  })

  it('R74: a facilitator never decides on what is not tabled', () => {
    const card = cardOf({ mine: true, ours: true, shown: 'untabled' })
    expect(cardActs(card, abilitiesOf('facilitator'), null)).toEqual(['table', 'discard'])
  })

  it('R74: an observer does nothing', () => {
    expect(cardActs(cardOf(), abilitiesOf('observer'), null)).toEqual([])
  })

  it('who is against says "delete" of new words and "retain" of struck ones (D11)', () => {
    expect(oppositionTo({ is: 'insert', text: 'x' })).toBe('delete')
    expect(oppositionTo({ is: 'replace', struck: 'a', text: 'b' })).toBe('retain')
    expect(oppositionTo({ is: 'delete paragraph', struck: 'a' })).toBe('retain')
  })
})
