import { expect, test } from 'vitest'
import { Chronicle } from '../../../server/shelf/Chronicle.ts'
import { MemoryStore } from '../../../server/storage/MemoryStore.ts'
import type { StoredEntry } from '../../../server/storage/Store.ts'
import { entryAfter } from '../../harness/entryAfter.ts'

/** A record with one act at each of these times; those named are that act, all others are typing. */
async function chronicleOf(
  acts: readonly (readonly [at: string, act?: object, ids?: readonly string[]])[],
  now: string,
) {
  const store = new MemoryStore()
  await store.createNegotiation({ id: 'n1', title: 'Declaration', createdAt: 1, settings: '{}' })
  let last: StoredEntry | null = null
  const append = async ([at, act = { act: 'as typed' }, ids = []]: (typeof acts)[number]) => {
    last = entryAfter('n1', last, {
      at: Date.parse(at),
      act: JSON.stringify(act),
      outcome: JSON.stringify({ ids, sequence: (last?.seq ?? 0) + 1 }),
    })
    await store.appendRecord('n1', last)
  }
  for (const act of acts) await append(act)
  const clock = { now: Date.parse(now) }
  const chronicle = new Chronicle({ store, now: () => clock.now })
  const moments = async (zone = 0) =>
    (await chronicle.moments('n1', zone)).map(({ sequence, is }) => `${sequence} ${is}`)
  return { append, moments, chronicle, clock }
}

const lay = { act: 'lay draft', title: 'Declaration' }

test('R117: the last act of each day that is over is a moment; where days end depends on the time zone', async () => {
  const { moments } = await chronicleOf(
    [
      ['2026-03-09T09:00:00Z', lay],
      ['2026-03-09T09:01:00Z'],
      ['2026-03-09T22:50:00Z'],
      ['2026-03-09T23:10:00Z'],
      ['2026-03-10T08:00:00Z'],
      ['2026-03-10T08:01:00Z'],
    ],
    '2026-03-10T08:02:00Z',
  )
  expect(await moments()).toEqual(['1 draft', '4 day'])
  expect(await moments(60)).toEqual(['1 draft', '3 day'])
  // In Kathmandu the day ends at 18:15 UTC.
  expect(await moments(345)).toEqual(['1 draft', '2 day'])
})

test('R117: when a day has ended, its last act becomes a moment without any other act', async () => {
  const { moments, clock } = await chronicleOf([['2026-03-09T09:00:00Z', lay]], '2026-03-09T23:59:59Z')
  expect(await moments()).toEqual(['1 draft'])
  clock.now = Date.parse('2026-03-10T00:00:00Z')
  expect(await moments()).toEqual(['1 draft', '1 day'])
})

test('R117: decisions name what they were on, those that take back what these were on; nothing is read twice', async () => {
  const { append, moments, chronicle } = await chronicleOf(
    [
      ['2026-03-09T09:00:00Z', lay],
      ['2026-03-09T09:01:00Z', { act: 'incorporate', texts: [{ host: 'block:b', before: 'a', after: 'b' }] }, ['d1']],
      ['2026-03-09T09:02:00Z', { act: 'set aside', proposals: ['p'] }, ['d2']],
      ['2026-03-09T09:03:00Z', { act: 'stance', on: 'p', kind: 'support' }, ['s']],
    ],
    '2026-03-09T10:00:00Z',
  )
  expect(await moments()).toEqual(['1 draft', '2 incorporate', '3 set aside'])
  await append(['2026-03-09T09:04:00Z', { act: 'take back', decision: 'd2' }, ['d3']])
  await append(['2026-03-09T09:05:00Z', { act: 'status', block: 'block:b', to: 'agreed ad referendum' }])
  await Promise.all([moments(), moments()])
  expect((await chronicle.moments('n1', 0)).map(({ is, on, to }) => ({ is, on, to }))).toEqual([
    { is: 'draft', on: [], to: null },
    { is: 'incorporate', on: ['block:b'], to: null },
    { is: 'set aside', on: ['proposal:p'], to: null },
    { is: 'take back', on: ['proposal:p'], to: null },
    { is: 'status', on: ['block:b'], to: 'agreed ad referendum' },
  ])
})

test('a negotiation that does not exist has no moments', async () => {
  const { chronicle } = await chronicleOf([], '2026-03-09T10:00:00Z')
  expect(await chronicle.moments('n9', 0)).toEqual([])
})
