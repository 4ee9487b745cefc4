import * as Y from 'yjs'

type Struct = Y.Item | Y.GC

/** An id in a document. */
interface Id {
  readonly client: number
  readonly clock: number
}

/**
 * What an update would add to a document, each piece after what it leans on. `gap`: something it leans on is neither in the
 * document nor in the update, or the pieces lean on each other in a circle; applied, it would wait in the document for ever.
 */
export class FreshStructs {
  readonly structs: readonly Struct[]
  readonly #doc: Y.Doc
  readonly #byClient: ReadonlyMap<number, readonly Struct[]>

  private constructor(doc: Y.Doc, structs: readonly Struct[], byClient: ReadonlyMap<number, readonly Struct[]>) {
    this.#doc = doc
    this.structs = structs
    this.#byClient = byClient
  }

  static of(doc: Y.Doc, structs: readonly (Struct | Y.Skip)[], most: number): FreshStructs | 'gap' | 'too many' {
    const byClient = new Map<number, Struct[]>()
    let count = 0
    for (const struct of structs) {
      const { client, clock } = struct.id
      const known = Y.getState(doc.store, client)
      if (clock + struct.length <= known) continue
      if (struct instanceof Y.Skip) return 'gap'
      const own = byClient.get(client)
      const last = own?.at(-1)
      const reached = last === undefined ? known : last.id.clock + last.length
      if (last === undefined ? clock > reached : clock !== reached) return 'gap'
      if (own === undefined) byClient.set(client, [struct])
      else own.push(struct)
      count += 1
      if (count > most) return 'too many'
    }
    const ordered = inOrder(doc, byClient)
    return ordered === null ? 'gap' : new FreshStructs(doc, ordered, byClient)
  }

  /** The struct an id is in: of the update, of the document, or null. */
  find(id: Id): Struct | null {
    if (id.clock < Y.getState(this.#doc.store, id.client)) return this.existing(id)
    const own = this.#byClient.get(id.client) ?? []
    let low = 0
    let high = own.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = own[middle]
      if (struct === undefined) return null
      if (id.clock < struct.id.clock) high = middle - 1
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1
      else return struct
    }
    return null
  }

  /** The struct of the document an id is in, or null when it is not there yet. */
  existing({ client, clock }: Id): Struct | null {
    const structs = this.#doc.store.clients.get(client)
    if (structs === undefined || clock >= Y.getState(this.#doc.store, client)) return null
    return structs[Y.findIndexSS(structs, clock)] ?? null
  }

  /** How far each client's clock reaches once all is added. */
  reach(client: number): number {
    const last = this.#byClient.get(client)?.at(-1)
    return last === undefined ? Y.getState(this.#doc.store, client) : last.id.clock + last.length
  }

  /** The clients that write here for the first time. */
  newClients(): number {
    return [...this.#byClient.keys()].filter(client => !this.#doc.store.clients.has(client)).length
  }
}

/** The structs in an order in which each can be added, or null when there is none. */
function inOrder(doc: Y.Doc, byClient: ReadonlyMap<number, readonly Struct[]>): readonly Struct[] | null {
  const ordered: Struct[] = []
  const done = new Map<number, number>()
  const isThere = (id: Id | null) => id === null || id.clock < (done.get(id.client) ?? Y.getState(doc.store, id.client))
  const queues = [...byClient.values()].map(structs => ({ structs, next: 0 }))
  for (let before = -1; ordered.length !== before; ) {
    before = ordered.length
    for (const queue of queues) {
      for (; ; queue.next += 1) {
        const struct = queue.structs[queue.next]
        if (struct === undefined || !leansOn(struct).every(isThere)) break
        ordered.push(struct)
        done.set(struct.id.client, struct.id.clock + struct.length)
      }
    }
  }
  return queues.every(({ structs, next }) => next === structs.length) ? ordered : null
}

function leansOn(struct: Struct): readonly (Id | null)[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null]
}
