import type { StoredShelfEntry, StoredShelfText } from './Store.ts'
import { storeRules } from './storeRules.ts'

/** The shelf of prior texts in memory. */
export class MemoryShelf {
  readonly #texts = new Map<string, StoredShelfText>()

  add(text: StoredShelfText, inPlaceOf: readonly string[]): void {
    storeRules.storableShelfText(text)
    storeRules.shelfTextIsNew(text.id, this.#texts.has(text.id))
    for (const id of inPlaceOf) storeRules.shelfTextExists(id, this.#texts.has(id))
    for (const id of inPlaceOf) this.#texts.delete(id)
    this.#texts.set(text.id, { ...text })
  }

  list(): readonly StoredShelfEntry[] {
    return [...this.#texts.values()].map(entryOf).sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
  }

  readEntry(id: string): StoredShelfEntry | null {
    const text = this.#texts.get(id)
    return text === undefined ? null : entryOf(text)
  }

  read(id: string): StoredShelfText | null {
    return this.#texts.get(id) ?? null
  }

  describe(id: string, about: string): void {
    storeRules.storableName(about)
    const text = this.#texts.get(id)
    storeRules.shelfTextExists(id, text !== undefined)
    if (text !== undefined) this.#texts.set(id, { ...text, about })
  }

  remove(id: string): void {
    storeRules.shelfTextExists(id, this.#texts.delete(id))
  }
}

function entryOf({ id, addedAt, about }: StoredShelfText): StoredShelfEntry {
  return { id, addedAt, about }
}
