import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { layNegotiation } from '../../server/layNegotiation.ts'
import { newId } from '../../server/newId.ts'
import { type RunningServer, start } from '../../server/start.ts'
import { dataFiles } from '../../server/storage/dataFiles.ts'
import { SqliteStore } from '../../server/storage/SqliteStore.ts'
import { capacityId, type NegotiationId, type PartyId } from '../../shared/table/ids.ts'
import type { Procedure } from '../../shared/table/Procedure.ts'
import { benchmarkText } from './benchmarkText.ts'
import { layBusyTable } from './layBusyTable.ts'
import { benchmarkParties } from './randomProposals.ts'

/** What the process can be asked, one question at a time. */
export type ServerQuestion =
  | { readonly ask: 'lay'; readonly proposals: number; readonly tabling: Procedure['tabling'] }
  | { readonly ask: 'cpu' }

export interface LaidNegotiation {
  readonly negotiation: string
  /** A link for each party, P1 first. */
  readonly links: readonly { readonly party: string; readonly capacity: string; readonly token: string }[]
}

export type ServerAnswer =
  | { readonly is: 'open'; readonly url: string; readonly echoUrl: string }
  | ({ readonly is: 'laid' } & LaidNegotiation)
  | { readonly is: 'cpu'; readonly usedMs: number }

const faults = {
  info: () => {},
  warn: (facts: object, sentence: string) => console.error(sentence, facts),
  error: (facts: object, sentence: string) => console.error(sentence, facts),
}
const actor = { capacity: capacityId(''), person: 'Benchmark', role: 'secretariat', party: null } as const

// The server of the benchmarks, in a process of its own, on a store on the disk, as people run it; beside it a bare echo.
const [, , folder = '', dist = ''] = process.argv
const store = orThrow(SqliteStore.open(join(folder, dataFiles.store)))
const running = orThrow(
  await start({
    store,
    secret: Buffer.alloc(32, 7),
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    dist,
    now: Date.now,
    newId,
    log: faults,
  }),
)
const readers = new Set<WebSocket>()
const echo = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
// At `/all`, what one sends comes back to everybody there: the least that telling a full room takes.
echo.on('connection', (socket, { url }) => {
  if (url === '/all') readers.add(socket)
  socket.on('close', () => readers.delete(socket))
  socket.on('message', data => {
    for (const each of url === '/all' ? readers : [socket]) each.send(data, { binary: true })
  })
})
await new Promise<void>(resolve => echo.once('listening', resolve))
const { document } = benchmarkText()

process.on('message', (question: ServerQuestion) => {
  void answer(question).then(tell)
})
process.on('disconnect', () => process.exit(0))
const address = echo.address()
tell({
  is: 'open',
  url: running.url,
  echoUrl: `ws://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
})

async function answer(question: ServerQuestion): Promise<ServerAnswer> {
  if (question.ask === 'cpu') {
    const { user, system } = process.cpuUsage()
    return { is: 'cpu', usedMs: (user + system) / 1000 }
  }
  const { parts } = running
  const { proposals, tabling } = question
  const toLay = { document, title: document.title, parties: benchmarkParties, tabling, labels: 'running' } as const
  const negotiation = await layNegotiation(parts, toLay, actor)
  const lease = await parts.rooms.table(negotiation)
  await layBusyTable(lease.room.table, proposals, writes =>
    lease.room.record({ writes, ids: [] }, JSON.stringify({ act: 'benchmark' }), actor, ''),
  )
  lease.release()
  const links = []
  for (const { id } of benchmarkParties) links.push(await linkOf(parts, negotiation, id))
  return { is: 'laid', negotiation, links }
}

async function linkOf({ gate }: RunningServer['parts'], negotiation: NegotiationId, party: PartyId) {
  const stored = await gate.admit({ negotiation, role: 'delegation', party, person: `Delegate of ${party}` })
  const link = gate.wayIn(stored, running.url)?.link ?? ''
  return { party, capacity: stored.id, token: link.slice(link.lastIndexOf('/') + 1) }
}

function tell(message: ServerAnswer): void {
  process.send?.(message)
}

function orThrow<T extends object>(value: T | { readonly refused: string }): T {
  if ('refused' in value) throw new Error(value.refused)
  return value
}
