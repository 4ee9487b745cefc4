// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { CardAct } from '../../../client/views/cardActs.ts'
import { ProposalCard, type ProposalCardProps } from '../../../client/views/ProposalCard.tsx'
import { cardOf, g77, partyOf, stanceOf, us } from './cardOf.ts'
import { all, get, names, press, show, words } from './onPage.tsx'

const stanceActs: readonly CardAct[] = ['support', 'live with', 'reserve', 'oppose', 'counter']

function card(different: Partial<ProposalCardProps> = {}) {
  const props: ProposalCardProps = {
    card: cardOf(),
    size: 'full',
    active: false,
    acts: stanceActs,
    onAct: () => {},
    party: us.id,
    busy: false,
    onFocus: () => {},
    onGoTo: () => {},
    provenance: null,
    onPedigree: () => {},
    children: null,
    ...different,
  }
  show(<ProposalCard {...props} />)
}

describe('a card in the margin', () => {
  it('is heard as a sentence', () => {
    card({ card: cardOf({ saying: { is: 'replace', struck: 'promote', text: 'ensure' } }) })
    expect(names('article')).toEqual(['European Union proposes to replace “promote” by “ensure”.'])
  })

  it('R74: has the buttons of the acts it is given, and no others', () => {
    card()
    expect(names('button')).toEqual(['Support', 'Can live with', 'Reserve…', 'Ask to delete', 'Counter…'])
  })

  it('R74: has no button for who may do nothing', () => {
    card({ acts: [] })
    expect(names('button')).toEqual([])
  })

  it('asks to retain where words are struck', () => {
    card({ card: cardOf({ saying: { is: 'strike', struck: 'extreme' } }) })
    expect(names('button')).toContain('Retain the text')
  })

  it('hands the act and the card on', () => {
    const onAct = vi.fn()
    card({ onAct })
    press('button', 'Support')
    expect(onAct).toHaveBeenCalledWith('support', cardOf())
  })

  it('keeps a stance taken pressed, and takes it back when pressed again', () => {
    const onAct = vi.fn()
    const own = cardOf({ stances: [stanceOf(us, 'support')] })
    card({ card: own, onAct })
    expect(get('button', 'Support').getAttribute('aria-pressed')).toBe('true')
    press('button', 'Support')
    expect(onAct).toHaveBeenCalledWith('withdraw stance', own)
  })

  it('R40: does not count a stance on an earlier wording as taken', () => {
    card({ card: cardOf({ stances: [stanceOf(us, 'support', null, true)] }) })
    expect(get('button', 'Support').getAttribute('aria-pressed')).toBe('false')
    expect(words()).toContain('on an earlier wording: you support')
  })

  it('names who says what, with reasons', () => {
    card({ card: cardOf({ stances: [stanceOf(g77, 'reserve', 'pending instructions'), stanceOf(us, 'delete')] }) })
    expect(words()).toContain('reserve: G77 (pending instructions)')
    expect(words()).toContain('delete: you')
  })

  it('folds a long row of parties', () => {
    const stances = Array.from({ length: 9 }, (_, at) =>
      stanceOf(partyOf(`s${at}`, `State ${at}`, `S${at}`), 'support'),
    )
    card({ card: cardOf({ stances }), acts: [] })
    expect(words()).not.toContain('S8')
    press('button', 'and 4 more')
    expect(words()).toContain('S8')
  })

  it('says who alone sees what is not tabled', () => {
    card({ card: cardOf({ mine: true, ours: true, shown: 'untabled', tabledAt: null }), acts: ['table', 'discard'] })
    expect(words()).toContain('Not tabled: only EU sees this')
    expect(names('button')).toEqual(['Table…', 'Discard'])
  })

  it('is brief where a paragraph has many: counts for names, and no buttons', () => {
    card({ size: 'brief', card: cardOf({ stances: [stanceOf(us, 'delete')], reason: 'Because.' }) })
    expect(words()).toContain('1 delete')
    expect(words()).not.toContain('Because.')
    expect(all('button')).toEqual([])
  })

  it('becomes the active one when it gets the focus', () => {
    const onFocus = vi.fn()
    card({ onFocus })
    act(() => get('article', /proposes/).focus())
    expect(onFocus).toHaveBeenCalledOnce()
  })

  it('R112: says how much of it is agreed language and from where, and leads to its pedigree', () => {
    const onPedigree = vi.fn()
    const place = (name: string) => ({ text: name, block: 0, name })
    const places = ['2009, 3', '2014, 12', '2019, stocktaking, 4', '2024, 18 (a)'].map(place)
    card({ provenance: { words: 14, agreed: 9, places, alters: [], strikes: [place('2016, 2')] }, onPedigree })
    expect(words()).toContain('Agreed language, 9 of 14 words: 2009, 3; 2014, 12; and 2 more')
    expect(words()).toContain('Strikes agreed language: 2016, 2')
    press('button', '2009, 3; 2014, 12; and 2 more')
    expect(onPedigree).toHaveBeenCalledOnce()
  })

  it('R112: says nothing of a proposal that has no agreed language', () => {
    card({ provenance: { words: 14, agreed: 0, places: [], alters: [], strikes: [] } })
    expect(words()).not.toContain('greed language')
  })
})
