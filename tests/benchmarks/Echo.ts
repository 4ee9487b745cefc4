import { once } from 'node:events'
import WebSocket from 'ws'

/** The bare echo beside the server: what the sockets of this machine take for themselves, with nothing done in between. */
export class Echo {
  private readonly socket: WebSocket

  private constructor(socket: WebSocket) {
    this.socket = socket
  }

  static async open(echoUrl: string): Promise<Echo> {
    const socket = new WebSocket(echoUrl, { perMessageDeflate: false })
    await once(socket, 'open')
    return new Echo(socket)
  }

  /** Milliseconds from sending so many bytes until they have come back. */
  async roundTripMs(bytes: number): Promise<number> {
    const startedMs = performance.now()
    const back = once(this.socket, 'message')
    this.send(new Uint8Array(bytes))
    await back
    return performance.now() - startedMs
  }

  send(bytes: Uint8Array): void {
    this.socket.send(bytes)
  }

  close(): void {
    this.socket.terminate()
  }
}
