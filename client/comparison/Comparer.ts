import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { compareAgain } from '../../shared/compare/compareAgain.ts'
import { type Comparison, compareTexts } from '../../shared/compare/compareTexts.ts'
import type { ComparedWords } from '../../shared/compare/compareWords.ts'
import { rememberedWords } from '../../shared/compare/rememberedWords.ts'
import type { ComparisonAnswer, ComparisonAsked } from './ComparisonMessages.ts'

/** The pairs of a long text in three readings; a pair takes a few kilobytes. */
const mostRemembered = 2_000

/** Comparing that takes longer is answered in two steps: a key pressed is to be seen within a tenth of a second, the way there and back included. */
const longMs = 40

/**
 * Compares one text again and again with another that changes. Only words that have changed are compared and answered anew: each
 * pair's words have a number, and what the answer before had is not sent again. Of long texts the changed words are answered
 * first, then what belongs together now.
 */
export class Comparer {
  private readonly clock: () => number
  private readonly compare = rememberedWords(mostRemembered)
  private old: readonly ComparedBlock[] = []
  private last: Comparison | null = null
  private lastMs = 0
  private numbers: ReadonlyMap<ComparedWords, number> = new Map()
  private counted = 0

  /** `clock` counts milliseconds. */
  constructor(clock: () => number) {
    this.clock = clock
  }

  /** Never throws: what fails is said in a sentence. */
  *answers({ old, new: now }: ComparisonAsked): Iterable<ComparisonAnswer> {
    if (old !== null) {
      this.old = old
      this.last = null
    }
    try {
      const again = this.last === null || this.lastMs < longMs ? null : compareAgain(this.last, now, this.compare)
      if (again !== null) yield this.answerOf(again, true)
      const began = this.clock()
      this.last = compareTexts(this.old, now, this.compare)
      this.lastMs = this.clock() - began
      yield this.answerOf(this.last, false)
    } catch (error) {
      this.numbers = new Map()
      this.last = null
      const why = error instanceof Error ? error.message : String(error)
      yield { is: 'failed', sentence: `These two texts could not be compared (${why}).` }
    }
  }

  private answerOf({ pairs, added, dropped }: Comparison, isFirst: boolean): ComparisonAnswer {
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
    return { is: 'compared', isFirst, pairs: numbered, fresh, added, dropped }
  }
}
