import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import type { ComparedPair } from '../../shared/compare/compareTexts.ts'
import type { ComparedWords } from '../../shared/compare/compareWords.ts'

/** What the page asks of the worker that compares. */
export interface ComparisonAsked {
  /** Null: the old text asked about last. */
  readonly old: readonly ComparedBlock[] | null
  readonly new: readonly ComparedBlock[]
}

/** Answers come in the order of the questions. */
export type ComparisonAnswer =
  | {
      readonly is: 'compared'
      /** Whether there is another answer to the same question: this one has the new words, that one what belongs together now. */
      readonly isFirst: boolean
      /** Pairs with a number for their words: equal numbers, equal words, from answer to answer. */
      readonly pairs: readonly (Omit<ComparedPair, 'words'> & { readonly words: number })[]
      /** The words that the answer before did not have. */
      readonly fresh: ReadonlyMap<number, ComparedWords>
      readonly added: readonly number[]
      readonly dropped: readonly number[]
    }
  | { readonly is: 'failed'; readonly sentence: string }
