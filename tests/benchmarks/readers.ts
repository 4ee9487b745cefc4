import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket from 'ws'
import { readWords } from '../../shared/table/words.ts'
import type { BenchmarkServer } from './BenchmarkServer.ts'
import { Delegate } from './Delegate.ts'
import type { Figure } from './Figure.ts'
import { percentile } from './percentile.ts'
import { postAct } from './postAct.ts'
import { linkOf } from './roomSocket.ts'
import type { LaidNegotiation } from './serverProcess.ts'

const proposals = 300
const readers = 500
const acts = 40
const warmUp = 5
/** After each act the server tells everybody the head of the record; by then it has. */
const settledMs = 250

/** An act seen by a full room: until its last reader has it, beside the same bytes sent to as many by a server that does nothing else. */
export async function readersBenchmark(server: BenchmarkServer): Promise<readonly Figure[]> {
  const laid = await server.lay(proposals, 'by act')
  const actor = await Delegate.sitDown(server.url, laid, 0)
  const room = await Promise.all(Array.from({ length: readers }, (_, index) => enter(server, laid, index)))
  const bare = await Promise.all(Array.from({ length: readers }, () => open(`${server.echoUrl}/all`, {})))
  const [speaker] = bare
  const lastMs: number[] = []
  const bareMs: number[] = []
  try {
    const others = [...actor.table.proposals()].filter(({ party }) => party !== actor.party)
    for (const { id, text } of others.slice(0, warmUp + acts)) {
      const told = toldAll(room, isUpdate)
      const startedMs = performance.now()
      const words = readWords(text).text
      await postAct(server.url, laid, 0, { act: 'stance', on: id, kind: 'support', words })
      const { atMs, bytes } = await told
      lastMs.push(atMs - startedMs)
      await wait(settledMs)
      const echoed = toldAll(bare, () => true)
      const bareStartedMs = performance.now()
      speaker?.send(new Uint8Array(bytes))
      bareMs.push((await echoed).atMs - bareStartedMs)
    }
  } finally {
    actor.leave()
    for (const socket of [...room, ...bare]) socket.terminate()
  }
  const figure = (name: string, part: number): Figure => ({
    what: `Act sent to seen by the last of ${readers} readers, ${name}`,
    value: percentile(lastMs.slice(warmUp), part),
    unit: 'ms',
    against: { what: 'the same bytes from a bare socket', value: percentile(bareMs.slice(warmUp), part) },
  })
  return [figure('p50', 0.5), figure('p95', 0.95)]
}

/** When all of these sockets have got a message of this kind, and how long it was. */
async function toldAll(
  sockets: readonly WebSocket[],
  isMeant: (frame: Uint8Array) => boolean,
): Promise<{ readonly atMs: number; readonly bytes: number }> {
  let bytes = 0
  const told = sockets.map(
    socket =>
      new Promise<void>(resolve => {
        const look = (frame: Uint8Array) => {
          if (!isMeant(frame)) return
          socket.off('message', look)
          bytes = frame.length
          resolve()
        }
        socket.on('message', look)
      }),
  )
  await Promise.all(told)
  return { atMs: performance.now(), bytes }
}

/** A reader as far as the wire goes: it says that it is here, and sends back what it hears of others, as y-websocket does. */
async function enter(server: BenchmarkServer, laid: LaidNegotiation, index: number): Promise<WebSocket> {
  const { token } = linkOf(laid, index % laid.links.length)
  const address = `${server.url.replace('http', 'ws')}/sync/${laid.negotiation}/table`
  const socket = await open(address, { authorization: `Bearer ${token}` })
  socket.on('message', (frame: Uint8Array) => {
    if (frame[0] === awareness) socket.send(frame)
  })
  return socket
}

async function open(address: string, headers: Readonly<Record<string, string>>): Promise<WebSocket> {
  const socket = new WebSocket(address, { headers, perMessageDeflate: false })
  await once(socket, 'open')
  return socket
}

/** y-protocols: an update is a sync message (0) of kind 2. */
const isUpdate = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 2
const awareness = 1
