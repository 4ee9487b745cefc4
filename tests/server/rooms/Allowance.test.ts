import { expect, test } from 'vitest'
import { Allowance } from '../../../server/rooms/Allowance.ts'

test('R9: a party that writes as fast as twenty typists never waits', () => {
  let nowMs = 0
  const allowance = new Allowance(() => nowMs)
  for (let key = 0; key < 2_000; key += 1) {
    nowMs += 5
    expect(allowance.owedMs()).toBe(0)
    allowance.spend({ ms: 0.3, structs: 1, characters: 1 })
  }
})

test('R9: a party that takes more than its share of the server waits, ever longer, and may go on after', () => {
  let nowMs = 0
  const allowance = new Allowance(() => nowMs)
  const big = { ms: 2_000, structs: 2_000, characters: 2_000 }
  allowance.spend(big)
  expect(allowance.owedMs()).toBe(0)
  allowance.spend(big)
  const owedMs = allowance.owedMs()
  expect(owedMs).toBeGreaterThan(0)
  allowance.spend(big)
  expect(allowance.owedMs()).toBeGreaterThan(owedMs)
  nowMs += 120_000
  expect(allowance.owedMs()).toBe(0)
})
