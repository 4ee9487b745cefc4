import type { ComparedBlock } from '../compare/ComparedBlock.ts'
import type { AgreedPhrase } from './agreedPhrases.ts'
import { blockAt } from './PriorText.ts'

/** Agreed phrases by labels: what the command line prints as JSON. */
export interface ProvenanceSummary {
  readonly phrases: readonly {
    /** Of the draft's paragraph. */
    readonly label: string
    /** How many words. */
    readonly words: number
    /** As the draft has it. */
    readonly text: string
    /** What the prior text is called, and its paragraph. */
    readonly sources: readonly { readonly text: string; readonly label: string }[]
    /** A name, or a formula of the field. */
    readonly formula: boolean
  }[]
}

export function provenanceSummary(
  draft: readonly ComparedBlock[],
  phrases: readonly AgreedPhrase[],
): ProvenanceSummary {
  return {
    phrases: phrases.map(({ block, words, text, sources, isFormula }) => ({
      label: draft[block]?.label ?? '',
      words,
      text,
      sources: sources.map(place => ({ text: place.text.name, label: blockAt(place).label })),
      formula: isFormula,
    })),
  }
}
