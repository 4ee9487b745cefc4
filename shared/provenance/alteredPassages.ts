import type { ComparedBlock } from '../compare/ComparedBlock.ts'
import { type ComparedWords, comparePhrases } from '../compare/compareWords.ts'
import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import { nearVerbatim, type TextRange } from './nearVerbatim.ts'
import type { PhraseIndex, PhraseMatch } from './PhraseIndex.ts'
import { blockAt, type PriorPlace } from './PriorText.ts'
import { wordsOf } from './wordsOf.ts'

/** Agreed language altered: words of a draft that stand in a prior text almost, but not quite, like this. */
export interface AlteredPassage extends TextRange {
  /** The place of the paragraph among those searched; `from` and `to` are offsets in its text. */
  readonly block: number
  /** How many words are the same. */
  readonly same: number
  readonly source: PriorPlace
  /** From the prior wording to the draft's. */
  readonly words: ComparedWords
}

/** With fewer words the same, or more changed at one place, it is another passage on the same matter; the same word for word, it is a phrase. */
const ALTERED = { fewestWords: 8, longestEdit: 5, changeWeight: 2, verbatimToo: false }
/** So many paragraphs with the most words in common are looked at for one of the draft: the shelf holds thousands. */
const MOST_CANDIDATES = 6

/**
 * The passages of a draft that stand almost verbatim in a prior text, in the order of the draft, none overlapping another; of several
 * sources the one with the most words the same. Where the draft follows another source word for word, that is no alteration.
 */
export function alteredPassages(
  index: PhraseIndex,
  blocks: readonly Pick<ComparedBlock, 'text'>[],
): readonly AlteredPassage[] {
  return blocks.flatMap(({ text }, block) => passagesOf(index, text).map(passage => ({ block, ...passage })))
}

function passagesOf(index: PhraseIndex, text: string): readonly Omit<AlteredPassage, 'block'>[] {
  const words = wordsOf(text)
  const matches = index.matches(words.map(({ word }) => word))
  const verbatim = matches.flatMap(({ from, length }): readonly TextRange[] => {
    const first = words[from]
    const last = words[from + length - 1]
    return first === undefined || last === undefined ? [] : [{ from: first.from, to: last.to }]
  })
  const found = nearestPlaces(matches).flatMap(source => {
    const prior = blockAt(source).text
    return nearVerbatim(text, prior, ALTERED).map(passage => ({
      ...passage,
      source,
      prior,
      wording: passage.prior,
    }))
  })
  const chosen: TextRange[] = []
  return found
    .toSorted((a, b) => b.words - a.words)
    .filter(({ draft }) => {
      const isClear = !chosen.some(other => overlaps(other, draft)) && !verbatim.some(range => holds(range, draft))
      if (isClear) chosen.push(draft)
      return isClear
    })
    .toSorted((a, b) => a.draft.from - b.draft.from)
    .map(({ draft, wording, prior, source, words: same }) => ({
      ...draft,
      same,
      source,
      words: comparePhrases(plain(prior.slice(wording.from, wording.to)), plain(text.slice(draft.from, draft.to))),
    }))
}

/** Where the most words of the draft stand. */
function nearestPlaces(matches: readonly PhraseMatch[]): readonly PriorPlace[] {
  const words = new Map<PriorPlace, number>()
  for (const { place, length } of matches) words.set(place, (words.get(place) ?? 0) + length)
  return [...words]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_CANDIDATES)
    .map(([place]) => place)
}

function overlaps(one: TextRange, other: TextRange): boolean {
  return one.from < other.to && other.from < one.to
}

function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** Note marks are left out: a passage is not altered by a note of its own. */
function plain(text: string): string {
  return text.replaceAll(NOTE_CHARACTER, '')
}
