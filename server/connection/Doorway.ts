import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isPermitted } from '../../shared/acts/permissions.ts'
import { type Close, closes } from '../../shared/protocol/closes.ts'
import { type NegotiationId, negotiationId, type PartyId, partyId } from '../../shared/table/ids.ts'
import type { Capacity } from '../gate/Capacity.ts'
import { isOwnOrigin } from '../gate/isOwnOrigin.ts'
import type { Lease } from '../rooms/Keeper.ts'
import type { ServerParts } from '../ServerParts.ts'
import { Connection, type Joinable } from './Connection.ts'

// An update of a desk has up to 1 MB; the echo of everybody's presence in a large room is smaller.
const MAX_FRAME_BYTES = 2_000_000

// Requests name a path; only that and its query are read.
const base = 'http://localhost'

type Room = { readonly is: 'table' } | { readonly is: 'desk'; readonly party: PartyId }

interface Wanted {
  readonly negotiation: NegotiationId
  readonly room: Room
}

/** Takes in sockets: looks who comes and for which room, and brings them together. */
export class Doorway {
  readonly #parts: ServerParts
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_FRAME_BYTES })
  #isClosed = false

  constructor(parts: ServerParts) {
    this.#parts = parts
  }

  /** For the `upgrade` event of a http server. Who is refused gets a socket closed with the reason: browsers show no other answer. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const url = new URL(URL.canParse(request.url ?? '/', base) ? (request.url ?? '/') : '/', base)
    const wanted = readPath(url.pathname)
    if (wanted === null || this.#isClosed) {
      socket.end(
        `HTTP/1.1 ${wanted === null ? '404 Not Found' : '503 Service Unavailable'}\r\nConnection: close\r\n\r\n`,
      )
      return
    }
    const visitor = this.#parts.gate.identify(request.headers, url.searchParams.get('as'))
    const epoch = url.searchParams.get('epoch')
    const { origin, host } = request.headers
    const headers = { ...(origin === undefined ? {} : { origin }), ...(host === undefined ? {} : { host }) }
    if (visitor?.by === 'cookie' && !isOwnOrigin(headers, this.#parts.publicUrl)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, opened => {
      const refusal = visitor === null ? closes.notKnown : refusalOf(visitor.capacity, wanted)
      if (visitor === null || refusal !== null) refuse(opened, refusal ?? closes.notKnown)
      // Before a word is exchanged: what the page holds of the table, and says at its desk, may never have been here.
      else if (epoch !== null && epoch !== this.#parts.store.epoch) refuse(opened, closes.restored)
      else void this.#bring(opened, visitor.capacity, wanted)
    })
  }

  /** Takes in nobody any more. Those who are here are the rooms' to close. */
  close(): void {
    this.#isClosed = true
    this.#sockets.close()
  }

  /** Cuts off whoever has not closed by themselves. */
  cutOff(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
  }

  async #bring(socket: WebSocket, capacity: Capacity, wanted: Wanted): Promise<void> {
    let lease: Lease<Joinable> | null = null
    let isGone = false
    // Made before anything is awaited: the first message comes with the opening.
    const { rooms, log, connections } = this.#parts
    const connection = new Connection(socket, capacity, log, () => {
      isGone = true
      connections.delete(connection)
      lease?.release()
    })
    connections.add(connection)
    const { negotiation, room } = wanted
    try {
      lease = await (room.is === 'table' ? rooms.table(negotiation) : rooms.desk(negotiation, room.party))
      if (isGone) lease.release()
      else connection.enter(lease.room)
    } catch (error) {
      log.error({ negotiation, room, error }, 'a room could not be opened')
      connection.close(closes.notKept)
    }
  }
}

function readPath(path: string): Wanted | null {
  const [, negotiation, room, party] = /^\/sync\/([\w-]{1,40})\/(table|desk)(?:\/([\w-]{1,40}))?$/.exec(path) ?? []
  if (negotiation === undefined || (room === 'desk') !== (party !== undefined)) return null
  return {
    negotiation: negotiationId(negotiation),
    room: party === undefined ? { is: 'table' } : { is: 'desk', party: partyId(party) },
  }
}

/** Why this capacity may not enter, or null. What is another negotiation's is not even admitted to exist. */
function refusalOf(capacity: Capacity, { negotiation, room }: Wanted): Close | null {
  if (capacity.negotiation !== negotiation) return closes.noSuchRoom
  if (room.is === 'table') return null
  const isOwn = capacity.party === room.party && isPermitted(capacity.role, 'write at a desk')
  return isOwn ? null : closes.notYours
}

function refuse(socket: WebSocket, { code, reason }: Close): void {
  socket.on('error', () => {})
  socket.close(code, reason)
}
