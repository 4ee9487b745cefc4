import { describe, expect, it } from 'vitest'
import { type CardBox, type LaidItem, layOutCards } from '../../../client/views/layOutCards.ts'
import { timesLonger } from '../../harness/timesLonger.ts'

const measures = { gap: 10, foldHeight: 30, far: 300 }
const none: ReadonlySet<string> = new Set()
const lay = (boxes: readonly CardBox[], active: string | null = null, unfolded = none) =>
  layOutCards(boxes, active, unfolded, measures)
const box = (id: string, y: number, height = 100): CardBox => ({ id, y, height })
const tops = (items: readonly LaidItem[]) =>
  Object.fromEntries(items.map(item => [item.is === 'card' ? item.id : item.ids.join('+'), item.top]))

describe('cards beside the text', () => {
  it('stand level with their words where there is room', () => {
    expect(tops(lay([box('a', 0), box('b', 200), box('c', 500)]))).toEqual({ a: 0, b: 200, c: 500 })
  })

  it('are pushed down by those before them, a gap apart', () => {
    expect(tops(lay([box('a', 0), box('b', 20), box('c', 30)]))).toEqual({ a: 0, b: 110, c: 220 })
  })

  it('come in the order of their words whatever order they are given in, and at one place in the order given', () => {
    expect(lay([box('c', 90), box('a', 10), box('b', 10)]).map(item => item.is === 'card' && item.id)).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('never stand above the column', () => {
    expect(tops(lay([box('a', -50), box('b', -20)], 'b'))).toEqual({ a: 0, b: 110 })
  })

  it('give way upwards and downwards so that the active card has its exact place', () => {
    expect(tops(lay([box('a', 300), box('b', 320), box('c', 330)], 'b'))).toEqual({ a: 210, b: 320, c: 430 })
  })

  it('push the active card down only where those before it fill the column', () => {
    expect(tops(lay([box('a', 0), box('b', 50)], 'b'))).toEqual({ a: 0, b: 110 })
  })

  it('fold where they would stand far from their words, neighbours together', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => box(id, 100))
    expect(tops(lay(crowd))).toEqual({ a: 100, b: 210, c: 320, 'd+e+f+g': 430 })
  })

  it('do not fold while active or unfolded', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e', 'f'].map(id => box(id, 1000))
    expect(tops(lay(crowd, 'f'))['f']).toBe(1000)
    expect(lay(crowd, null, new Set(['d', 'e', 'f'])).every(item => item.is === 'card')).toBe(true)
  })

  it('stay where they are when a card comes further down', () => {
    const before = [box('a', 0), box('b', 20), box('c', 700)]
    const after = tops(lay([...before, box('d', 720)]))
    expect(after).toMatchObject(tops(lay(before)))
  })

  it('are laid in linear time though 3,000 rivals stand on one paragraph and the last is active', () => {
    const rivals = (count: number) => Array.from({ length: count }, (_, at) => box(`c${at}`, 500))
    const many = rivals(3000)
    const fewer = rivals(375)
    expect(
      timesLonger(
        () => lay(many, 'c2999'),
        () => lay(fewer, 'c374'),
      ),
    ).toBeLessThan(24)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('keep order and distance and lose no card in a random column (seed %i)', seed => {
    const random = generator(seed)
    for (let round = 0; round < 60; round++) {
      const boxes = Array.from({ length: 1 + Math.floor(random() * 40) }, (_, at) =>
        box(`c${at}`, Math.floor(random() * 3000), 40 + Math.floor(random() * 260)),
      )
      const active = random() < 0.6 ? (boxes[Math.floor(random() * boxes.length)]?.id ?? null) : null
      const unfolded = new Set(boxes.filter(() => random() < 0.1).map(({ id }) => id))
      const items = lay(boxes, active, unfolded)
      check(boxes, items, active, unfolded, `seed ${seed}, round ${round}`)
      expect(lay(boxes, active, unfolded)).toEqual(items)
    }
  })
})

function check(
  boxes: readonly CardBox[],
  items: readonly LaidItem[],
  active: string | null,
  unfolded: ReadonlySet<string>,
  where: string,
) {
  const ordered = boxes.toSorted((a, b) => a.y - b.y)
  const shown = items.flatMap(item => (item.is === 'card' ? [item.id] : item.ids))
  expect(shown, where).toEqual(ordered.map(({ id }) => id))
  let floor = 0
  for (const item of items) {
    expect(item.top, where).toBeGreaterThanOrEqual(floor)
    floor = item.top + item.height + measures.gap
    const y = boxes.find(({ id }) => item.is === 'card' && id === item.id)?.y ?? item.top
    const free = item.is === 'fold' || item.id === active || unfolded.has(item.id)
    if (!free) expect(Math.abs(item.top - Math.max(0, y)), where).toBeLessThanOrEqual(measures.far)
    if (item.is === 'fold') for (const id of item.ids) expect(id === active || unfolded.has(id), where).toBe(false)
  }
  const at = items.findIndex(item => item.is === 'card' && item.id === active)
  const own = boxes.find(({ id }) => id === active)
  const filled = items.slice(0, at).reduce((sum, item) => sum + item.height + measures.gap, 0)
  if (own !== undefined) expect(items[at]?.top, where).toBe(Math.max(own.y, filled))
}

/** Mulberry32: small, seeded, good enough to shake a layout. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
