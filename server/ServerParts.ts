import type { Connections } from './connection/Connections.ts'
import type { DocumentReader } from './documents/DocumentReader.ts'
import type { Gate } from './gate/Gate.ts'
import type { Rooms } from './rooms/Rooms.ts'
import type { Shelf } from './shelf/Shelf.ts'
import type { Store } from './storage/Store.ts'

/** Where the server writes what happened. Never secrets, links or the words of a text. */
export interface Log {
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

/** What the parts of a running server share. */
export interface ServerParts {
  readonly store: Store
  readonly gate: Gate
  readonly rooms: Rooms
  readonly shelf: Shelf
  readonly connections: Connections
  /** Reads the files people send, one at a time. */
  readonly documents: DocumentReader
  readonly log: Log
  /** The server's clock: whole milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly publicUrl: string
}
