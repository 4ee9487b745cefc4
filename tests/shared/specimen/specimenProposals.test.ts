import { describe, expect, it } from 'vitest'
import { draftMidterm } from '../../../shared/specimen/draftMidterm.ts'
import type { SpecimenProposal } from '../../../shared/specimen/SpecimenProposal.ts'
import { specimenParties, specimenProposals, specimenStances } from '../../../shared/specimen/specimenProposals.ts'
import { specimenBlocks } from './specimenBlocks.ts'

type WordsProposal = Extract<SpecimenProposal, { kind: 'words' }>

const texts = specimenBlocks(draftMidterm).texts
const byKey = new Map(specimenProposals.map(proposal => [proposal.key, proposal]))
const words = specimenProposals.filter(proposal => proposal.kind === 'words')

/** The words a place names: a block or note of the draft, or an earlier proposal's own text. */
function textAt(at: string): string | undefined {
  return at.startsWith('proposal:') ? byKey.get(at.slice('proposal:'.length))?.text : texts.get(at)
}

/** Every index at which `needle` stands in `text`, overlapping ones too. */
function placesOf(text: string, needle: string): readonly number[] {
  return [...Array(text.length).keys()].filter(index => text.startsWith(needle, index))
}

/** From where to where a proposal strikes in its text. */
function range(proposal: WordsProposal): readonly [start: number, end: number] {
  const start = (textAt(proposal.at) ?? '').indexOf(proposal.before + proposal.find) + proposal.before.length
  return [start, start + proposal.find.length]
}

function depth(proposal: SpecimenProposal): number {
  if (proposal.kind === 'paragraph' || !proposal.at.startsWith('proposal:')) return 0
  const outer = byKey.get(proposal.at.slice('proposal:'.length))
  return outer === undefined ? Number.NaN : depth(outer) + 1
}

describe('the parties of the specimen', () => {
  it('are eight, with different ids and short names', () => {
    expect(specimenParties).toHaveLength(8)
    expect(new Set(specimenParties.map(party => party.id)).size).toBe(8)
    expect(new Set(specimenParties.map(party => party.short)).size).toBe(8)
    for (const party of specimenParties) expect(party.id).toMatch(/^[a-z][a-z0-9]*$/)
  })

  it('each propose something and each say something of what others propose', () => {
    const ids = specimenParties.map(party => party.id).sort()
    expect([...new Set(specimenProposals.map(proposal => proposal.party))].sort()).toEqual(ids)
    expect([...new Set(specimenStances.map(stance => stance.party))].sort()).toEqual(ids)
  })
})

