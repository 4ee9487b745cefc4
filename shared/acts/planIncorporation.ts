import { isDisturbed } from '../desk/was.ts'
import { compareOrder } from '../projection/order.ts'
import { type Passage, project } from '../projection/project.ts'
import type { PlacedParagraph, PlacedRecord, Sheet } from '../projection/Sheet.ts'
import { isClosedTo } from '../table/Block.ts'
import type { TextChange } from '../table/Decision.ts'
import { type Host, hostParts, proposalHost } from '../table/Host.ts'
import type { PartyId, ProposalId } from '../table/ids.ts'
import { objects, type Stance } from '../table/Stance.ts'
import { readWords } from '../table/words.ts'
import type { Seams } from './joinRepaired.ts'
import { joinTaken } from './joinTaken.ts'
import { type Refusal, refuse } from './Refusal.ts'
import { fitIn, seamsOf } from './seamsOf.ts'

/** One text a decision changes: the record taken, what of its words (and of chosen nested ones) lands, and how it is fitted in. */
export type Landed =
  | {
      readonly is: 'words'
      readonly host: Host
      readonly record: PlacedRecord
      readonly passages: readonly Passage[]
      readonly seams: Seams
    }
  | { readonly is: 'paragraph'; readonly record: PlacedParagraph; readonly passages: readonly Passage[] }

type Unfitted = Exclude<Landed, { is: 'words' }> | Omit<Extract<Landed, { is: 'words' }>, 'seams'>

export interface Incorporation {
  /** From the last place to the first within each host, so that offsets hold while they are made. */
  readonly landed: readonly Landed[]
  readonly texts: readonly TextChange[]
  readonly superseded: readonly ProposalId[]
  /** Nested proposals not taken: they stay open and move along. */
  readonly moved: readonly ProposalId[]
  readonly objections: readonly Stance[]
}

/**
 * What incorporating these proposals would do: the exact words before and after, who still objects, what is superseded and what
 * moves along (D8, D9). Or why it cannot be done: only what stands in the draft, or an outer proposal with chosen nested ones.
 */
export function planIncorporation(sheet: Sheet, chosen: readonly ProposalId[]): Incorporation | Refusal {
  const taken = new Set(chosen)
  const landed: Unfitted[] = []
  for (const id of taken) {
    const record = sheet.record(id)
    if (record === null) return refuse('impossible', 'This proposal is no longer open.')
    const passages = takenPassages(sheet, id, taken)
    if (record.change.is === 'paragraph') {
      if (hostParts(sheet.standsAfter(record.change)).is !== 'block')
        return refuse('impossible', 'It follows a paragraph that is itself only proposed: incorporate that one first.')
      if (passages.every(passage => passage.text.trim() === ''))
        return refuse('impossible', 'The proposed paragraph has no words.')
      landed.push({ is: 'paragraph', record: { ...record, change: record.change }, passages })
      continue
    }
    const place = sheet.place(record.change)
    if (place === null) return refuse('impossible', 'The place of this proposal is gone.')
    const parts = hostParts(place.host)
    if (parts.is === 'proposal') {
      if (taken.has(parts.id)) continue
      return refuse('impossible', 'It stands in words that are themselves only proposed: take it together with those.')
    }
    const text = readWords(sheet.text(place.host) ?? failed(place.host)).text
    if (isDisturbed(record.change.was, text, place.start, place.end))
      return refuse('impossible', 'The words it was written on have changed since; its party must confirm it first.')
    if (parts.is === 'block') {
      const status = sheet.table.block(parts.id)?.status
      if (status !== undefined && isClosedTo(status))
        return refuse('impossible', `The paragraph is ${status}; it must be reopened first.`)
    }
    landed.push({
      is: 'words',
      host: place.host,
      record: { ...record, ...place, change: record.change },
      passages,
    })
  }
  const ordered = fitted(sheet, landed.toSorted(backwards))
  const clash = overlapping(ordered)
  if (clash) return refuse('impossible', 'Two of these proposals change the same words: choose one of them.')
  return {
    landed: ordered,
    texts: textsOf(sheet, ordered),
    superseded: rivalsOf(sheet, ordered, taken),
    moved: movedAlong(sheet, ordered, taken),
    objections: [...taken].flatMap(id => currentObjections(sheet, id)),
  }
}

