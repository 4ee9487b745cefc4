import { onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { newId } from '../../server/newId.ts'
import type { ActInput } from '../../shared/acts/Act.ts'
import { Desk } from '../../shared/desk/Desk.ts'
import { Editing } from '../../shared/desk/Editing.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import { blockHost, type Host } from '../../shared/table/Host.ts'
import { partyId, proposalId } from '../../shared/table/ids.ts'
import { Table } from '../../shared/table/Table.ts'

/** A document kept up to date by an unmodified y-websocket provider. */
export interface Synced {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
}

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** Somebody with a token: requests, y-websocket providers, and bare sockets. Everything is closed when the test ends. */
export class TestClient {
  readonly url: string
  readonly negotiation: string
  readonly capacity: string
  readonly token: string

  constructor(url: string, negotiation: string, capacity: string, token: string) {
    this.url = url
    this.negotiation = negotiation
    this.capacity = capacity
    this.token = token
  }

  get headers(): { readonly authorization: string } {
    return { authorization: `Bearer ${this.token}` }
  }

  /** A provider for `table` or `desk/<party>`, which has the state of the room when the promise resolves. */
  async synced(room: string, doc = new Y.Doc()): Promise<Synced> {
    const provider = this.provider(room, doc)
    await isSynced(provider)
    return { doc, provider }
  }

  provider(room: string, doc = new Y.Doc()): WebsocketProvider {
    const { headers } = this
    class SocketWithToken extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers })
      }
    }
    const server = `${this.url.replace('http', 'ws')}/sync/${this.negotiation}`
    const provider = new WebsocketProvider(server, room, doc, {
      // The one seam: ws has every part of a browser's WebSocket that y-websocket uses.
      WebSocketPolyfill: SocketWithToken as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    onTestFinished(() => {
      provider.destroy()
      doc.destroy()
    })
    return provider
  }

  /** A bare socket, to send what no provider would. */
  socket(
    room: string,
    options: { readonly headers?: Record<string, string>; readonly query?: string } = {},
  ): WebSocket {
    const address = `${this.url.replace('http', 'ws')}/sync/${this.negotiation}/${room}${options.query ?? ''}`
    const socket = new WebSocket(address, { headers: options.headers ?? this.headers })
    socket.binaryType = 'nodebuffer'
    socket.on('error', () => {})
    onTestFinished(() => socket.terminate())
    return socket
  }

  async get(path: string, headers: Record<string, string> = this.headers): Promise<Answer> {
    return answerOf(await fetch(`${this.url}${path}`, { headers, redirect: 'manual' }))
  }

  async post(path: string, body: unknown, headers: Record<string, string> = this.headers): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return answerOf(await fetch(`${this.url}${path}`, { method: 'POST', headers, body: text }))
  }

  async ask(method: 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    return answerOf(await fetch(`${this.url}${path}`, { method, headers: this.headers, ...sent }))
  }

  act(act: ActInput, key = newId()): Promise<Answer> {
    return this.post(`/api/negotiations/${this.negotiation}/acts`, { key, ...act })
  }

  /** Sits down at the party's desk, with the table before them. */
  async sitDown(party: string): Promise<Seat> {
    const tableDoc = new Y.Doc()
    const table = new Table(tableDoc)
    const deskDoc = new Y.Doc()
    const desk = new Desk(deskDoc)
    const [onTable, onDesk] = await Promise.all([this.synced('table', tableDoc), this.synced(`desk/${party}`, deskDoc)])
    const editing = new Editing(new Sheet(table, desk, partyId(party)), desk, () => proposalId(newId()))
    return { table, desk, editing, onTable, onDesk }
  }
}

export interface Seat {
  readonly table: Table
  readonly desk: Desk
  readonly editing: Editing
  readonly onTable: Synced
  readonly onDesk: Synced
}

/** The host of the draft's block with this label. */
export function blockOf(table: Table, label: string): Host {
  const id = table.order().find(block => table.block(block)?.label === label)
  if (id === undefined) throw new Error(`no block ${label}`)
  return blockHost(id)
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, body: isJson ? JSON.parse(text) : { text } }
}

export function isSynced(provider: WebsocketProvider): Promise<void> {
  if (provider.synced) return Promise.resolve()
  return new Promise(resolve => {
    const look = (synced: boolean) => {
      if (!synced) return
      provider.off('sync', look)
      resolve()
    }
    provider.on('sync', look)
  })
}
