import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { LaidNegotiation } from './serverProcess.ts'

/** The way in of the party of this number (0 is P1). */
export function linkOf({ links }: LaidNegotiation, seat: number): LaidNegotiation['links'][number] {
  const link = links[seat]
  if (link === undefined) throw new Error(`no party ${seat}`)
  return link
}

/** Keeps a document up to date with a room (`table` or `desk/<party>`), as the page does. */
export function connect(url: string, laid: LaidNegotiation, seat: number, room: string, doc: Y.Doc): WebsocketProvider {
  const headers = { authorization: `Bearer ${linkOf(laid, seat).token}` }
  class SocketWithToken extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers, perMessageDeflate: false })
    }
  }
  return new WebsocketProvider(`${url.replace('http', 'ws')}/sync/${laid.negotiation}`, room, doc, {
    // The one seam: ws has every part of a browser's WebSocket that y-websocket uses.
    WebSocketPolyfill: SocketWithToken as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
}

export function isSynced(socket: WebsocketProvider): Promise<void> {
  return new Promise(resolve => {
    if (socket.synced) resolve()
    else socket.on('sync', (synced: boolean) => synced && resolve())
  })
}
