import { writeSync } from 'node:fs'
import { SqliteStore } from '../../server/storage/SqliteStore.ts'
import { entryAfter } from './entryAfter.ts'

// Run as its own process, to be killed: appends acts and desk updates of the negotiation n1 to the store named by the first
// argument, for ever, several at a time, and prints each one once it is acknowledged: "act 12" or "desk 7".

/** So many of each are under way at once. */
const UNDER_WAY = 20

const opened = SqliteStore.open(process.argv[2] ?? '')
if ('refused' in opened) throw new Error(opened.refused)
const store = opened
if (store.readNegotiation('n1') === null) {
  await store.createNegotiation({ id: 'n1', title: 'Declaration', createdAt: 1, settings: '{}' })
}
let last = [...store.readRecord('n1', 1)].at(-1) ?? null

async function appendActs(): Promise<never> {
  while (true) {
    last = entryAfter('n1', last)
    const { seq } = last
    await store.appendRecord('n1', last)
    acknowledge(`act ${seq}`)
  }
}

async function appendDeskUpdates(): Promise<never> {
  while (true) {
    acknowledge(`desk ${await store.appendDeskUpdate('n1', 'EU', new Uint8Array(50))}`)
  }
}

/** Written before anything else happens: what the process has said must not be lost in a buffer of its own. */
function acknowledge(what: string): void {
  let line = Buffer.from(`${what}\n`)
  while (line.length > 0) {
    try {
      line = line.subarray(writeSync(1, line))
    } catch (error) {
      // The pipe is full while whoever reads it is held up: standing still until there is room loses nothing.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

await Promise.all(Array.from({ length: UNDER_WAY }, () => Promise.all([appendActs(), appendDeskUpdates()])))
