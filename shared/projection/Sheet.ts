import type * as Y from 'yjs'
import { currentOrigin } from '../desk/currentOrigin.ts'
import type { Desk } from '../desk/Desk.ts'
import type { Draft } from '../desk/Draft.ts'
import { type Anchor, anchorPlace, sameAnchor } from '../table/Anchor.ts'
import type { Landing } from '../table/Forward.ts'
import { type Host, hostParts, proposalHost } from '../table/Host.ts'
import type { PartyId, ProposalId } from '../table/ids.ts'
import {
  type Change,
  isOpenToDesk,
  type ParagraphChange,
  type Proposal,
  tableLeads,
  type WordsChange,
} from '../table/Proposal.ts'
import type { Table } from '../table/Table.ts'
import { readWords } from '../table/words.ts'
import { behindLandings } from './behindLandings.ts'
import { deskPlace } from './deskOffset.ts'
import { followAnchor } from './followAnchor.ts'
import { compareOrder } from './order.ts'

/** How a record stands for the one who reads: on the table for all, changed at one's own desk since, or only there. */
export type Shown = 'tabled' | 'amended' | 'untabled'

/** A record open to the reader: a tabled proposal, or a draft of the reader's own desk. */
export interface OpenRecord {
  readonly id: ProposalId
  readonly party: PartyId
  /** Its words are on the reader's own desk, to be typed in. */
  readonly mine: boolean
  readonly shown: Shown
  readonly change: Change
  readonly text: Y.Text
  readonly proposal: Proposal | null
}

/** A record with where it stands now in its host's text as the reader sees it. */
export interface PlacedRecord extends OpenRecord {
  readonly change: WordsChange
  readonly start: number
  readonly end: number
  readonly rank: number
  readonly isBehind: boolean
}

export interface PlacedParagraph extends OpenRecord {
  readonly change: ParagraphChange
}

export interface Place {
  readonly host: Host
  readonly start: number
  readonly end: number
  /** Sorts places of one index: by the character they keep to, deleted or not. */
  readonly rank: number
  /** Whether it has moved behind words that landed at its place. */
  readonly isBehind: boolean
}

/** More than the characters a text ever held: a desk's rank leads, the table's decides between equals. */
const rankSpan = 2 ** 26

/**
 * What one reader has before them: the table and, over it, their own desk. Where a record is both on the desk and tabled, its
 * own people see the desk's. Answers which text stands at a host and which open records on it; computes, never writes.
 */
export class Sheet {
  readonly table: Table
  readonly desk: Desk | null
  readonly party: PartyId | null
  /** Whether amendments are going to the table by themselves at this moment: then they are not shown as untabled (`ShownSheet.setOnItsWay`). */
  isOnItsWay = false
  private draftsByHost: ReadonlyMap<Host, readonly ProposalId[]> | null = null
  private readonly stop: readonly (() => void)[]

  constructor(table: Table, desk: Desk | null, party: PartyId | null) {
    this.table = table
    this.desk = desk
    this.party = party
    const forget = () => {
      this.draftsByHost = null
    }
    this.stop = desk === null ? [] : [table.onChange(forget), desk.onChange(forget)]
  }

  destroy(): void {
    for (const stop of this.stop) stop()
  }

  /** Reads a draft again within the transaction that changed it; outside one, the sheet follows by itself. */
  refresh(id: ProposalId): void {
    this.desk?.refresh(id)
    this.draftsByHost = null
  }

  /** The text at a host as this reader sees it, or null when there is none. */
  text(host: Host): Y.Text | null {
    const parts = hostParts(host)
    const draft = parts.is === 'proposal' ? this.openDraft(parts.id) : null
    return draft?.text ?? this.table.text(host)
  }

