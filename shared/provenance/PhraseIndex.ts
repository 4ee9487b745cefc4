import { GramTable, type Numbers } from './GramTable.ts'
import { GrowingNumbers } from './GrowingNumbers.ts'
import type { PriorPlace, PriorText } from './PriorText.ts'
import { wordsOf } from './wordsOf.ts'

/** Words of a text that stand, in this order, in a prior text, with neither neighbour in common. */
export interface PhraseMatch {
  /** Index of the first word in what was searched. */
  readonly from: number
  /** How many words. */
  readonly length: number
  readonly place: PriorPlace
  /** The number of that paragraph among those of all texts, in the order they were added. */
  readonly paragraph: number
  /** Index of the first word among the words of that paragraph. */
  readonly at: number
}

/** No shorter stretch is found: shorter ones are mere turns of speech, and many. */
export const SHORTEST_MATCH = 4

/** Begins a word of the text that stands in no prior one. */
const UNKNOWN = -1

/** Prior texts, to be searched for the words of a draft. Adding one takes time by its length, searching by how often the words stand there. */
export class PhraseIndex {
  private readonly numbers = new Map<string, number>()
  /** The words of all texts, by number; 0 behind each paragraph. */
  private readonly words = new GrowingNumbers()
  /** For each word which paragraph it is of. */
  private readonly paragraphs = new GrowingNumbers()
  private readonly places: (PriorPlace & { readonly start: number })[] = []
  private readonly grams = new GramTable(this.words, SHORTEST_MATCH)

  constructor(texts: Iterable<PriorText> = []) {
    for (const text of texts) this.add(text)
  }

  add(text: PriorText): void {
    for (const [block, { text: words }] of text.blocks.entries()) {
      const paragraph = this.places.length
      this.places.push({ text, block, start: this.words.length })
      for (const { word } of wordsOf(words)) this.put(this.numberOf(word), paragraph)
      this.put(0, paragraph)
    }
    this.grams.catchUp()
  }

  /** How many words all texts have together. */
  get wordCount(): number {
    return this.words.length - this.places.length
  }

  /** All longest stretches of at least `SHORTEST_MATCH` of the words that stand in prior texts, wherever each stands. */
  matches(words: readonly string[]): readonly PhraseMatch[] {
    const query = this.queryOf(words)
    const found: PhraseMatch[] = []
    for (let from = 0; from + SHORTEST_MATCH <= words.length; from++)
      for (const place of this.grams.places(query, from)) {
        // Where the word before is the same too, the stretch was found from there.
        if (query.at(from - 1) > 0 && this.words.at(place - 1) === query.at(from - 1)) continue
        let length = SHORTEST_MATCH
        while (query.at(from + length) > 0 && this.words.at(place + length) === query.at(from + length)) length++
        found.push({ from, length, ...this.paragraphOf(place) })
      }
    return found
  }

  /** Where all of the words stand in a row: the paragraphs, in the order of the texts, each once. However few the words are. */
  find(words: readonly string[]): readonly PriorPlace[] {
    const query = this.queryOf(words)
    const found = new Set<PriorPlace>()
    for (let place = 0; words.length > 0 && place + words.length <= this.words.length; place++) {
      let length = 0
      while (length < words.length && this.words.at(place + length) === query.at(length)) length++
      if (length === words.length) found.add(this.paragraphOf(place).place)
    }
    return [...found]
  }

  private put(number: number, paragraph: number): void {
    this.words.push(number)
    this.paragraphs.push(paragraph)
  }

  private numberOf(word: string): number {
    const number = this.numbers.get(word) ?? this.numbers.size + 1
    this.numbers.set(word, number)
    return number
  }

  private queryOf(words: readonly string[]): Numbers {
    const numbers = Int32Array.from(words, word => this.numbers.get(word) ?? UNKNOWN)
    return { at: index => numbers[index] ?? -1 }
  }

  private paragraphOf(place: number): Pick<PhraseMatch, 'place' | 'paragraph' | 'at'> {
    const paragraph = this.paragraphs.at(place)
    const found = this.places[paragraph]
    if (found === undefined) throw new Error(`no paragraph holds word ${place}`)
    return { place: found, paragraph, at: place - found.start }
  }
}
