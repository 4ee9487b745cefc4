import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Refusal } from '../../shared/exchange/Refusal.ts'
import {
  type NewShelfText,
  type ShelfChange,
  type Shelf as ShelfContents,
  type ShelfEntry,
  shelfDescriptionSchema,
  shelfEntrySchema,
} from '../../shared/protocol/Shelf.ts'
import { missingInstruments, replacedBy } from '../../shared/shelf/missingInstruments.ts'
import { unfitReason } from '../../shared/shelf/unfitReason.ts'
import { wordsIn } from '../../shared/shelf/wordsIn.ts'
import type { Store, StoredShelfEntry } from '../storage/Store.ts'
import { Turns } from './Turns.ts'

interface ShelfParts {
  readonly store: Store
  readonly now: () => number
  readonly newId: () => string
}

/** Who puts a text there, and whether it is a rendering in words of our own. */
interface Adding {
  readonly by: string
  readonly isRendering: boolean
}

// What the store keeps as `about`: the entry without what it has fields for, and the hash of the words.
const aboutSchema = shelfEntrySchema.omit({ id: true, addedAt: true }).extend({ digest: z.string() })

// Every program that searches the shelf reads all of it; the longest list of precedents we know has forty texts.
const MOST_TEXTS = 300

/** The shelf of prior texts that all negotiations of a server share. Changes are made one after another, each on what the one before has left. */
export class Shelf {
  readonly #parts: ShelfParts
  readonly #turns = new Turns()

  constructor(parts: ShelfParts) {
    this.#parts = parts
  }

  /** The oldest text first, those of no known year last. */
  contents(): ShelfContents {
    const texts = this.#entries().map(({ entry }) => entry)
    texts.sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY) || 0)
    return { texts, missing: [...missingInstruments(texts)] }
  }

  /** Changes with everything said of the text: two answers with one tag are equal. Null when there is no such text. */
  tag(id: string): string | null {
    const stored = this.#parts.store.readShelfEntry(id)
    return stored === null ? null : hashOf(JSON.stringify([stored.id, stored.about])).slice(0, 32)
  }

  /** A ShelfText as JSON: its words are sent as they were kept, however long they are. Null when there is no such text. */
  textJson(id: string): string | null {
    const stored = this.#parts.store.readShelfText(id)
    if (stored === null) return null
    return `${JSON.stringify(readEntry(stored).entry).slice(0, -1)},"document":${stored.document}}`
  }

  /**
   * Puts a text there, durable when the promise resolves; an official text takes the place of its rendering. Refused: without a
   * paragraph, when the same words are there already, and on a full shelf.
   */
  add({ document, ...described }: NewShelfText, { by, isRendering }: Adding): Promise<ShelfEntry | Refusal> {
    return this.#turns.take(async () => {
      const { store, now, newId } = this.#parts
      const unfit = unfitReason(document)
      if (unfit !== null) return { refused: unfit }
      const known = this.#entries()
      const digest = hashOf(JSON.stringify([document.blocks, document.notes]))
      const same = known.find(one => one.digest === digest)
      if (same !== undefined) return { refused: `This text is already on the shelf, as “${same.entry.title}”.` }
      if (known.length >= MOST_TEXTS) return { refused: `The shelf is full: it holds ${MOST_TEXTS} texts.` }
      const about = { ...described, isRendering, words: wordsIn(document), addedBy: by, digest }
      const id = newId()
      const addedAt = now()
      const entries = known.map(({ entry }) => entry)
      const inPlaceOf = isRendering ? [] : replacedBy(described, entries).map(entry => entry.id)
      const stored = { id, addedAt, about: JSON.stringify(about), document: JSON.stringify(document) }
      await store.addShelfText(stored, inPlaceOf)
      return readEntry(stored).entry
    })
  }

  /**
   * Says something else of a text; by that too it may become the official text that takes the place of a rendering. Null when
   * there is no such text. Refused of a rendering: it keeps its name, so that nobody takes it for the official text.
   */
  describe(id: string, change: ShelfChange): Promise<ShelfEntry | Refusal | null> {
    return this.#turns.take(async () => {
      const { store } = this.#parts
      const stored = store.readShelfEntry(id)
      if (stored === null) return null
      const { digest, entry } = readEntry(stored)
      if (entry.isRendering)
        return { refused: 'A rendering keeps its name. Put the official text in its place, or remove it.' }
      const { addedAt: _, id: __, ...kept } = entry
      const described = shelfDescriptionSchema.parse({ ...entry, ...change })
      const about = JSON.stringify({ ...kept, ...described, digest })
      await store.describeShelfText(id, about)
      for (const one of replacedBy(described, this.contents().texts)) await this.#drop(one.id)
      return readEntry({ ...stored, about }).entry
    })
  }

  /** Whether it was there. */
  remove(id: string): Promise<boolean> {
    return this.#turns.take(async () => {
      if (this.#parts.store.readShelfEntry(id) === null) return false
      await this.#drop(id)
      return true
    })
  }

  #entries(): readonly { readonly entry: ShelfEntry; readonly digest: string }[] {
    return this.#parts.store.listShelf().map(readEntry)
  }

  #drop(id: string): Promise<void> {
    return this.#parts.store.removeShelfText(id)
  }
}

function readEntry({ id, addedAt, about }: StoredShelfEntry): { readonly entry: ShelfEntry; readonly digest: string } {
  const { digest, ...known } = aboutSchema.parse(JSON.parse(about))
  return { entry: { ...known, id, addedAt }, digest }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