  /** The record of an id while it is open to this reader, else null. */
  record(id: ProposalId): OpenRecord | null {
    const proposal = this.table.proposal(id)
    const draft = this.openDraft(id)
    if (draft !== null) {
      const party = proposal?.party ?? draft.enteredFor ?? this.party
      if (party === null) return null
      const isTabled = proposal?.standing.is === 'open'
      const isAmended = isTabled && !this.isOnItsWay && differs(proposal, draft)
      const shown = !isTabled ? 'untabled' : isAmended ? 'amended' : 'tabled'
      // Both must read one place: that of the table keeps its order among its neighbours there, the desk's is of before.
      const change = proposal !== null && tableLeads(proposal.change, draft.change) ? proposal.change : draft.change
      return { id, party, mine: true, shown, change, text: draft.text, proposal }
    }
    if (proposal === null || proposal.standing.is !== 'open') return null
    if (this.desk?.draft(id)?.withdrawn && this.isOurs(proposal)) return null
    const { party, change, text } = proposal
    return { id, party, mine: false, shown: 'tabled', change, text, proposal }
  }

  /** Open records on a host's words, in the order their own words come: by where they end, the character that place keeps to, `order`, id. */
  records(host: Host): readonly PlacedRecord[] {
    const placed: PlacedRecord[] = []
    for (const id of this.idsOn(host)) {
      const record = this.record(id)
      if (record === null || record.change.is !== 'words') continue
      const { change } = record
      const place = this.place(change)
      if (place !== null && place.host === host) placed.push({ ...record, ...place, change })
    }
    return placed.sort((a, b) => a.end - b.end || a.rank - b.rank || compareOrder(a, b))
  }

  /** Open proposed paragraphs by what they come right after now, each list in its order. */
  paragraphsByHost(): ReadonlyMap<Host, readonly PlacedParagraph[]> {
    const byHost = new Map<Host, PlacedParagraph[]>()
    const ids = new Set(this.table.paragraphIds())
    for (const { id, change } of this.desk?.drafts() ?? []) if (change.is === 'paragraph') ids.add(id)
    for (const id of ids) {
      const record = this.record(id)
      if (record?.change.is !== 'paragraph') continue
      const paragraph = { ...record, change: record.change }
      const host = this.standsAfter(paragraph.change)
      const here = byHost.get(host)
      if (here === undefined) byHost.set(host, [paragraph])
      else here.push(paragraph)
    }
    for (const paragraphs of byHost.values()) paragraphs.sort(compareOrder)
    return byHost
  }

  paragraphsAfter(host: Host): readonly PlacedParagraph[] {
    return this.paragraphsByHost().get(host) ?? []
  }

  /** The block or open proposed paragraph after which a paragraph now comes: past what was incorporated, withdrawn or closed. */
  standsAfter(change: ParagraphChange): Host {
    let at = change.after
    for (const seen = new Set<Host>(); !seen.has(at); ) {
      seen.add(at)
      const parts = hostParts(at)
      if (parts.is === 'block') {
        // A block whose decision was taken back is the proposed paragraph again.
        const from = this.table.order().includes(parts.id) ? null : (this.table.block(parts.id)?.from ?? null)
        if (from === null) return at
        at = proposalHost(from)
        continue
      }
      if (parts.is === 'note' || this.record(parts.id) !== null) return at
      const landed = this.table.forwards(at)[0]
      const closed = this.table.proposal(parts.id)?.change ?? this.desk?.draft(parts.id)?.change
      if (landed !== undefined) at = landed.host
      else if (closed?.is === 'paragraph') at = closed.after
    }
    return at
  }

  /** Where a change of words stands now, followed through decisions; null when its place is gone, closed, or not yet here. */
  place(change: WordsChange): Place | null {
    const start = this.follow(change.host, change.start)
    const end = this.follow(change.host, change.end)
    if (start === null || end === null || start.host !== end.host) return null
    const { host, rank } = end
    const asPlaced = { host, start: Math.min(start.index, end.index), end: end.index, rank, isBehind: false }
    const landings = host === change.host ? this.landingsSince(host, change.basis) : []
    const text = landings.length === 0 ? null : this.table.text(host)
    if (text === null) return asPlaced
    if (!sameAnchor(change.start, change.end)) {
      // Words that landed where a crossing strike began are not what its party struck.
      const from = behindLandings(this.table, host, text, tablePlace(start), landings)?.index ?? asPlaced.start
      return { ...asPlaced, start: Math.min(from, end.index) }
    }
    const before = landings.filter(({ after, order }) => {
      const gap = followAnchor(this.table, host, after)
      const landedRank = gap.host === host ? (anchorPlace(text, gap.anchor)?.rank ?? 0) : 0
      return end.tableRank > landedRank || (end.tableRank === landedRank && order < change.order)
    })
    const behind = behindLandings(this.table, host, text, tablePlace(end), before)
    if (behind === null) return asPlaced
    return { host, start: behind.index, end: behind.index, rank: behind.rank, isBehind: true }
  }

