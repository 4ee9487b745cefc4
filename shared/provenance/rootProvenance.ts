import type { Host } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import { type AgreedPhrase, agreedPhrases } from './agreedPhrases.ts'
import { alteredPassages } from './alteredPassages.ts'
import type { TextRange } from './nearVerbatim.ts'
import type { PhraseIndex } from './PhraseIndex.ts'
import type { PriorPlace } from './PriorText.ts'
import { placeName } from './placeName.ts'
import { type SearchedPassage, type SearchedPiece, type SearchedText, searchedTexts } from './searchedTexts.ts'
import { wordsOf } from './wordsOf.ts'

/** A paragraph of a prior text by name. */
export interface FoundPlace {
  readonly text: string
  readonly block: number
  /** "2019, stocktaking, 4". */
  readonly name: string
}

/** Words of one text of the sheet that stand in prior ones, or almost. */
export interface ProvenanceMark {
  readonly is: 'agreed' | 'altered' | 'formula'
  /** Offsets in the text as shown; several where the words of others stand between. */
  readonly ranges: readonly TextRange[]
  readonly places: readonly FoundPlace[]
}

/** How much of a proposal is agreed language, and from where. */
export interface RecordProvenance {
  /** Of its own words, names and formulas left aside. */
  readonly words: number
  /** How many of these stand in prior texts, in phrases of six words and more read together with what is around them. */
  readonly agreed: number
  /** Where most of them stand first. */
  readonly places: readonly FoundPlace[]
  /** Agreed language that it makes into something else. */
  readonly alters: readonly FoundPlace[]
  /** Agreed language that it strikes. */
  readonly strikes: readonly FoundPlace[]
}

export interface RootProvenance {
  readonly marks: readonly ProvenanceMark[]
  readonly records: ReadonlyMap<ProposalId, RecordProvenance>
}

/** What of one text of the sheet is agreed language: its own words, and each proposal read in its place. `draft` as for `agreedPhrases`. */
export function rootProvenance(
  index: PhraseIndex,
  host: Host,
  passages: readonly SearchedPassage[],
  draft: readonly string[],
): RootProvenance {
  const [own, ...taken] = searchedTexts(host, passages).map(searched => found(index, searched, draft))
  const struck = struckBy(passages)
  const records = new Map<ProposalId, RecordProvenance>()
  for (const each of taken) {
    const { record } = each.searched
    if (record === null) continue
    const ranges = struck.get(record) ?? []
    const strikes = (own?.marks ?? []).filter(mark => mark.is === 'agreed' && mark.ranges.some(overlapsAny(ranges)))
    const alters = each.marks.filter(mark => mark.is === 'altered')
    records.set(record, { ...each.share, alters: placesOf(alters), strikes: placesOf(strikes) })
  }
  return { marks: [...(own?.marks ?? []), ...taken.flatMap(({ marks }) => marks)], records }
}

interface Found {
  readonly searched: SearchedText
  readonly marks: readonly ProvenanceMark[]
  readonly share: Pick<RecordProvenance, 'words' | 'agreed' | 'places'>
}

function found(index: PhraseIndex, searched: SearchedText, draft: readonly string[]): Found {
  const own = searched.pieces.filter(({ isOwn }) => isOwn)
  if (own.length === 0) return { searched, marks: [], share: { words: 0, agreed: 0, places: [] } }
  const block = { is: 'paragraph', text: searched.text } as const
  const phrases = agreedPhrases(index, [block], draft).filter(overlapsAny(own))
  const altered = alteredPassages(index, [block]).filter(overlapsAny(own))
  // What is drawn last is what is said where two lie over each other: the words that are the same.
  const marks = [
    ...altered.map(
      (passage): ProvenanceMark => ({
        is: 'altered',
        ranges: shownRanges(passage, own),
        places: [foundPlace(passage.source)],
      }),
    ),
    ...phrases.map(
      (phrase): ProvenanceMark => ({
        is: phrase.isFormula ? 'formula' : 'agreed',
        ranges: shownRanges(phrase, own),
        places: phrase.sources.map(foundPlace),
      }),
    ),
  ]
  return { searched, marks, share: shareOf(searched.text, own, phrases) }
}

function shareOf(text: string, own: readonly SearchedPiece[], phrases: readonly AgreedPhrase[]): Found['share'] {
  const words = wordsOf(text).filter(word => own.some(piece => piece.from <= word.from && word.to <= piece.to))
  const within = (phrase: TextRange) => words.filter(word => phrase.from <= word.from && word.to <= phrase.to).length
  const sum = (isFormula: boolean) =>
    phrases.filter(phrase => phrase.isFormula === isFormula).reduce((total, phrase) => total + within(phrase), 0)
  const telling = phrases.filter(phrase => !phrase.isFormula).toSorted((a, b) => within(b) - within(a))
  const places = unique(telling.flatMap(({ sources }) => sources.map(foundPlace)))
  return { words: words.length - sum(true), agreed: sum(false), places }
}

/** The part of a range that lies in these pieces, in offsets of the text as shown. */
function shownRanges({ from, to }: TextRange, pieces: readonly SearchedPiece[]): readonly TextRange[] {
  return pieces.flatMap((piece): readonly TextRange[] => {
    const start = Math.max(from, piece.from)
    const end = Math.min(to, piece.to)
    return start < end ? [{ from: piece.shown + start - piece.from, to: piece.shown + end - piece.from }] : []
  })
}

function struckBy(passages: readonly SearchedPassage[]): ReadonlyMap<ProposalId, readonly TextRange[]> {
  const ranges = new Map<ProposalId, readonly TextRange[]>()
  let from = 0
  for (const { text, struck } of passages) {
    const to = from + text.length
    for (const id of struck) ranges.set(id, [...(ranges.get(id) ?? []), { from, to }])
    from = to
  }
  return ranges
}

function overlapsAny(ranges: readonly TextRange[]): (range: TextRange) => boolean {
  return ({ from, to }) => ranges.some(other => from < other.to && other.from < to)
}

function placesOf(marks: readonly ProvenanceMark[]): readonly FoundPlace[] {
  return unique(marks.flatMap(({ places }) => places))
}

function unique(places: readonly FoundPlace[]): readonly FoundPlace[] {
  return [...new Map(places.map(place => [`${place.text} ${place.block}`, place])).values()]
}

function foundPlace(place: PriorPlace): FoundPlace {
  return { text: place.text.id, block: place.block, name: placeName(place) }
}
