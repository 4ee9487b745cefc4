import type { Card, CardStance } from '../../../shared/projection/Card.ts'
import { partyId, proposalId, stanceId } from '../../../shared/table/ids.ts'
import type { Party } from '../../../shared/table/Party.ts'
import type { StanceKind } from '../../../shared/table/Stance.ts'

/** 14 March 2024, 14:46:08, in whatever time zone the tests run. */
export const now = new Date(2024, 2, 14, 14, 46, 8).getTime()

export const partyOf = (id: string, name: string, short: string, ink = 0): Party => ({
  id: partyId(id),
  name,
  short,
  ink,
  kind: 'group',
})
export const eu = partyOf('eu', 'European Union', 'EU', 0)
export const us = partyOf('us', 'United States', 'US', 1)
export const g77 = partyOf('g77', 'G77 and China', 'G77', 2)

/** A tabled proposal of the EU on paragraph 18 (b), with what the test wants to be different. */
export function cardOf(different: Partial<Card> = {}): Card {
  return {
    id: proposalId('p1'),
    party: eu,
    mine: false,
    ours: false,
    enteredBy: null,
    bridging: false,
    shown: 'tabled',
    saying: { is: 'insert', text: ', and grow' },
    reason: null,
    tabledAt: now - 60_000,
    stances: [],
    disturbed: false,
    group: [],
    nested: [],
    notes: [],
    root: 'block:b18',
    at: '18 (b)',
    ...different,
  }
}

export function stanceOf(party: Party, kind: StanceKind, reason: string | null = null, earlier = false): CardStance {
  const id = stanceId(`${party.id}-${kind}`)
  const stance = { id, party: party.id, on: proposalId('p1'), kind, words: ', and grow', reason, at: now }
  return { party, earlierWording: earlier, stance }
}