/** The words of a record that would stand if only the chosen ones nested in it were taken. */
function takenPassages(sheet: Sheet, id: ProposalId, taken: ReadonlySet<ProposalId>): readonly Passage[] {
  const choice = {
    text: (host: Host) => sheet.text(host),
    records: (host: Host) => sheet.records(host).filter(record => taken.has(record.id)),
  }
  return joinTaken(project(choice, proposalHost(id)))
}

function backwards(a: Unfitted, b: Unfitted): number {
  if (a.is === 'paragraph' || b.is === 'paragraph') return a.is === b.is ? 0 : a.is === 'paragraph' ? 1 : -1
  if (a.host !== b.host) return a.host < b.host ? -1 : 1
  return b.record.end - a.record.end || b.record.rank - a.record.rank || compareOrder(b.record, a.record)
}

/** Each piece fitted in among the others of its text. */
function fitted(sheet: Sheet, ordered: readonly Unfitted[]): readonly Landed[] {
  const seams = new Map<Unfitted, Seams>()
  for (const host of new Set(ordered.flatMap(piece => (piece.is === 'words' ? [piece.host] : [])))) {
    const pieces = ordered.filter(piece => piece.is === 'words').filter(piece => piece.host === host)
    const fittings = pieces.map(({ record: { start, end }, passages }) => ({ start, end, content: textOf(passages) }))
    const found = seamsOf(readWords(sheet.text(host) ?? failed(host)).text, fittings)
    for (const [index, each] of found.entries()) seams.set(pieces[index] ?? failed(host), each)
  }
  return ordered.map(piece =>
    piece.is === 'paragraph' ? piece : { ...piece, seams: seams.get(piece) ?? failed(piece.host) },
  )
}

const textOf = (passages: readonly Passage[]) => passages.map(passage => passage.text).join('')

function overlapping(landed: readonly Landed[]): boolean {
  return landed.some((later, index) => {
    const earlier = landed[index + 1]
    if (earlier === undefined || later.is === 'paragraph' || earlier.is === 'paragraph') return false
    return later.host === earlier.host && later.record.start < earlier.record.end
  })
}

function textsOf(sheet: Sheet, landed: readonly Landed[]): readonly TextChange[] {
  const after = new Map<Host, string>()
  const texts: TextChange[] = []
  for (const piece of landed) {
    const content = textOf(piece.passages)
    if (piece.is === 'paragraph') {
      texts.push({ host: proposalHost(piece.record.id), before: '', after: content.trim() })
      continue
    }
    const { seams, host } = piece
    const now = after.get(host) ?? readWords(sheet.text(host) ?? failed(host)).text
    after.set(host, fitIn(now, seams, content))
  }
  for (const [host, text] of after)
    texts.unshift({ host, before: readWords(sheet.text(host) ?? failed(host)).text, after: text })
  return texts
}

/** Open proposals whose whole range lies in words that go: rivals, kept with their supporters as superseded. */
function rivalsOf(sheet: Sheet, landed: readonly Landed[], taken: ReadonlySet<ProposalId>): readonly ProposalId[] {
  const rivals = new Set<ProposalId>()
  for (const piece of landed) {
    if (piece.is === 'paragraph' || piece.record.start === piece.record.end) continue
    for (const other of sheet.records(piece.host)) {
      if (taken.has(other.id) || other.start === other.end) continue
      if (other.start >= piece.record.start && other.end <= piece.record.end) rivals.add(other.id)
    }
  }
  return [...rivals]
}

function movedAlong(sheet: Sheet, landed: readonly Landed[], taken: ReadonlySet<ProposalId>): readonly ProposalId[] {
  const hosts = new Set(
    landed.flatMap(piece => [proposalHost(piece.record.id), ...piece.passages.map(({ host }) => host)]),
  )
  return [...hosts].flatMap(host => sheet.records(host).filter(({ id }) => !taken.has(id))).map(({ id }) => id)
}

/** Stances against a proposal that were taken on its words as they are. */
export function currentObjections(sheet: Sheet, id: ProposalId): readonly Stance[] {
  const text = sheet.table.proposal(id)?.text
  if (text === undefined) return []
  const words = readWords(text).text
  return sheet.table.stancesOn(id).filter(stance => objects(stance.kind) && stance.words === words)
}

/** The parties among them, each once. */
export const objectingParties = (objections: readonly Stance[]): readonly PartyId[] => [
  ...new Set(objections.map(({ party }) => party)),
]

function failed(host: Host): never {
  throw new Error(`no text at ${host}`)
}
