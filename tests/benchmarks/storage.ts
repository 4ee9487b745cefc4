import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processTimer } from '../../server/storage/CommitQueue.ts'
import { dataFiles } from '../../server/storage/dataFiles.ts'
import { SqliteStore } from '../../server/storage/SqliteStore.ts'
import { recordOf } from '../harness/entryAfter.ts'
import type { Figure } from './Figure.ts'
import { percentile } from './percentile.ts'

// As many as one lively room has under way: sixty parties, each with an act being recorded.
const UNDER_WAY = 60
const GROUPED_APPENDS = 12_000
// Fewer, since each waits for the disk; the rate does not depend on the number.
const SINGLE_APPENDS = 1_000

/** Compares group commit with one commit per append, in one run on the disk of the temporary folder. Takes a few seconds. */
export async function storageBenchmark(): Promise<readonly Figure[]> {
  const grouped = await measure(GROUPED_APPENDS, UNDER_WAY, {})
  // With one append under way and no rest between commits, every append is a commit of its own.
  const single = await measure(SINGLE_APPENDS, 1, { restMs: 0 })
  const against = 'one commit for each'
  return [
    {
      what: `Durable appends, ${UNDER_WAY} under way`,
      value: grouped.perSecond,
      unit: '/s',
      against: { what: against, value: single.perSecond },
    },
    {
      what: 'From append to durable, p50',
      value: grouped.p50Ms,
      unit: 'ms',
      against: { what: against, value: single.p50Ms },
    },
    {
      what: 'From append to durable, p95',
      value: grouped.p95Ms,
      unit: 'ms',
      against: { what: against, value: single.p95Ms },
    },
  ]
}

async function measure(
  appends: number,
  underWay: number,
  options: NonNullable<Parameters<typeof SqliteStore.open>[1]>,
): Promise<{ readonly perSecond: number; readonly p50Ms: number; readonly p95Ms: number }> {
  const entries = recordOf('n1', appends)
  const folder = mkdtempSync(join(tmpdir(), 'adref-benchmark-'))
  try {
    const store = SqliteStore.open(join(folder, dataFiles.store), options)
    if ('refused' in store) throw new Error(store.refused)
    await store.createNegotiation({ id: 'n1', title: 'Declaration', createdAt: 1, settings: '{}' })
    const waits: number[] = []
    const pending = entries.values()
    const startedMs = processTimer.now()
    const appendOneByOne = async () => {
      for (const entry of pending) {
        const askedMs = processTimer.now()
        await store.appendRecord('n1', entry)
        waits.push(processTimer.now() - askedMs)
      }
    }
    await Promise.all(Array.from({ length: underWay }, appendOneByOne))
    const elapsedMs = processTimer.now() - startedMs
    await store.close()
    return {
      perSecond: Math.round((1000 * appends) / elapsedMs),
      p50Ms: percentile(waits, 0.5),
      p95Ms: percentile(waits, 0.95),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
