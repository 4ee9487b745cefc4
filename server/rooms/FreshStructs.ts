import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC

/** An id in a document. */
export interface Id {
  readonly client: number
  readonly clock: number
}

/**
 * What an update would add to a document, in the order in which Yjs adds it. `gap`: something it leans on is neither in the
 * document nor in the update, or its pieces lean on each other in a circle; applied, it would wait in the document for ever.
 */
export class FreshStructs {
  /** The first of a client may begin with a part the document has. */
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
      if (last === undefined ? clock > known : clock !== last.id.clock + last.length) return 'gap'
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

  /** How far a client's clock reaches in the document now. */
  known(client: number): number {
    return Y.getState(this.#doc.store, client)
  }

  /** How far a client's clock reaches once all is added. */
  reach(client: number): number {
    const last = this.#byClient.get(client)?.at(-1)
    return last === undefined ? this.known(client) : last.id.clock + last.length
  }

  /** The number of clients that write here for the first time. */
  newClients(): number {
    return [...this.#byClient.keys()].filter(client => !this.#doc.store.clients.has(client)).length
  }

  /** The type of the document a root's name means. */
  root(name: string): Y.AbstractType<unknown> {
    return this.#doc.get(name)
  }
}

interface Queue {
  readonly structs: readonly Struct[]
  next: number
}

/**
 * The structs in the order of Yjs: the highest client id first, and before each what it leans on. Null when there is no such
 * order. The order decides nothing about what comes out, but much about how long it takes.
 */
function inOrder(doc: Y.Doc, byClient: ReadonlyMap<number, readonly Struct[]>): readonly Struct[] | null {
  const ordered: Struct[] = []
  const reached = new Map<number, number>()
  const queues = new Map<number, Queue>()
  for (const [client, structs] of byClient) queues.set(client, { structs, next: 0 })
  const missing = (struct: Struct) =>
    leansOn(struct).find(({ client, clock }) => clock >= (reached.get(client) ?? Y.getState(doc.store, client)))
  for (const client of [...queues.keys()].sort((a, b) => b - a)) {
    const waiting: Struct[] = []
    const target = queues.get(client)
    for (let struct = take(target); struct !== undefined; struct = waiting.pop() ?? take(target)) {
      const lacks = missing(struct)
      if (lacks === undefined) {
        ordered.push(struct)
        reached.set(struct.id.client, struct.id.clock + struct.length)
        continue
      }
      // A struct behind one that waits leans on it, too, by its clock.
      const before = lacks.client === struct.id.client ? undefined : take(queues.get(lacks.client))
      if (before === undefined) return null
      waiting.push(struct, before)
    }
  }
  return ordered
}

function take(queue: Queue | undefined): Struct | undefined {
  if (queue === undefined) return undefined
  const struct = queue.structs[queue.next]
  if (struct !== undefined) queue.next += 1
  return struct
}

function leansOn(struct: Struct): readonly Id[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  const ids: unknown[] = [origin, rightOrigin, parent]
  return ids.filter(id => id instanceof Y.ID)
}
