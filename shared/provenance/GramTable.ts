import { GrowingNumbers } from './GrowingNumbers.ts'

/** Anything with numbers in a row. */
export interface Numbers {
  /** -1 where there is none. */
  at(index: number): number
}

/**
 * Where each few words in a row stand: a hash table of its own, since the shelf holds millions of them and a Map of lists takes ten
 * times the memory. Words are numbers from 1; 0 parts paragraphs, and no gram goes over it.
 */
export class GramTable {
  readonly size: number
  private readonly words: GrowingNumbers
  /** For each slot the place where its gram stood last, plus 1; 0 where it is empty. */
  private slots = new Int32Array(4096)
  private taken = 0
  /** For each place the one before with the same gram, plus 1. */
  private readonly earlier = new GrowingNumbers()

  constructor(words: GrowingNumbers, size: number) {
    this.words = words
    this.size = size
  }

  /** Takes in the grams that became whole by the words added since. */
  catchUp(): void {
    while (this.earlier.length + this.size <= this.words.length) {
      const place = this.earlier.length
      if (!this.isGram(this.words, place)) {
        this.earlier.push(0)
        continue
      }
      const slot = this.slotOf(this.words, place)
      const last = this.slots[slot] ?? 0
      this.earlier.push(last)
      this.slots[slot] = place + 1
      if (last === 0 && ++this.taken * 2 > this.slots.length) this.grow()
    }
  }

  /** The places where the words at `at` of some text stand, latest first. */
  *places(query: Numbers, at: number): Generator<number> {
    if (!this.isGram(query, at)) return
    let place = this.slots[this.slotOf(query, at)] ?? 0
    while (place > 0) {
      yield place - 1
      place = this.earlier.at(place - 1)
    }
  }

  /** Whether there are as many words without an end of paragraph or an unknown one among them. */
  private isGram(words: Numbers, at: number): boolean {
    for (let nth = 0; nth < this.size; nth++) if (words.at(at + nth) <= 0) return false
    return true
  }

  private slotOf(words: Numbers, at: number): number {
    let hash = 0
    for (let nth = 0; nth < this.size; nth++) hash = (Math.imul(hash, 0x01000193) ^ words.at(at + nth)) | 0
    const mask = this.slots.length - 1
    // Neighbouring word numbers differ in their last bits only; this spreads them over all.
    let slot = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8) & mask
    while (true) {
      const place = this.slots[slot] ?? 0
      if (place === 0 || this.isSame(words, at, place - 1)) return slot
      slot = (slot + 1) & mask
    }
  }

  private isSame(words: Numbers, at: number, place: number): boolean {
    for (let nth = 0; nth < this.size; nth++) if (words.at(at + nth) !== this.words.at(place + nth)) return false
    return true
  }

  private grow(): void {
    const full = this.slots
    this.slots = new Int32Array(full.length * 2)
    for (const place of full) if (place > 0) this.slots[this.slotOf(this.words, place - 1)] = place
  }
}
