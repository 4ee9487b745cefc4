import { BenchmarkServer } from './BenchmarkServer.ts'
import { benchmarkText } from './benchmarkText.ts'
import { browserBenchmark } from './browserBenchmark.ts'
import { comparingBenchmark } from './comparing.ts'
import { type Figure, figureLines } from './Figure.ts'
import { latencyBenchmark } from './latency.ts'
import { projectionBenchmark } from './projection.ts'
import { readersBenchmark } from './readers.ts'
import { storageBenchmark } from './storage.ts'

interface Benchmark {
  readonly heading: string
  readonly run: () => Promise<readonly Figure[]>
}

const { document, note } = benchmarkText()

/** By the name one gives to run only some: `npm run bench -- latency readers`. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  projection: {
    heading: 'Projection, in one process without a browser',
    run: async () => projectionBenchmark(document),
  },
  comparing: {
    heading: 'Comparing texts, in one process',
    run: async () => comparingBenchmark(document),
  },
  storage: { heading: 'The record, on this disk', run: storageBenchmark },
  latency: {
    heading: 'From one party to another, over sockets of this machine',
    run: () => withServer(latencyBenchmark),
  },
  readers: { heading: 'A full room', run: () => withServer(readersBenchmark) },
  browser: { heading: 'In a browser', run: () => withServer(server => browserBenchmark(server, document)) },
}

async function withServer<T>(run: (server: BenchmarkServer) => Promise<T>): Promise<T> {
  const server = await BenchmarkServer.start()
  try {
    return await run(server)
  } finally {
    await server.end()
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => benchmarks[name] === undefined)
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(1)
}

// Each socket of y-websocket listens to the end of the process, and there are more than Node takes for usual.
process.setMaxListeners(100)

console.log(note)
for (const [name, { heading, run }] of Object.entries(benchmarks)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for (const line of figureLines(heading, await run())) console.log(line)
}
