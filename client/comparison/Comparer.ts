import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { compareTexts } from '../../shared/compare/compareTexts.ts'
import type { ComparedWords } from '../../shared/compare/compareWords.ts'
import { rememberedWords } from '../../shared/compare/rememberedWords.ts'
import type { ComparisonAnswer, ComparisonAsked } from './ComparisonMessages.ts'

/** The pairs of a long text in three readings; a pair takes a few kilobytes. */
const mostRemembered = 2_000

/**
 * Compares one text again and again with another that changes. Only words that have changed are compared and answered anew: each
 * pair's words have a number, and what the answer before had is not sent again.
 */
export class Comparer {
  private old: readonly ComparedBlock[] = []
  private readonly compare = rememberedWords(mostRemembered)
  private numbers: ReadonlyMap<ComparedWords, number> = new Map()
  private counted = 0

  /** Never throws: what fails is said in a sentence. */
  answer({ old, new: now }: ComparisonAsked): ComparisonAnswer {
    this.old = old ?? this.old
    try {
      const { pairs, added, dropped } = compareTexts(this.old, now, this.compare)
      const numbers = new Map<ComparedWords, number>()
      const fresh = new Map<number, ComparedWords>()
      const numbered = pairs.map(pair => {
        const known = numbers.get(pair.words) ?? this.numbers.get(pair.words)
        const number = known ?? this.counted++
        if (known === undefined) fresh.set(number, pair.words)
        numbers.set(pair.words, number)
        return { ...pair, words: number }
      })
      this.numbers = numbers
      return { is: 'compared', pairs: numbered, fresh, added, dropped }
    } catch (error) {
      this.numbers = new Map()
      const why = error instanceof Error ? error.message : String(error)
      return { is: 'failed', sentence: `These two texts could not be compared (${why}).` }
    }
  }
}
