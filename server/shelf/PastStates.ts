import * as Y from 'yjs'
import { documentOf } from '../../shared/exchange/documentOf.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { EarlierState } from '../../shared/protocol/EarlierState.ts'
import type { PartyId } from '../../shared/table/ids.ts'
import { Table } from '../../shared/table/Table.ts'
import type { Store, StoredEntry } from '../storage/Store.ts'
import { breath, Turns } from './Turns.ts'

export interface WantedState {
  readonly negotiation: string
  /** The act after which the state is wanted. */
  readonly sequence: number
  readonly reading: EarlierState['reading']
  /** Whose proposals "ours" are. */
  readonly party: PartyId | null
}

/** The table after an act, to go on from. */
interface Mark {
  readonly negotiation: string
  readonly sequence: number
  readonly state: Uint8Array
}

type PastStore = Pick<Store, 'readRecord' | 'readTableSnapshot'>

// A replay costs some 50 µs for each act: a page of them holds the server up for about 10 ms.
const ENTRIES_PER_BREATH = 200
// So far apart, going from one state to another is a matter of a tenth of a second.
const ENTRIES_BETWEEN_MARKS = 2_000
// The table of a long negotiation has about a megabyte, its text a hundred thousand characters.
const MOST_MARK_BYTES = 64_000_000
const MOST_ANSWER_CHARACTERS = 10_000_000
/** Whoever asks for so many at once is told to come back. */
const MOST_WAITING = 40

/**
 * The draft as it read after any act, by replaying the record on a document of its own: the room of the negotiation is not
 * disturbed, and the server is let go after each page. One replay at a time.
 */
export class PastStates {
  readonly #store: PastStore
  readonly #turns = new Turns()
  #answers: readonly { readonly key: string; readonly answer: EarlierState }[] = []
  #marks: readonly Mark[] = []

  constructor(store: PastStore) {
    this.#store = store
  }

  /** Null when the record has no such act yet; `busy` when too many wait for theirs. */
  async state(wanted: WantedState): Promise<EarlierState | 'busy' | null> {
    const { negotiation, sequence, reading, party } = wanted
    const key = JSON.stringify([negotiation, sequence, reading, reading === 'ours taken' ? party : null])
    const known = this.#known(key)
    if (known !== null) return known
    if (this.#turns.waiting >= MOST_WAITING) return 'busy'
    return this.#turns.take(async () => {
      const answer = this.#known(key) ?? (await this.#read(wanted))
      if (answer !== null) this.#keep(key, answer)
      return answer
    })
  }

  async #read({ negotiation, sequence, reading, party }: WantedState): Promise<EarlierState | null> {
    const [entry] = this.#store.readRecord(negotiation, sequence)
    if (entry === undefined) return null
    const doc = new Y.Doc()
    try {
      await this.#replay(doc, negotiation, entry)
      const table = new Table(doc)
      const document = documentOf(new Sheet(table, null, party), reading)
      table.destroy()
      return { sequence, at: entry.at, head: entry.hash, reading, document }
    } finally {
      doc.destroy()
    }
  }

  async #replay(doc: Y.Doc, negotiation: string, last: StoredEntry): Promise<void> {
    const start = this.#startFor(negotiation, last.seq)
    if (start !== null) Y.applyUpdate(doc, start.state)
    let sequence = start?.sequence ?? 0
    let updates: Uint8Array[] = []
    const apply = () => {
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update)
      })
      updates = []
    }
    if (sequence < last.seq) {
      for (const entry of this.#store.readRecord(negotiation, sequence + 1)) {
        sequence = entry.seq
        if (entry.update.length > 0) updates.push(entry.update)
        if (sequence === last.seq) break
        if (sequence % ENTRIES_PER_BREATH > 0) continue
        apply()
        if (sequence % ENTRIES_BETWEEN_MARKS === 0) this.#mark(doc, negotiation, sequence)
        await breath()
      }
    }
    apply()
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error(`The record of ${negotiation} has a gap before act ${last.seq}.`)
    if (start?.sequence !== last.seq) this.#mark(doc, negotiation, last.seq)
  }

  /** The latest state known that is not later than the one wanted. */
  #startFor(negotiation: string, sequence: number): Pick<Mark, 'sequence' | 'state'> | null {
    const snapshot = this.#store.readTableSnapshot(negotiation)
    const kept = snapshot === null ? [] : [{ sequence: snapshot.seq, state: snapshot.state }]
    const marks = this.#marks.filter(mark => mark.negotiation === negotiation)
    const usable = [...kept, ...marks].filter(mark => mark.sequence <= sequence)
    return usable.reduce<(typeof usable)[number] | null>(
      (best, mark) => (best === null || mark.sequence > best.sequence ? mark : best),
      null,
    )
  }

  #mark(doc: Y.Doc, negotiation: string, sequence: number): void {
    const mark = { negotiation, sequence, state: Y.encodeStateAsUpdate(doc) }
    const others = this.#marks.filter(other => other.negotiation !== negotiation || other.sequence !== sequence)
    this.#marks = newest([...others, mark], ({ state }) => state.length, MOST_MARK_BYTES)
  }

  #known(key: string): EarlierState | null {
    return this.#answers.find(kept => kept.key === key)?.answer ?? null
  }

  #keep(key: string, answer: EarlierState): void {
    const others = this.#answers.filter(kept => kept.key !== key)
    this.#answers = newest([...others, { key, answer }], ({ answer }) => charactersIn(answer), MOST_ANSWER_CHARACTERS)
  }
}

/** The last of these that together stay within a size. */
function newest<T>(all: readonly T[], sizeOf: (one: T) => number, most: number): readonly T[] {
  let size = 0
  const tooOld = all.findLastIndex(one => {
    size += sizeOf(one)
    return size > most
  })
  return all.slice(tooOld + 1)
}

function charactersIn({ document: { blocks, notes } }: EarlierState): number {
  return [...blocks, ...notes].reduce((sum, { text }) => sum + text.length, 0)
}
