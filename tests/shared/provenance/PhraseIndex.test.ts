import { describe, expect, it } from 'vitest'
import { PhraseIndex, SHORTEST_MATCH } from '../../../shared/provenance/PhraseIndex.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'
import { timesLonger } from '../../harness/timesLonger.ts'
import { priorText } from './priorTexts.ts'

const seed = 19

describe('the index of prior texts', () => {
  it('R106: finds every longest stretch that stands in a prior text, as trying every place does', () => {
    const random = new SeededRandom(seed)
    for (let round = 0; round < 200; round++) {
      const words = (count: number) => Array.from({ length: count }, () => random.pick(['a', 'b', 'c']))
      const texts = Array.from({ length: 1 + random.below(3) }, (_, nth) =>
        priorText(nth, ...Array.from({ length: 1 + random.below(3) }, () => words(random.below(12)).join(' '))),
      )
      const query = words(random.below(14)).map(word => (random.chance(1, 9) ? 'unknown' : word))
      const index = new PhraseIndex()
      for (const text of texts) index.add(text)
      const found = index
        .matches(query)
        .map(({ from, length, at, place }) => [from, length, place.text.name, place.block, at])
      const expected = texts.flatMap(text =>
        text.blocks.flatMap(({ text: prior }, block) =>
          longestCommon(query, prior.split(' ')).map(([from, length, at]) => [from, length, text.name, block, at]),
        ),
      )
      expect(found.toSorted(), `seed ${seed}, round ${round}`).toEqual(expected.toSorted())
    }
  })

  it('R106: finds a phrase of any length, over signs and capitals, but not over the end of a paragraph', () => {
    const index = new PhraseIndex([
      priorText(1990, 'The bread, of wheat.', 'And of rye. Bread of wheat'),
      priorText(1991, 'Of wheat'),
    ])
    const found = (...words: readonly string[]) => index.find(words).map(({ text, block }) => `${text.name} ${block}`)
    expect(found('bread', 'of', 'wheat')).toEqual(['1990 0', '1990 1'])
    expect(found('wheat')).toEqual(['1990 0', '1990 1', '1991 0'])
    expect(found('wheat', 'and')).toEqual([])
    expect(found('oats')).toEqual([])
    expect(found()).toEqual([])
  })

  it('R111: with eight times the texts on the shelf, a phrase that stands in one of them is found as quickly', () => {
    const random = new SeededRandom(seed)
    const shelf = (count: number) =>
      new PhraseIndex(
        Array.from({ length: count }, (_, nth) =>
          priorText(
            nth,
            ...Array.from({ length: 40 }, () => Array.from({ length: 80 }, () => `w${random.below(9_000)}`).join(' ')),
          ),
        ),
      )
    const [small, large] = [shelf(40), shelf(320)]
    const queries = Array.from({ length: 40 }, () => Array.from({ length: 2_000 }, () => `w${random.below(9_000)}`))
    const search = (index: PhraseIndex) => () => queries.map(query => index.matches(query).length)
    expect(timesLonger(search(large), search(small))).toBeLessThan(4)
  })
})

/** Start in the query, length and start in the prior words of every common stretch that cannot be made longer. */
function longestCommon(
  query: readonly string[],
  prior: readonly string[],
): readonly (readonly [number, number, number])[] {
  const found: (readonly [number, number, number])[] = []
  for (let from = 0; from < query.length; from++)
    for (let at = 0; at < prior.length; at++) {
      if (from > 0 && at > 0 && query[from - 1] === prior[at - 1]) continue
      let length = 0
      while (from + length < query.length && at + length < prior.length && query[from + length] === prior[at + length])
        length++
      if (length >= SHORTEST_MATCH) found.push([from, length, at])
    }
  return found
}
