import { setTimeout as wait } from 'node:timers/promises'
import { SeededRandom } from '../harness/SeededRandom.ts'
import { amongBusy, busyParties } from './amongBusy.ts'
import type { BenchmarkServer } from './BenchmarkServer.ts'
import { Delegate } from './Delegate.ts'
import { Echo } from './Echo.ts'
import type { Figure } from './Figure.ts'
import { Onlooker } from './Onlooker.ts'
import { percentile } from './percentile.ts'
import { postAct } from './postAct.ts'
import type { LaidNegotiation } from './serverProcess.ts'

const proposals = 300
const letters = 120
const acts = 60
const warmUp = 10
/** What one letter weighs as an update of the table, with its frame. */
const letterBytes = 100
/** Not a multiple of the server's burst, or every letter would fall at the same point of one. */
const pauseMs = 83

interface Waits {
  readonly seenMs: readonly number[]
  readonly echoMs: readonly number[]
}

/** From one party's key, or act, to the sheet of another that shows it; each beside an echo over the same machine's sockets. */
export async function latencyBenchmark(server: BenchmarkServer): Promise<readonly Figure[]> {
  const typed = await server.lay(proposals, 'as typed')
  const tabled = await server.lay(proposals, 'by act')
  const quiet = await measure(server, typed, letters, typeOne)
  const busy = await amongBusy(server, typed, () => measure(server, typed, letters, typeOne))
  const acted = await measure(server, tabled, acts, actOne)
  return [
    ...waitFigures('Letter typed to seen by others, as typed', quiet),
    ...waitFigures(`The same among ${busyParties} busy parties`, busy),
    ...waitFigures('Act sent to seen by others', acted),
  ]
}

/** Does something whose one letter the onlooker will see. Returns when it began. */
type One = (server: BenchmarkServer, laid: LaidNegotiation, writer: Delegate, random: SeededRandom) => Promise<number>

const typeOne: One = async (_server, _laid, writer, random) => {
  const startedMs = performance.now()
  writer.typeLetter(random)
  return startedMs
}

const actOne: One = async (server, laid, writer, random) => {
  writer.typeLetter(random)
  // The act would otherwise wait for the letter to reach the desk's room.
  await wait(pauseMs)
  const act = writer.tablingAct()
  const startedMs = performance.now()
  await postAct(server.url, laid, 0, act)
  return startedMs
}

async function measure(server: BenchmarkServer, laid: LaidNegotiation, count: number, one: One): Promise<Waits> {
  const writer = await Delegate.sitDown(server.url, laid, 0)
  const onlooker = await Onlooker.come(server.url, laid, 1)
  const echo = await Echo.open(server.echoUrl)
  const random = new SeededRandom(11)
  const seenMs: number[] = []
  const echoMs: number[] = []
  try {
    for (let index = 0; index < warmUp + count; index++) {
      const seen = onlooker.sees(writer.party, onlooker.characters(writer.party) + 1).then(() => performance.now())
      const startedMs = await one(server, laid, writer, random)
      seenMs.push((await seen) - startedMs)
      await wait(pauseMs)
      echoMs.push(await echo.roundTripMs(letterBytes))
    }
  } finally {
    writer.leave()
    onlooker.leave()
    echo.close()
  }
  return { seenMs: seenMs.slice(warmUp), echoMs: echoMs.slice(warmUp) }
}

function waitFigures(what: string, { seenMs, echoMs }: Waits): readonly Figure[] {
  const figure = (name: string, part: number): Figure => ({
    what: `${what}, ${name}`,
    value: percentile(seenMs, part),
    unit: 'ms',
    against: { what: 'a bare echo', value: percentile(echoMs, part) },
  })
  return [figure('p50', 0.5), figure('p95', 0.95)]
}
