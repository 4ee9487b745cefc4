import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { localUrl } from './config.ts'
import { Connections } from './connection/Connections.ts'
import { Doorway } from './connection/Doorway.ts'
import { DocumentReader } from './documents/DocumentReader.ts'
import { Gate } from './gate/Gate.ts'
import { app } from './http/app.ts'
import { Rooms } from './rooms/Rooms.ts'
import type { Log, ServerParts } from './ServerParts.ts'
import { Shelf } from './shelf/Shelf.ts'
import type { Store } from './storage/Store.ts'

export interface ToStart {
  readonly store: Store
  /** What capacity tokens are made with. */
  readonly secret: Uint8Array
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  /** Null: the address it listens at. */
  readonly publicUrl: string | null
  /** The folder of the built interface. */
  readonly dist: string
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
}

export interface RunningServer {
  /** Where it listens, for a browser on this machine. */
  readonly url: string
  readonly parts: ServerParts
  /** Takes in nobody any more, makes everything durable and lets go of the port. The store is the caller's to close. */
  close(): Promise<void>
}

// Whoever has not closed within this time is cut off; everything acknowledged is durable by then.
const GRACE_MS = 2_000

/** Starts a server; resolves when it listens, or with the reason it cannot. Everything it is made of is passed in. */
export async function start(given: ToStart): Promise<RunningServer | { readonly refused: string }> {
  const { store, secret, host, port, dist, now, newId, log } = given
  const server = createServer()
  const fault = await listening(server, host, port)
  if (fault !== null) return { refused: `The server cannot listen at ${host}, port ${port}: ${fault}.` }
  const url = localUrl(host, portOf(server.address()))
  const gate = new Gate({ store, secret, now, newId })
  const rooms = new Rooms({ store, now, newId, log })
  const connections = new Connections()
  const shelf = new Shelf({ store, now, newId })
  const documents = new DocumentReader()
  const publicUrl = given.publicUrl ?? url
  const parts: ServerParts = { store, gate, rooms, shelf, connections, documents, log, now, newId, publicUrl }
  const doorway = new Doorway(parts)
  const listen = getRequestListener(app(parts, dist).fetch)
  server.on('request', (request, response) => void listen(request, response))
  server.on('upgrade', (request, socket, head) => doorway.upgrade(request, socket, head))
  return {
    url,
    parts,
    close: async () => {
      doorway.close()
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      await Promise.all([rooms.close(), documents.close()])
      const grace = setTimeout(() => {
        doorway.cutOff()
        server.closeAllConnections()
      }, GRACE_MS)
      await closed
      clearTimeout(grace)
    },
  }
}

function listening(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise(resolve => {
    const fail = (error: Error) => resolve(error.message)
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve(null)
    })
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens at no port')
  return address.port
}
