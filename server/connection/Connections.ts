import { closes } from '../../shared/protocol/closes.ts'
import type { Connection } from './Connection.ts'

/** Everybody's open connections. */
export class Connections {
  readonly #open = new Set<Connection>()

  add(connection: Connection): void {
    this.#open.add(connection)
  }

  delete(connection: Connection): void {
    this.#open.delete(connection)
  }

  /** When rights change, connections close and come back by the same gate: there is no second way to change a live one. */
  closeOf(capacity: string): void {
    for (const connection of this.#open)
      if (connection.capacity.capacity === capacity) connection.close(closes.notKnown)
  }
}
