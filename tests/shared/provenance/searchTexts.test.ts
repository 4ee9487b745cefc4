import { expect, test } from 'vitest'
import { PhraseIndex } from '../../../shared/provenance/PhraseIndex.ts'
import { pedigree } from '../../../shared/provenance/pedigree.ts'
import { searchTexts } from '../../../shared/provenance/searchTexts.ts'
import { priorText } from './priorTexts.ts'

const index = new PhraseIndex([
  priorText(1990, 'Whoever draws water, draws water for all.', 'Nobody goes out after dusk without a lantern.'),
  priorText(1995, 'Those who draw water go out after dusk.'),
])

const said = (query: string) => {
  const { isExact, hits, more } = searchTexts(index, query)
  const found = hits.map(
    ({ name, text, ranges }) => `${name}: ${ranges.map(({ from, to }) => text.slice(from, to)).join(' | ')}`,
  )
  return [isExact ? 'exact' : 'near', ...found, more]
}

test('R125: words sought on the shelf are found in every paragraph where they stand in a row, whatever signs and capitals', () => {
  expect(said('draws water')).toEqual(['exact', '1990, 1: draws water | draws water', 0])
  expect(said('GO out after dusk')).toEqual(['exact', '1995, 1: go out after dusk', 0])
  expect(said('')).toEqual(['near', 0])
})

test('R125: where no paragraph has them all, those with the longest stretch of them come first', () => {
  expect(said('everybody goes out after dusk without a lamp; those who draw water')).toEqual([
    'near',
    '1990, 2: goes out after dusk without a',
    '1995, 1: Those who draw water',
    0,
  ])
})

test('R125: a word that stands everywhere fills no page: the rest is counted', () => {
  const many = new PhraseIndex([priorText(2000, ...Array.from({ length: 45 }, (_, nth) => `Water ${nth}.`))])
  const { hits, more } = searchTexts(many, 'water')
  expect([hits.length, more]).toEqual([40, 5])
})

test('R109, R125: what is found, and each step of a line, says what its words count for: those of a rendering stand in for agreed ones', () => {
  const words = 'Whoever draws water, draws water for all.'
  const shelf = new PhraseIndex([
    priorText(1990, words),
    { ...priorText(1995, words), isAgreed: false },
    { ...priorText(2000, words), isAgreed: false, isRendering: true },
  ])
  const standings = ['agreed language', 'not agreed language', 'rendering of agreed language']
  expect(searchTexts(shelf, words).hits.map(({ standing }) => standing)).toEqual(standings)
  expect(pedigree(shelf, words).entries.flatMap(({ from }) => from?.standing ?? [])).toEqual(standings)
})
