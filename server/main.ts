import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from './config.ts'
import { newId } from './newId.ts'
import { loadSecret } from './record/loadSecret.ts'
import { laySpecimen } from './specimen/laySpecimen.ts'
import { start } from './start.ts'
import { dataFiles } from './storage/dataFiles.ts'
import { SqliteStore } from './storage/SqliteStore.ts'
import { waysInLines } from './waysInLines.ts'

const config = orEnd(readConfig(process.env))
const log = pino(
  { base: null, level: config.logLevel, serializers: { error: pino.stdSerializers.err } },
  pino.destination(2),
)
const store = orEnd(SqliteStore.open(join(config.dataDir, dataFiles.store)))
const secret = orEnd(loadSecret(config.dataDir))
const dist = join(import.meta.dirname, '..', 'dist')
const { host, port, publicUrl } = config
const server = orEnd(await start({ store, secret, host, port, publicUrl, dist, now: Date.now, newId, log }))

const isEmpty = store.listNegotiations().every(({ id }) => store.listCapacities(id).length === 0)
if (isEmpty) await laySpecimen(server.parts)
for (const { id, title } of store.listNegotiations()) {
  const lines = waysInLines(store.listCapacities(id), secret, server.parts.publicUrl, 'first')
  if (lines.length > 0) console.log(`\n${[title, ...lines].join('\n')}`)
}
console.log(`\nAdref is open at ${server.parts.publicUrl}`)

let isEnding = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (isEnding) return
    isEnding = true
    await server.close()
    await store.close()
    log.info({ signal }, 'closed')
    process.exit(0)
  })
}

/** Ends the process with the sentence of a refusal. */
function orEnd<T extends object>(value: T | { readonly refused: string }): T {
  if ('refused' in value) {
    console.error(value.refused)
    process.exit(1)
  }
  return value
}
