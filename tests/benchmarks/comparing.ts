import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { comparedBlocks } from '../../shared/compare/comparedBlocks.ts'
import { compareTexts } from '../../shared/compare/compareTexts.ts'
import { tokenise } from '../../shared/compare/tokenise.ts'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { readText } from '../../shared/exchange/readText.ts'
import { agreedPhrases } from '../../shared/provenance/agreedPhrases.ts'
import { PhraseIndex } from '../../shared/provenance/PhraseIndex.ts'
import { declaration2019 } from '../../shared/specimen/declaration2019.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import { variantOf } from '../shared/compare/variantOf.ts'
import { variantScore } from '../shared/compare/variantScore.ts'
import type { Figure } from './Figure.ts'
import { percentile } from './percentile.ts'
import { others, ours, type ShownPiece, type TextPair, type WordDiffer } from './wordDiffers.ts'

const repeats = 5
/** Enough for some hundred paragraphs said anew. */
const revisions = 30
/** How many paragraphs the pure move takes to the end of the text. */
const movedParagraphs = 5
/** As many texts as a shelf of decades holds. */
const shelfTexts = 200

/** Two texts compared, against what people use instead, on the same texts in the same run; and prior texts searched. */
export function comparingBenchmark(document: ReadDocument): readonly Figure[] {
  const blocks = comparedBlocks(document)
  const specimen = readText(declaration2019)
  if ('refused' in specimen) throw new Error(specimen.refused)
  const foreign = comparedBlocks(specimen)
  const pairs: readonly (readonly [string, TextPair])[] = [
    [`${movedParagraphs} paragraphs moved`, moved(blocks)],
    ['A mixed revision', variantOf(blocks, foreign, new SeededRandom(1))],
  ]
  return [
    ...pairs.flatMap(([name, pair]) => againstOthers(name, pair)),
    ...aligning(blocks, foreign),
    ...speed(blocks, foreign),
    ...provenance(blocks, foreign),
  ]
}

function moved(blocks: readonly ComparedBlock[]): TextPair {
  const numbered = blocks.flatMap(({ label }, place) => (/^\d+$/.test(label) ? [place] : []))
  const taken = new Set(numbered.slice(3, 3 + movedParagraphs))
  const isTaken = (_: ComparedBlock, place: number) => taken.has(place)
  return { old: blocks, new: [...blocks.filter((block, place) => !isTaken(block, place)), ...blocks.filter(isTaken)] }
}

const measures: readonly (readonly [string, keyof Measured, Figure['unit']])[] = [
  ['words shown as changed', 'words', 'words'],
  ['edits', 'edits', 'edits'],
  ['islands of one or two words between edits', 'islands', 'islands'],
  ['time', 'milliseconds', 'ms'],
]

function againstOthers(name: string, pair: TextPair): readonly Figure[] {
  const own = measured(ours, pair)
  if (own === null) throw new Error('our own comparison is missing')
  const theirs = Object.entries(others).flatMap(([what, differ]) => {
    const other = measured(differ, pair)
    return other === null ? [] : [{ what, other }]
  })
  return measures.flatMap(([label, key, unit]) =>
    theirs.map(({ what, other }, nth) => ({
      what: nth === 0 ? `${name}: ${label}` : '',
      value: own[key],
      unit,
      against: { what, value: other[key] },
    })),
  )
}

interface Measured {
  /** Words of either text that are shown as changed, or partly so. */
  readonly words: number
  readonly edits: number
  readonly islands: number
  readonly milliseconds: number
}

function measured(differ: WordDiffer, pair: TextPair): Measured | null {
  const shown = differ(pair)
  if (shown === null) return null
  const sum = (count: (pieces: readonly ShownPiece[]) => number) =>
    shown.reduce((total, pieces) => total + count(pieces), 0)
  return {
    words: sum(pieces => changedWords(pieces, 'deleted') + changedWords(pieces, 'inserted')),
    edits: sum(pieces => pieces.filter(({ is }) => is !== 'same').length),
    islands: sum(islandsIn),
    milliseconds: medianMs(() => differ(pair)),
  }
}

