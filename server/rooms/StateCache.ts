import * as Y from 'yjs'

// Clients that come know nothing, or all up to the last act; few stopped anywhere else.
const MAX_STATES = 20

/** The state of a document beyond what clients know, encoded once for all who know as much: after a restart that is everybody. */
export class StateCache {
  readonly #doc: Y.Doc
  readonly #states = new Map<string, Uint8Array>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('update', () => this.#states.clear())
  }

  beyond(stateVector: Uint8Array): Uint8Array {
    const known = Buffer.from(stateVector).toString('base64')
    const cached = this.#states.get(known)
    if (cached !== undefined) return cached
    const state = Y.encodeStateAsUpdate(this.#doc, stateVector)
    if (this.#states.size < MAX_STATES) this.#states.set(known, state)
    return state
  }
}
