import type { TextRange } from './nearVerbatim.ts'
import type { FoundPlace, TextMark } from './textMarks.ts'
import { wordsOf } from './wordsOf.ts'

/** How much of some words is agreed language. */
export interface AgreedShare {
  /** Names and formulas left aside. */
  readonly words: number
  /** How many of these stand in prior texts, in phrases of six words and more read together with what is around them. */
  readonly agreed: number
  /** Where most of them stand first. */
  readonly places: readonly FoundPlace[]
}

/** The share of agreed language in some stretches of a text, by the marks of all of it. */
export function shareOf(text: string, stretches: readonly TextRange[], marks: readonly TextMark[]): AgreedShare {
  const words = wordsOf(text).filter(word => stretches.some(({ from, to }) => from <= word.from && word.to <= to))
  const within = (mark: TextRange) => words.filter(word => mark.from <= word.from && word.to <= mark.to).length
  const of = (is: TextMark['is']) => marks.filter(mark => mark.is === is)
  const sum = (chosen: readonly TextMark[]) => chosen.reduce((total, mark) => total + within(mark), 0)
  const telling = of('agreed').toSorted((a, b) => within(b) - within(a))
  return {
    words: words.length - sum(of('formula')),
    agreed: sum(telling),
    places: eachOnce(telling.flatMap(({ places }) => places)),
  }
}

export function eachOnce(places: readonly FoundPlace[]): readonly FoundPlace[] {
  return [...new Map(places.map(place => [`${place.text} ${place.block}`, place])).values()]
}