describe('the proposals of the specimen', () => {
  it('have a key each', () => {
    expect(byKey.size).toBe(specimenProposals.length)
    expect(specimenProposals.length).toBeGreaterThanOrEqual(25)
  })

  it.each(words)('$key finds its words in exactly one place of $at', proposal => {
    expect(proposal.before + proposal.find).not.toBe('')
    expect(placesOf(textAt(proposal.at) ?? '', proposal.before + proposal.find)).toHaveLength(1)
  })

  it.each(words)('$key changes something and touches neither note mark nor italics', proposal => {
    expect(proposal.text).not.toBe(proposal.find)
    expect(proposal.before + proposal.find + proposal.text).not.toMatch(/[⁰¹²³⁴⁵⁶⁷⁸⁹*]/u)
  })

  it.each(words)('$key leaves one space and one comma when it alone is taken (D9)', proposal => {
    const text = textAt(proposal.at) ?? ''
    const [start, end] = range(proposal)
    const taken = text.slice(0, start) + proposal.text + text.slice(end)
    expect(taken).not.toMatch(/ {2}|,,| ,| \.|,\.|,;|\p{L},\p{L}/u)
  })

  it('nest only in what was tabled before them', () => {
    const order = specimenProposals.map(proposal => proposal.key)
    for (const proposal of words.filter(({ at }) => at.startsWith('proposal:'))) {
      const outer = order.indexOf(proposal.at.slice('proposal:'.length))
      expect(outer).toBeGreaterThanOrEqual(0)
      expect(outer).toBeLessThan(order.indexOf(proposal.key))
    }
  })

  it('put paragraphs after paragraphs of the draft that have no lettered items', () => {
    const paragraphs = specimenProposals.filter(proposal => proposal.kind === 'paragraph')
    expect(new Set(paragraphs.map(({ relation }) => relation))).toEqual(new Set(['additional', 'alternative']))
    for (const { after } of paragraphs) {
      expect(texts.has(after)).toBe(true)
      expect(texts.has(`${after} (a)`)).toBe(false)
    }
  })

  it('show the hard cases of a negotiation', () => {
    expect(specimenProposals.filter(proposal => depth(proposal) === 1).length).toBeGreaterThanOrEqual(3)
    expect(specimenProposals.filter(proposal => depth(proposal) === 2)).toHaveLength(1)

    const strikes = words.filter(({ find }) => find !== '')
    const crossing = strikes.flatMap(one =>
      strikes.filter(other => {
        const [start, end] = range(one)
        const [otherStart, otherEnd] = range(other)
        return other.at === one.at && start < otherStart && otherStart < end && end < otherEnd
      }),
    )
    expect(crossing.length, 'strikes that overlap without one holding the other').toBeGreaterThanOrEqual(1)

    const rivals = strikes.map(one => {
      const same = strikes.filter(({ at, find, before }) => at === one.at && find === one.find && before === one.before)
      return new Set(same.map(({ party }) => party)).size
    })
    expect(Math.max(...rivals), 'parties that would replace the same words').toBe(3)

    expect(words.some(({ at, find, text }) => text === '' && find === texts.get(at))).toBe(true)
    expect(words.some(({ at, find, text }) => text === '' && find !== texts.get(at))).toBe(true)
    expect(words.some(({ find, text }) => find === '' && text.startsWith(', in accordance with '))).toBe(true)
    expect(words.some(({ at }) => at.startsWith('note '))).toBe(true)
    expect(words.some(({ at }) => at === 'chapeau')).toBe(true)
  })

  it('have one group, of one party, across two paragraphs', () => {
    const grouped = words.filter(({ group }) => group !== undefined)
    expect(new Set(grouped.map(({ group }) => group)).size).toBe(1)
    expect(new Set(grouped.map(({ party }) => party)).size).toBe(1)
    expect(new Set(grouped.map(({ at }) => at)).size).toBe(2)
  })

  it('give short reasons', () => {
    for (const { reason } of [...specimenProposals, ...specimenStances]) {
      expect(reason ?? 'none').not.toBe('')
      expect((reason ?? '').length).toBeLessThanOrEqual(70)
    }
  })
})

describe('the stances of the specimen', () => {
  it('are taken on proposals of others, once by each party', () => {
    for (const { on, party } of specimenStances) {
      expect(byKey.has(on), on).toBe(true)
      expect(byKey.get(on)?.party, on).not.toBe(party)
      expect(specimenParties.some(({ id }) => id === party)).toBe(true)
    }
    expect(new Set(specimenStances.map(({ on, party }) => `${on}|${party}`)).size).toBe(specimenStances.length)
  })

  it('are of all five kinds, and a reserve says why (D14)', () => {
    const kinds = new Set(specimenStances.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['support', 'live with', 'retain', 'delete', 'reserve']))
    const reserves = specimenStances.filter(({ kind }) => kind === 'reserve')
    expect(reserves.filter(({ reason }) => reason === undefined)).toEqual([])
    expect(reserves.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['pending instructions', 'pending paragraph 12']),
    )
  })

  it('retain only words that would be struck, and delete only words that would be put in (D11)', () => {
    for (const { on, kind } of specimenStances) {
      const proposal = byKey.get(on)
      if (kind === 'retain') expect(proposal?.kind === 'words' && proposal.find !== '', on).toBe(true)
      if (kind === 'delete') expect(proposal?.text !== '', on).toBe(true)
    }
  })

  it('name only paragraphs that stand in the draft', () => {
    const reasons = [...specimenStances, ...specimenProposals].map(({ reason }) => reason ?? '').join(' ')
    for (const [, label = ''] of reasons.matchAll(/pending paragraph (\d+)/g)) expect(texts.has(label)).toBe(true)
  })
})
