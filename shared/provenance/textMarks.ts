import { agreedPhrases } from './agreedPhrases.ts'
import { alteredPassages } from './alteredPassages.ts'
import type { TextRange } from './nearVerbatim.ts'
import type { PhraseIndex } from './PhraseIndex.ts'
import type { PriorPlace } from './PriorText.ts'
import { placeName } from './placeName.ts'

/** A paragraph of a prior text by name. */
export interface FoundPlace {
  readonly text: string
  readonly block: number
  /** "2019, stocktaking, 4". */
  readonly name: string
}

/** Words of a text that stand in prior ones, or almost. */
export interface TextMark extends TextRange {
  readonly is: 'agreed' | 'altered' | 'formula'
  readonly places: readonly FoundPlace[]
}

/**
 * What of a paragraph is agreed language, what alters it, and what is a name or formula. Passages that alter come first: where two lie
 * over each other, the words that are the same are what is said last. `draft` as for `agreedPhrases`.
 */
export function textMarks(index: PhraseIndex, text: string, draft: readonly string[]): readonly TextMark[] {
  const block = { is: 'paragraph', text } as const
  const altered = alteredPassages(index, [block]).map(
    ({ from, to, source }): TextMark => ({ is: 'altered', from, to, places: [foundPlace(source)] }),
  )
  const phrases = agreedPhrases(index, [block], draft).map(
    ({ from, to, isFormula, sources }): TextMark => ({
      is: isFormula ? 'formula' : 'agreed',
      from,
      to,
      places: sources.map(foundPlace),
    }),
  )
  return [...altered, ...phrases]
}

function foundPlace(place: PriorPlace): FoundPlace {
  return { text: place.text.id, block: place.block, name: placeName(place) }
}
