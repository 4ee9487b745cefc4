import type { Host } from '../table/Host.ts'
import { proposalHost } from '../table/Host.ts'
import type { NoteId, ProposalId } from '../table/ids.ts'
import { readWords, sliceWords, type Words } from '../table/words.ts'
import type { PlacedRecord, Sheet } from './Sheet.ts'

/** One step down from a text into words proposed on it: which record, at which gap of the host, in which order there. */
export interface Step {
  readonly host: Host
  readonly gap: number
  readonly record: PlacedRecord
}

/**
 * A stretch of text that stands alike: which host it is from and where, the records it is inserted by (outermost first) and
 * those that strike it. Empty stretches stand for a record's own words where it has none: that is where they would come.
 */
export interface Passage {
  readonly text: string
  readonly notes: readonly NoteId[]
  readonly host: Host
  readonly offset: number
  readonly inserted: readonly ProposalId[]
  readonly struck: readonly ProposalId[]
  readonly path: readonly Step[]
}

/** What a projection needs of a sheet; a Sheet, or a choice of its records. */
export interface Projectable {
  text(host: Host): ReturnType<Sheet['text']>
  records(host: Host): readonly PlacedRecord[]
}

const nothing: readonly never[] = []

/**
 * The text at a host with every open record in it, in reading order: struck words stand where they stood, inserted words
 * after those they replace. Each open record's words are in it exactly once. Sweeps, so that thousands of rivals on one
 * paragraph stay quick. Returns no passages for a host that does not exist.
 */
export function project(sheet: Projectable, host: Host): readonly Passage[] {
  const passages: Passage[] = []
  projectInto(passages, sheet, host, nothing, nothing)
  return passages
}

function projectInto(
  passages: Passage[],
  sheet: Projectable,
  host: Host,
  path: readonly Step[],
  inserted: readonly ProposalId[],
): void {
  const text = sheet.text(host)
  if (text === null) return
  const words = readWords(text)
  const records = sheet.records(host)
  const starts = records.filter(record => record.start < record.end).sort((a, b) => a.start - b.start)
  const cuts = new Set([words.text.length])
  for (const { start, end } of records) cuts.add(start).add(end)
  const emit = (from: number, to: number, struck: readonly ProposalId[]) => {
    const part: Words = sliceWords(words, from, to)
    passages.push({ ...part, host, offset: from, inserted, struck, path })
  }
  let nextInserted = 0
  let nextStart = 0
  let active: readonly PlacedRecord[] = nothing
  let struck: readonly ProposalId[] = nothing
  let at = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    if (cut > at) emit(at, cut, struck)
    at = cut
    for (
      let record = records[nextInserted];
      record !== undefined && record.end <= cut;
      record = records[++nextInserted]
    )
      projectInto(
        passages,
        sheet,
        proposalHost(record.id),
        [...path, { host, gap: record.end, record }],
        [...inserted, record.id],
      )
    const still = active.filter(record => record.end > cut)
    let changed = still.length < active.length
    for (let record = starts[nextStart]; record !== undefined && record.start <= cut; record = starts[++nextStart]) {
      still.push(record)
      changed = true
    }
    if (!changed) continue
    active = still
    struck = active.map(record => record.id).sort()
  } // Typed into an empty text, words come behind what others have written there: it keeps to characters now deleted before them.
  if (words.text === '') emit(0, 0, nothing)
}
