import type { ComparedBlock } from '../compare/ComparedBlock.ts'
import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import { isFormula } from './isFormula.ts'
import type { PhraseIndex, PhraseMatch } from './PhraseIndex.ts'
import { blockAt, type PriorPlace } from './PriorText.ts'
import { plainWords, wordsOf } from './wordsOf.ts'

/** Words of a draft that stand, in this order, in prior texts. */
export interface AgreedPhrase {
  /** The place of the paragraph among those searched. */
  readonly block: number
  /** UTF-16 offsets in the paragraph's text. */
  readonly from: number
  readonly to: number
  /** How many words. */
  readonly words: number
  /** As the draft has it. */
  readonly text: string
  /** Every paragraph where the whole phrase stands, each once, in the order of the texts. */
  readonly sources: readonly PriorPlace[]
  /** A name, or a formula that stands everywhere: it shows nothing of where the paragraph comes from. */
  readonly isFormula: boolean
}

/** Fewer words in common are a turn of speech. */
const FEWEST_WORDS = 6

/**
 * The phrases of six words and more that stand in prior texts, in the order of the draft and never overlapping: the longest are taken
 * first. Signs, capitals and note marks do not count. `draft` is the words of all paragraphs of the draft, when these are only some:
 * what it says again and again is a formula.
 */
export function agreedPhrases(
  index: PhraseIndex,
  blocks: readonly Pick<ComparedBlock, 'is' | 'text'>[],
  draft: readonly string[] = blocks.filter(isParagraph).map(({ text }) => plainWords(text)),
): readonly AgreedPhrase[] {
  return blocks.flatMap(({ text }, block) => phrasesOf(index, text, draft).map(phrase => ({ block, ...phrase })))
}

function phrasesOf(index: PhraseIndex, text: string, draft: readonly string[]): readonly Omit<AgreedPhrase, 'block'>[] {
  const words = wordsOf(text)
  const matches = index
    .matches(words.map(({ word }) => word))
    .filter(({ length }) => length >= FEWEST_WORDS)
    .toSorted((a, b) => b.length - a.length || a.from - b.from)
  const isTaken = new Uint8Array(words.length)
  const chosen: Stretch[] = []
  for (const match of matches) {
    const stretch = freePart(match, isTaken)
    if (stretch === null) continue
    isTaken.fill(1, stretch.from, stretch.to)
    chosen.push(stretch)
  }
  return chosen
    .toSorted((a, b) => a.from - b.from)
    .flatMap(stretch => {
      const first = words[stretch.from]
      const last = words[stretch.to - 1]
      if (first === undefined || last === undefined) return []
      const sources = sourcesOf(stretch, matches)
      const printed = text.slice(first.from, last.to).replaceAll(NOTE_CHARACTER, '')
      const uses = Math.max(
        usesInOneText(sources),
        draft.filter(other => ` ${other} `.includes(` ${plainWords(printed)} `)).length,
      )
      return [
        {
          from: first.from,
          to: last.to,
          words: stretch.to - stretch.from,
          text: printed,
          sources,
          isFormula: isFormula(printed, beginsSentence(text, first.from), uses),
        },
      ]
    })
}

/** Words from `from` up to, not with, `to`. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** What of a match no longer one has taken, when it is still long enough and in one piece. */
function freePart({ from: start, length }: PhraseMatch, isTaken: Uint8Array): Stretch | null {
  let from = start
  let to = start + length
  while (from < to && isTaken[from] === 1) from++
  while (to > from && isTaken[to - 1] === 1) to--
  return to - from < FEWEST_WORDS || isTaken.subarray(from, to).includes(1) ? null : { from, to }
}

function sourcesOf({ from, to }: Stretch, matches: readonly PhraseMatch[]): readonly PriorPlace[] {
  const holding = matches.filter(match => match.from <= from && match.from + match.length >= to)
  return [...new Set(holding.toSorted((a, b) => a.paragraph - b.paragraph).map(({ place }) => place))]
}

function isParagraph({ is }: Pick<ComparedBlock, 'is'>): boolean {
  return is === 'paragraph'
}

/** In how many paragraphs of one prior text the phrase stands, at the most. Headings repeat what stands under them. */
function usesInOneText(sources: readonly PriorPlace[]): number {
  const uses = new Map<PriorPlace['text'], number>()
  for (const source of sources)
    if (isParagraph(blockAt(source))) uses.set(source.text, (uses.get(source.text) ?? 0) + 1)
  return Math.max(0, ...uses.values())
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.:;!?…]["”’)]?\s)$/.test(text.slice(Math.max(0, at - 3), at))
}
