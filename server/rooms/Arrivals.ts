import * as Y from 'yjs'

// A desk has few client ids; a vector beyond this is no desk's.
const MAX_STATE_VECTOR_BYTES = 150_000

/** Waits for what clients have written and not yet sent. */
export class Arrivals {
  readonly #doc: Y.Doc
  readonly #waiting = new Set<() => void>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', () => {
      for (const look of [...this.#waiting]) look()
    })
  }

  /** Whether the document has, or gets within `withinMs`, everything of this state vector (base64). */
  reach(stateVector: string, withinMs: number): Promise<boolean> {
    const wanted = readStateVector(stateVector)
    if (wanted === null) return Promise.resolve(false)
    const isThere = () => [...wanted].every(([client, clock]) => Y.getState(this.#doc.store, client) >= clock)
    if (isThere()) return Promise.resolve(true)
    return new Promise(resolve => {
      const end = (reached: boolean) => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve(reached)
      }
      const look = () => {
        if (isThere()) end(true)
      }
      const timer = setTimeout(() => end(false), withinMs)
      this.#waiting.add(look)
    })
  }
}

function readStateVector(base64: string): ReadonlyMap<number, number> | null {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length === 0 || bytes.length > MAX_STATE_VECTOR_BYTES) return null
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    // It comes with an act, from outside; one that cannot be read is reached by no desk.
    return null
  }
}
