import { describe, expect, test } from 'vitest'
import { randomNegotiation } from './randomNegotiation.ts'

/** Seeds that once failed, with what they found. They stay. */
const foundSeeds: readonly {
  readonly seed: number
  readonly tabling: 'by act' | 'as typed'
  readonly found: string
}[] = []

const isLong = process.env['ADREF_LONG'] !== undefined
/** Operations in all: a few thousand with every run, 200,000 in the long one. */
const operations = isLong ? 200_000 : 4_000
const operationsEach = 80

describe('a negotiation of three parties with two people each, and a facilitator', () => {
  for (const { seed, tabling, found } of foundSeeds)
    test(`seed ${seed} (${tabling}): ${found}`, () => {
      expect(randomNegotiation(seed, tabling, operationsEach)).toBe('held')
    })

  test(`holds through ${operations.toLocaleString('en')} random operations`, { timeout: 3_600_000 }, () => {
    const first = Number(process.env['ADREF_SEED'] ?? 1)
    for (let run = 0; run < operations / operationsEach; run++) {
      const tabling = run % 2 === 0 ? 'as typed' : 'by act'
      const seed = first + run
      const result = randomNegotiation(seed, tabling, operationsEach)
      expect(result, `seed ${seed}, ${tabling}`).toBe('held')
    }
  })
})