/** The words of one of the texts that any changed letter is of: some programs change parts of words. */
function changedWords(pieces: readonly ShownPiece[], is: 'deleted' | 'inserted'): number {
  const own = pieces.filter(piece => piece.is === 'same' || piece.is === is)
  const text = own.map(piece => piece.text).join('')
  const isChanged = own.flatMap(piece => Array.from({ length: piece.text.length }, () => piece.is === is))
  let at = 0
  return tokenise({ text: text.trimStart(), marks: [] }).filter(token => {
    const from = at + (text.length - text.trimStart().length)
    at += token.text.length
    const letters = isChanged.slice(from, from + token.text.trimEnd().length)
    return token.is === 'word' && letters.includes(true)
  }).length
}

function islandsIn(pieces: readonly ShownPiece[]): number {
  return pieces.filter(({ is, text }, index) => {
    const words = tokenise({ text, marks: [] }).filter(token => token.is === 'word').length
    return is === 'same' && index > 0 && index < pieces.length - 1 && (words === 1 || words === 2)
  }).length
}

/** How many of the links of an old and a new paragraph are found again, of revisions made by known steps. */
function aligning(blocks: readonly ComparedBlock[], foreign: readonly ComparedBlock[]): readonly Figure[] {
  const seeds = Array.from({ length: revisions }, (_, nth) => 2001 + nth)
  const { precision, recall, recallOf } = variantScore([{ old: blocks, foreign }], seeds)
  const rows: readonly (readonly [string, number])[] = [
    [`${revisions} mixed revisions: pairs that are right, of those claimed`, precision],
    ['Pairs that are found', recall],
    ['Of paragraphs said anew', recallOf.reworded],
    ['Of paragraphs said anew and moved', recallOf['reworded and moved']],
  ]
  return rows.map(([what, share]) => ({ what, value: share * 100, unit: '%', against: null }))
}

/** Hundreds of paragraphs: the text some times over, each copy revised otherwise. */
function speed(blocks: readonly ComparedBlock[], foreign: readonly ComparedBlock[]): readonly Figure[] {
  const copies = [1, 2, 3, 4].map(seed => variantOf(blocks, foreign, new SeededRandom(seed)).new)
  const old = copies.flat().slice(0, 265)
  const now = variantOf(old, foreign, new SeededRandom(5)).new.slice(0, 236)
  const small = { old: blocks, new: variantOf(blocks, foreign, new SeededRandom(6)).new }
  return [
    {
      what: `Comparing ${old.length} paragraphs with ${now.length}`,
      value: medianMs(() => compareTexts(old, now)),
      unit: 'ms',
      against: {
        what: `comparing ${small.old.length} with ${small.new.length}`,
        value: medianMs(() => compareTexts(small.old, small.new)),
      },
    },
  ]
}

function provenance(blocks: readonly ComparedBlock[], foreign: readonly ComparedBlock[]): readonly Figure[] {
  const shelf = Array.from({ length: shelfTexts }, (_, nth) => ({
    id: String(nth),
    name: String(nth),
    symbol: null,
    year: nth,
    isAgreed: true,
    isRendering: false,
    blocks: variantOf(nth % 2 === 0 ? blocks : foreign, foreign, new SeededRandom(nth)).new,
  }))
  const few = shelf.slice(0, 2)
  const index = new PhraseIndex(shelf)
  const small = new PhraseIndex(few)
  const paragraph = blocks.filter(({ is }) => is === 'paragraph').slice(8, 9)
  return [
    {
      what: `Taking ${shelfTexts} texts (${index.wordCount} words) on the shelf`,
      value: medianMs(() => new PhraseIndex(shelf)),
      unit: 'ms',
      against: { what: 'taking two', value: medianMs(() => new PhraseIndex(few)) },
    },
    {
      what: `Agreed language of one paragraph, of ${shelfTexts} texts`,
      value: medianMs(() => agreedPhrases(index, paragraph)),
      unit: 'ms',
      against: { what: 'of two', value: medianMs(() => agreedPhrases(small, paragraph)) },
    },
    {
      what: `Agreed language of the whole text, of ${shelfTexts} texts`,
      value: medianMs(() => agreedPhrases(index, blocks)),
      unit: 'ms',
      against: { what: 'of two', value: medianMs(() => agreedPhrases(small, blocks)) },
    },
  ]
}

function medianMs(run: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const startedMs = performance.now()
    run()
    return performance.now() - startedMs
  })
  return percentile(times, 0.5)
}
