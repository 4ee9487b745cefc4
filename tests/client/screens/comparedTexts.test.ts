import { describe, expect, test } from 'vitest'
import { priorAbout, priorChoices, priorTitle } from '../../../client/screens/comparedTexts.ts'
import type { Moment } from '../../../shared/protocol/EarlierState.ts'
import type { ShelfEntry } from '../../../shared/protocol/Shelf.ts'

const entry: ShelfEntry = {
  id: 'a1',
  title: 'Joint Ministerial Statement',
  symbol: 'E/2014/28',
  year: 2014,
  published: null,
  isAgreed: true,
  isRendering: false,
  words: 5_000,
  addedBy: 'Secretariat',
  addedAt: 0,
}
const at = Date.UTC(2026, 2, 14, 11, 30)
const nameOf = (host: string) => (host === 'block:a' ? '18 (b)' : '')
const about = (different: Partial<ShelfEntry>) => priorAbout({ is: 'shelf', entry: { ...entry, ...different } }, at)

describe('a text to compare with', () => {
  test('R118: says its year once, its symbol, and whether its words were agreed', () => {
    expect(priorTitle({ is: 'shelf', entry }, 'The draft', nameOf)).toBe('Joint Ministerial Statement, 2014')
    const dated = { ...entry, title: 'Chair’s summary of 2014' }
    expect(priorTitle({ is: 'shelf', entry: dated }, 'The draft', nameOf)).toBe('Chair’s summary of 2014')
    expect(about({})).toBe('E/2014/28 · agreed language')
    expect(about({ symbol: null, isAgreed: false })).toBe('not agreed language')
  })

  test('R118: a rendering is never taken for the official text', () => {
    expect(about({ isRendering: true })).toContain('not the official text')
  })
})

test('R117: an earlier state is called by what was decided then, where and when; the latest stands first', () => {
  const moment: Moment = { sequence: 1, at, is: 'draft', person: 'Facilitator', on: [], to: null }
  const decided: Moment = { ...moment, sequence: 7, is: 'incorporate', on: ['block:a', 'block:gone'] }
  const [states] = priorChoices({ entries: [], moments: [moment, decided] }, nameOf, at)
  expect(states?.choices.map(({ title }) => title)).toEqual(['After the decision on 18 (b)', 'As it was laid'])
})
