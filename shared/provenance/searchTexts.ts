import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import type { TextRange } from './nearVerbatim.ts'
import type { PhraseIndex } from './PhraseIndex.ts'
import { blockAt, type PriorPlace, type Standing, standingOf } from './PriorText.ts'
import { placeCitation, placeName } from './placeName.ts'
import { wordsOf } from './wordsOf.ts'

/** A paragraph of a prior text where sought words stand. */
export interface SearchHit {
  /** "2019, stocktaking, 4". */
  readonly name: string
  /** Title, symbol and paragraph, to be noted as a source. */
  readonly citation: string
  readonly standing: Standing
  /** The whole paragraph, without note marks. */
  readonly text: string
  /** Where in it the words stand. */
  readonly ranges: readonly TextRange[]
}

export interface SearchResult {
  /** Whether all the words stand there in a row; otherwise only some, those with the longest stretch first. */
  readonly isExact: boolean
  readonly hits: readonly SearchHit[]
  /** How many paragraphs there are beyond those given. */
  readonly more: number
}

/** Nobody reads more of them; narrowing the words finds the rest. */
const MOST_HITS = 40

/**
 * The paragraphs of prior texts in which the words stand in a row, in the order of the texts; where there is none, those that have the
 * longest stretch of at least four of them. Signs and capitals do not count. Nothing for a text without words.
 */
export function searchTexts(index: PhraseIndex, query: string): SearchResult {
  const words = wordsOf(query).map(({ word }) => word)
  const exact = index.find(words)
  const places = exact.length > 0 ? exact.map(place => ({ place, words })) : stretches(index, words)
  return {
    isExact: exact.length > 0,
    hits: places.slice(0, MOST_HITS).map(({ place, words: sought }) => hitOf(place, sought)),
    more: Math.max(0, places.length - MOST_HITS),
  }
}

interface Stretch {
  readonly place: PriorPlace
  readonly words: readonly string[]
}

function stretches(index: PhraseIndex, words: readonly string[]): readonly Stretch[] {
  const longest = new Map<PriorPlace, Stretch>()
  for (const { place, from, length } of index.matches(words))
    if (length > (longest.get(place)?.words.length ?? 0))
      longest.set(place, { place, words: words.slice(from, from + length) })
  return [...longest.values()].toSorted((a, b) => b.words.length - a.words.length)
}

function hitOf(place: PriorPlace, sought: readonly string[]): SearchHit {
  const text = blockAt(place).text.replaceAll(NOTE_CHARACTER, '')
  const ranges = rangesOf(text, sought)
  return { name: placeName(place), citation: placeCitation(place), standing: standingOf(place.text), text, ranges }
}

function rangesOf(text: string, sought: readonly string[]): readonly TextRange[] {
  const words = wordsOf(text)
  return words.flatMap((first, at): readonly TextRange[] => {
    const last = words[at + sought.length - 1]
    const isThere = last !== undefined && sought.every((word, nth) => words[at + nth]?.word === word)
    return isThere ? [{ from: first.from, to: last.to }] : []
  })
}
