import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inkCount, inkOf } from '../../../client/design/inks.ts'
import { contrast, distance, mix, type Rgb, rgb, seenBy } from './colour.ts'

const read = (file: string) => readFileSync(new URL(`../../../client/design/${file}`, import.meta.url), 'utf8')
const inks = [...read('inks.css').matchAll(/--ink-(\d+): (#[0-9a-f]{6});/g)].map(([, , hex = '']) => rgb(hex))
const token = (name: string): Rgb => rgb(new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(read('tokens.css'))?.[1] ?? '')
const paper = token('paper')
const paperOfOursTaken = rgb('#f3f8f5')

describe('the inks of the parties', () => {
  it('are as many as the palette says, numbered without a gap, and begin again after the last', () => {
    expect(inks.length).toBe(inkCount)
    expect(inkOf(3)).toBe('var(--ink-3)')
    expect(inkOf(inkCount + 3)).toBe('var(--ink-3)')
    expect(inkOf(-1)).toBe(`var(--ink-${inkCount - 1})`)
  })

  it.each(inks.map((ink, index) => ({ index, ink })))(
    'ink $index can be read on paper, on its own tint, and under white letters',
    ({ ink }) => {
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink, mix(ink, paper, 0.16))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink, mix(ink, paperOfOursTaken, 0.11))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(rgb('#ffffff'), ink)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each([
    { eye: 'normal', among: 12, least: 0.07 },
    { eye: 'protanopia', among: 8, least: 0.05 },
    { eye: 'deuteranopia', among: 8, least: 0.05 },
    { eye: 'tritanopia', among: 8, least: 0.045 },
  ] as const)('the first $among are told apart with $eye vision', ({ eye, among, least }) => {
    const first = inks.slice(0, among).map(ink => seenBy(eye, ink))
    const distances = first.flatMap((a, at) => first.slice(at + 1).map(b => distance(a, b)))
    expect(Math.min(...distances)).toBeGreaterThan(least)
  })

  it('are never the same twice', () => {
    expect(new Set(inks.map(String)).size).toBe(inks.length)
  })
})

describe('the colours of the interface', () => {
  const text = ['words', 'words-2', 'words-3', 'accent', 'for', 'reserved', 'against']
  const statuses = ['status-open', 'status-discussion', 'status-informals', 'status-adref', 'status-deleted']

  it.each([...text, ...statuses])('%s can be read on paper and on the desk', name => {
    expect(contrast(token(name), paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token(name), token('desk'))).toBeGreaterThanOrEqual(4.5)
  })

  it('edges of what one can press, and the mark of the focus, have 3:1', () => {
    expect(contrast(token('edge'), paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(token('focus'), paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(token('focus'), token('desk'))).toBeGreaterThanOrEqual(3)
  })
})
