import type { BrowserContext, WebSocketRoute } from 'playwright-core'

/** Somebody's connection to the network, which can be pulled: nothing comes through, and what was open is lost. */
export class Cable {
  readonly #person: BrowserContext
  readonly #sockets = new Set<WebSocketRoute>()
  #isPulled = false

  private constructor(person: BrowserContext) {
    this.#person = person
  }

  /** To be laid before this person opens a window. */
  static async of(person: BrowserContext): Promise<Cable> {
    const cable = new Cable(person)
    // The browser's own way of going offline leaves open sockets as they are.
    await person.routeWebSocket(/.*/, socket => cable.#open(socket))
    return cable
  }

  async pull(): Promise<void> {
    this.#isPulled = true
    await this.#person.setOffline(true)
    for (const socket of this.#sockets) await socket.close()
    this.#sockets.clear()
  }

  async plugIn(): Promise<void> {
    this.#isPulled = false
    await this.#person.setOffline(false)
  }

  #open(socket: WebSocketRoute): void {
    if (this.#isPulled) {
      void socket.close()
      return
    }
    const server = socket.connectToServer()
    this.#sockets.add(socket)
    socket.onMessage(message => server.send(message))
    server.onMessage(message => socket.send(message))
  }
}
