import { expect, test } from 'vitest'
import { tokenHash, tokenOf } from '../../../server/record/tokenOf.ts'

const secret = new Uint8Array(32).fill(7)

test('a token is made of secret, capacity and generation, and of nothing else', () => {
  const token = tokenOf(secret, 'c1', 0)
  expect(tokenOf(secret, 'c1', 0)).toBe(token)
  const others = [tokenOf(new Uint8Array(32).fill(8), 'c1', 0), tokenOf(secret, 'c2', 0), tokenOf(secret, 'c1', 1)]
  expect(new Set([token, ...others]).size).toBe(4)
})

test('capacity and generation cannot be read as another pair', () => {
  expect(tokenOf(secret, '1', 11)).not.toBe(tokenOf(secret, '11', 1))
  expect(tokenOf(secret, '\n1', 1)).not.toBe(tokenOf(secret, '1', 1))
})

test('a token has 192 bits and stands in an address without escapes', () => {
  expect(tokenOf(secret, 'c1', 0)).toMatch(/^[\w-]{32}$/)
})

test('what is kept of a token does not show it', () => {
  const token = tokenOf(secret, 'c1', 0)
  expect(tokenHash(token)).toMatch(/^[\w-]{43}$/)
  expect(tokenHash(token)).not.toContain(token)
  expect(tokenHash(token)).toBe(tokenHash(token))
  expect(tokenHash(`${token}A`)).not.toBe(tokenHash(token))
})
