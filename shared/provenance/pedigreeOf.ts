import { type ComparedWords, comparePhrases } from '../compare/compareWords.ts'
import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import { nearVerbatim } from './nearVerbatim.ts'
import type { PhraseIndex, PhraseMatch } from './PhraseIndex.ts'
import { blockAt, type PriorPlace, type PriorText } from './PriorText.ts'
import { plainWords, wordsOf } from './wordsOf.ts'

/** A phrase or paragraph as one text has it, and how that came of the text before. */
export type PedigreeStep = StepPlace & (FirstStep | UnchangedStep | AlteredStep)

interface StepPlace {
  /** Where it stands; null for the draft that was asked about, which comes last. */
  readonly place: PriorPlace | null
  /** As that text has it, from the first word to the last, without note marks. */
  readonly wording: string
}

interface FirstStep {
  readonly is: 'first'
}

interface UnchangedStep {
  readonly is: 'unchanged'
}

interface AlteredStep {
  readonly is: 'altered'
  /** From the wording before to this one. */
  readonly words: ComparedWords
  /** The last words before the first change; '' when the beginning is changed. */
  readonly after: string
}

/** A wording with less than this of the words is another phrase. */
const LEAST_SAME = 0.5
/** In a long paragraph more may be put in at one place than in a phrase, and it is still that paragraph: up to this part of its words … */
const LONGEST_EDIT_SHARE = 0.25
/** … and in the shortest phrase so many words. */
const LONGEST_EDIT = 5
/** So many paragraphs of one text with the most words in common are looked at. */
const MOST_CANDIDATES = 2
/** How many words before a change say where it is. */
const AFTER_WORDS = 2

/**
 * The line of texts a phrase or paragraph stood in, by year, and whether each took it over unchanged or altered (D25): signs and
 * capitals do not count. Texts without a known year come first, texts of one year in the order they were added. Only the last step,
 * the draft itself, when no prior text has it.
 */
export function pedigreeOf(index: PhraseIndex, text: string): readonly PedigreeStep[] {
  const draft = fromWordToWord(text.replaceAll(NOTE_CHARACTER, ''))
  const stood = [...byText(index, draft)].flatMap(([, places]) => wordingIn(draft, places) ?? [])
  const inOrder = stood.toSorted((a, b) => (a.place.text.year ?? 0) - (b.place.text.year ?? 0))
  const steps: PedigreeStep[] = []
  for (const { place, wording } of [...inOrder, { place: null, wording: draft }]) {
    const before = steps.at(-1)
    steps.push({ place, wording, ...(before === undefined ? { is: 'first' } : changeOf(before.wording, wording)) })
  }
  return steps
}

/** The paragraphs that have the most of its words, for each text. */
function byText(index: PhraseIndex, draft: string): ReadonlyMap<PriorText, readonly PriorPlace[]> {
  const words = wordsOf(draft).map(({ word }) => word)
  const counts = new Map<PriorPlace, number>()
  for (const place of index.find(words)) counts.set(place, words.length)
  const longest = (match: PhraseMatch) => Math.max(match.length, counts.get(match.place) ?? 0)
  for (const match of index.matches(words)) counts.set(match.place, longest(match))
  const places = new Map<PriorText, PriorPlace[]>()
  for (const [place] of [...counts].sort(([, one], [, other]) => other - one)) {
    const known = places.get(place.text) ?? []
    if (known.length < MOST_CANDIDATES) places.set(place.text, [...known, place])
  }
  return places
}

interface Standing {
  readonly place: PriorPlace
  readonly wording: string
}

/** The wording nearest to the draft's that one of the paragraphs has; null when none has half of its words. */
function wordingIn(draft: string, places: readonly PriorPlace[]): Standing | null {
  const sought = plainWords(draft)
  const count = sought.split(' ').length
  const nearness = {
    fewestWords: Math.max(2, Math.ceil(count * LEAST_SAME)),
    longestEdit: Math.max(LONGEST_EDIT, count * LONGEST_EDIT_SHARE),
    changeWeight: 1,
    verbatimToo: true,
  }
  let best: (Standing & { readonly words: number }) | null = null
  for (const place of places) {
    const prior = blockAt(place).text.replaceAll(NOTE_CHARACTER, '')
    const verbatim = verbatimIn(prior, sought)
    if (verbatim !== null) return { place, wording: verbatim }
    for (const { prior: range, words } of nearVerbatim(draft, prior, nearness))
      if (words > (best?.words ?? 0)) best = { place, wording: prior.slice(range.from, range.to), words }
  }
  return best
}

function verbatimIn(prior: string, sought: string): string | null {
  const words = wordsOf(prior)
  const all = ` ${words.map(({ word }) => word).join(' ')} `
  const at = all.indexOf(` ${sought} `)
  if (at === -1) return null
  const first = all.slice(0, at).split(' ').length - 1
  const last = first + sought.split(' ').length - 1
  return prior.slice(words[first]?.from, words[last]?.to)
}

function changeOf(before: string, wording: string): UnchangedStep | AlteredStep {
  if (plainWords(before) === plainWords(wording)) return { is: 'unchanged' }
  const words = comparePhrases(before, wording)
  const hasWords = (text: string) => wordsOf(text).length > 0
  const first = words.pieces.findIndex(({ is, old, new: now }) => is !== 'same' && (hasWords(old) || hasWords(now)))
  const opening = words.pieces
    .slice(0, first)
    .map(piece => piece.new)
    .join('')
  const last = wordsOf(opening).slice(-AFTER_WORDS)
  return { is: 'altered', words, after: opening.slice(last[0]?.from ?? 0, last.at(-1)?.to ?? 0) }
}

/** Without the signs in front of the first and behind the last word. */
function fromWordToWord(text: string): string {
  const words = wordsOf(text)
  return text.slice(words[0]?.from ?? 0, words.at(-1)?.to ?? 0)
}