  private landingsSince(host: Host, basis: number): readonly Landing[] {
    return this.table.landings(host).filter(({ decision }) => decision >= basis)
  }

  /** An anchor's place in the text this reader sees. */
  private follow(from: Host, anchor: Anchor) {
    const { host, anchor: at } = followAnchor(this.table, from, anchor)
    const text = this.table.text(host)
    const place = text === null ? null : anchorPlace(text, at)
    if (place === null) return null
    const { index, rank: tableRank } = place
    const parts = hostParts(host)
    if (parts.is !== 'proposal') return { host, index, rank: tableRank, tableRank }
    if (this.record(parts.id) === null) return null
    const origin = this.table.proposal(parts.id)?.origin
    const draft = this.openDraft(parts.id)
    // Undone and done again, the same words are new characters on the desk: what stands in the tabled ones stands in them.
    if (draft === null || origin === undefined || readWords(draft.text).text === readWords(text ?? draft.text).text)
      return { host, index, rank: tableRank, tableRank }
    const onDesk = deskPlace(
      currentOrigin(origin, draft.revived),
      draft.text,
      index,
      at === 'start' ? 'after' : at.side,
    )
    return { host, index: onDesk.index, rank: onDesk.rank * rankSpan + tableRank, tableRank }
  }

  /** A draft of this desk while it is the one shown: not withdrawn, and its proposal, once tabled, not closed by anything but this desk. */
  openDraft(id: ProposalId): Draft | null {
    const draft = this.desk?.draft(id) ?? null
    if (draft === null || draft.withdrawn) return null
    const proposal = this.table.proposal(id)
    if (proposal === null) return draft
    return this.isOurs(proposal) && isOpenToDesk(proposal.standing) ? draft : null
  }

  /** Withdrawn to a supporter, a proposal stands in that party's name and is no longer this desk's to type in (D8). */
  private isOurs({ party, enteredBy }: Proposal): boolean {
    return party === this.party || enteredBy === this.party
  }

  private idsOn(host: Host): ReadonlySet<ProposalId> {
    const tabled = this.table.proposalsOn(host)
    if (this.desk === null) return tabled
    this.draftsByHost ??= this.indexDrafts(this.desk)
    const mine = this.draftsByHost.get(host)
    return mine === undefined ? tabled : new Set([...tabled, ...mine])
  }

  private indexDrafts(desk: Desk): ReadonlyMap<Host, readonly ProposalId[]> {
    const index = new Map<Host, ProposalId[]>()
    for (const { id, change } of desk.drafts()) {
      const host =
        change.is === 'words' ? followAnchor(this.table, change.host, change.end).host : this.standsAfter(change)
      const ids = index.get(host)
      if (ids === undefined) index.set(host, [id])
      else ids.push(id)
    }
    return index
  }
}

function differs(proposal: Proposal, draft: Draft): boolean {
  const a = readWords(proposal.text)
  const b = readWords(draft.text)
  if (a.text !== b.text || a.notes.join() !== b.notes.join()) return true
  if (proposal.reason !== draft.reason || proposal.group !== draft.group) return true
  if (draft.change.is !== 'words' || proposal.change.is !== 'words') return false
  if (tableLeads(proposal.change, draft.change) || proposal.change.host !== draft.change.host) return false
  return !sameAnchor(proposal.change.start, draft.change.start) || !sameAnchor(proposal.change.end, draft.change.end)
}

const tablePlace = ({ index, tableRank }: { readonly index: number; readonly tableRank: number }) => ({
  index,
  rank: tableRank,
})
