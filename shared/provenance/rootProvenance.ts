import { type Host, hostParts } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { TextRange } from './nearVerbatim.ts'
import type { PhraseIndex } from './PhraseIndex.ts'
import { type SearchedPassage, type SearchedPiece, type SearchedText, searchedTexts } from './searchedTexts.ts'
import { type AgreedShare, eachOnce, shareOf } from './shareOf.ts'
import { type FoundPlace, type TextMark, textMarks } from './textMarks.ts'

/** Words of one text of the sheet that stand in prior ones, or almost. */
export interface ProvenanceMark {
  readonly is: TextMark['is']
  /** Offsets in the text as shown; several where the words of others stand between. */
  readonly ranges: readonly TextRange[]
  readonly places: readonly FoundPlace[]
}

/** How much of a proposal is agreed language, and from where. */
export interface RecordProvenance extends AgreedShare {
  /** Agreed language that it makes into something else. */
  readonly alters: readonly FoundPlace[]
  /** Agreed language that it strikes. */
  readonly strikes: readonly FoundPlace[]
}

export interface RootProvenance {
  readonly marks: readonly ProvenanceMark[]
  readonly records: ReadonlyMap<ProposalId, RecordProvenance>
}

/** What of one text of the sheet is agreed language: its own words, and each proposal read in its place; a proposed paragraph is both. `draft` as for `agreedPhrases`. */
export function rootProvenance(
  index: PhraseIndex,
  host: Host,
  passages: readonly SearchedPassage[],
  draft: readonly string[],
): RootProvenance {
  const [own, ...taken] = searchedTexts(host, passages).map(searched => found(index, searched, draft))
  const struck = struckBy(passages)
  const records = new Map<ProposalId, RecordProvenance>()
  const parts = hostParts(host)
  if (parts.is === 'proposal' && own !== undefined)
    records.set(parts.id, { ...own.share, alters: alteredIn(own), strikes: [] })
  for (const each of taken) {
    const { record } = each.searched
    if (record === null) continue
    const ranges = struck.get(record) ?? []
    const strikes = (own?.marks ?? []).filter(mark => mark.is === 'agreed' && mark.ranges.some(overlapsAny(ranges)))
    records.set(record, { ...each.share, alters: alteredIn(each), strikes: placesOf(strikes) })
  }
  return { marks: [...(own?.marks ?? []), ...taken.flatMap(({ marks }) => marks)], records }
}

interface Found {
  readonly searched: SearchedText
  readonly marks: readonly ProvenanceMark[]
  readonly share: AgreedShare
}

function found(index: PhraseIndex, searched: SearchedText, draft: readonly string[]): Found {
  const own = searched.pieces.filter(({ isOwn }) => isOwn)
  if (own.length === 0) return { searched, marks: [], share: { words: 0, agreed: 0, places: [] } }
  const marks = textMarks(index, searched.text, draft).filter(overlapsAny(own))
  return {
    searched,
    marks: marks.map(mark => ({ is: mark.is, ranges: shownRanges(mark, own), places: mark.places })),
    share: shareOf(searched.text, own, marks),
  }
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

function alteredIn({ marks }: Found): readonly FoundPlace[] {
  return placesOf(marks.filter(mark => mark.is === 'altered'))
}

function placesOf(marks: readonly ProvenanceMark[]): readonly FoundPlace[] {
  return eachOnce(marks.flatMap(({ places }) => places))
}
