import { SeededRandom } from '../harness/SeededRandom.ts'
import type { BenchmarkServer } from './BenchmarkServer.ts'
import { Delegate } from './Delegate.ts'
import type { LaidNegotiation } from './serverProcess.ts'

export const busyParties = 5
/** As quick typists write: sixty words a minute. */
const lettersPerSecond = 5

/** Runs while other parties type without rest, each at its own places of the text. */
export async function amongBusy<T>(server: BenchmarkServer, laid: LaidNegotiation, run: () => Promise<T>): Promise<T> {
  // From the third seat: the first two write and read.
  const seats = Array.from({ length: busyParties }, (_, index) => index + 2)
  const delegates = await Promise.all(seats.map(seat => Delegate.sitDown(server.url, laid, seat)))
  for (const [index, delegate] of delegates.entries())
    delegate.keepTyping(new SeededRandom(100 + index), lettersPerSecond)
  try {
    return await run()
  } finally {
    for (const delegate of delegates) delegate.leave()
  }
}
