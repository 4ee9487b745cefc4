import { describe, expect, test } from 'vitest'
import { foundSeeds } from './foundSeeds.ts'
import { randomNegotiation } from './randomNegotiation.ts'
import { Tally } from './Tally.ts'

const isLong = process.env['ADREF_LONG'] !== undefined
/** Operations in all: a few thousand with every run, 200,000 in the long one. */
const operations = isLong ? 200_000 : 4_000
/** Short negotiations find what needs many beginnings, long ones what needs a past. */
const lengths = [60, 100, 80, 300, 60, 140]
/** The same negotiations with every run; in the long one others each time, and their numbers are printed. */
const firstSeed = Number(process.env['ADREF_SEED'] ?? (isLong ? Date.now() % 1_000_000_000 : 1))
/** So many failures are shown with their steps; more would say nothing new. */
const maxFailures = 10

describe('R12, R16, R20, R21, R50, R58 a negotiation of three or four parties, two people each, with facilitator and Secretariat', () => {
  for (const { seed, tabling, operations: length, why } of foundSeeds)
    test(`seed ${seed}, ${tabling}: ${why}`, () => {
      expect(randomNegotiation(seed, tabling, length).result).toBe('held')
    })

  test(`holds through ${operations.toLocaleString('en')} random operations`, { timeout: 7_200_000 }, () => {
    const tally = new Tally()
    const previews = new Tally()
    const failures: string[] = []
    let run = 0
    for (; tally.operations < operations && failures.length < maxFailures; run++) {
      const outcome = randomNegotiation(
        firstSeed + run,
        run % 2 === 0 ? 'as typed' : 'by act',
        lengths[run % lengths.length] ?? 80,
      )
      tally.add(outcome.tally)
      previews.add(outcome.previews)
      if (outcome.result !== 'held') failures.push(outcome.result)
      if (isLong && run % 250 === 249) console.log(`${run + 1} negotiations, ${tally.operations} operations so far`)
    }
    if (isLong) console.log(`${tally.print()}\n\n${previews.print()}\n`)
    console.log(
      `${tally.operations} operations done in ${run} negotiations, seeds ${firstSeed} to ${firstSeed + run - 1}`,
    )
    expect(failures.join('\n\n')).toBe('')
    expect(tally.operations).toBeGreaterThanOrEqual(operations)
    for (const { kind, done, refused } of [...tally.rows(), ...previews.rows()]) {
      // A kind that hardly ever comes to something tests nothing.
      expect(done, `${kind} was done ${done} times of ${done + refused}`).toBeGreaterThan(refused / 4)
      expect(done, kind).toBeGreaterThanOrEqual(operations / 4_000)
    }
  })
})
