import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { verifyRecord } from '../../../server/record/verifyRecord.ts'
import { dataFiles } from '../../../server/storage/dataFiles.ts'
import { SqliteStore } from '../../../server/storage/SqliteStore.ts'
import { openSqliteStore } from '../../harness/openSqliteStore.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

const script = fileURLToPath(new URL('../../harness/appendUntilKilled.ts', import.meta.url))

// Odd numbers of acknowledgements after which the server is killed: in the first commit, between commits, after checkpoints.
const killsAfter = [1, 57, 803, 2_001, 4_999]

test('R5: nothing acknowledged is lost when the server is killed with SIGKILL, five times, and its lock dies with it', async () => {
  const folder = temporaryFolder()
  const path = join(folder, dataFiles.store)
  let acts = 0
  let updates = 0
  for (const killAfter of killsAfter) {
    const acknowledged = await runUntilKilled(path, killAfter)
    acts = Math.max(acts, acknowledged.acts)
    updates = Math.max(updates, acknowledged.updates)

    const store = openSqliteStore(folder)
    const record = [...store.readRecord('n1', 1)]
    expect(record.length).toBeGreaterThanOrEqual(acts)
    expect(verifyRecord('n1', record)).toMatchObject({ intact: true, seq: record.length })
    expect(store.readDesk('n1', 'EU').updates.length).toBeGreaterThanOrEqual(updates)
    await store.close()
  }
  expect(acts + updates).toBeGreaterThan(killsAfter.reduce((sum, count) => sum + count) / 2)
}, 60_000)

/** The highest numbers the server acknowledged before it was killed. While it runs, it proves that a second is refused. */
async function runUntilKilled(path: string, killAfter: number): Promise<{ acts: number; updates: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const highest = { acts: 0, updates: 0 }
  let count = 0
  // The lines go on after the kill: what the server wrote before it died is still in the pipe.
  for await (const line of createInterface({ input: child.stdout })) {
    const [kind, number] = line.split(' ')
    if (kind === 'act') highest.acts = Math.max(highest.acts, Number(number))
    else highest.updates = Math.max(highest.updates, Number(number))
    count += 1
    if (count === 1)
      expect(SqliteStore.open(path)).toEqual({ refused: expect.stringContaining('Another Adref server') })
    if (count === killAfter) child.kill('SIGKILL')
  }
  expect(count).toBeGreaterThanOrEqual(killAfter)
  return highest
}
