import type * as Y from 'yjs'
import type { Desk } from '../desk/Desk.ts'
import type { Draft } from '../desk/Draft.ts'
import { type Anchor, anchorIndex, characterAt, sameAnchor } from '../table/Anchor.ts'
import type { Landing } from '../table/Forward.ts'
import { type Host, hostParts } from '../table/Host.ts'
import type { PartyId, ProposalId } from '../table/ids.ts'
import type { Change, ParagraphChange, Proposal, WordsChange } from '../table/Proposal.ts'
import type { Table } from '../table/Table.ts'
import { readWords } from '../table/words.ts'
import { deskOffset } from './deskOffset.ts'
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
}

export interface PlacedParagraph extends OpenRecord {
  readonly change: ParagraphChange
}

export interface Place {
  readonly host: Host
  readonly start: number
  readonly end: number
}

/**
 * What one reader has before them: the table and, over it, their own desk. Where a record is both on the desk and tabled, its
 * own people see the desk's. Answers which text stands at a host and which open records on it; computes, never writes.
 */
export class Sheet {
  readonly table: Table
  readonly desk: Desk | null
  readonly party: PartyId | null
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
      const shown = proposal === null ? 'untabled' : differs(proposal, draft) ? 'amended' : 'tabled'
      return { id, party, mine: true, shown, change: draft.change, text: draft.text, proposal }
    }
    if (proposal === null || proposal.standing.is !== 'open' || this.desk?.draft(id)?.withdrawn) return null
    const { party, change, text } = proposal
    return { id, party, mine: false, shown: 'tabled', change, text, proposal }
  }

  /** Open records on a host's words, in the order their own words come: by where they end, then `order`, then id. */
  records(host: Host): readonly PlacedRecord[] {
    const placed: PlacedRecord[] = []
    for (const id of this.idsOn(host)) {
      const record = this.record(id)
      if (record === null || record.change.is !== 'words') continue
      const { change } = record
      const place = this.place(change)
      if (place !== null && place.host === host) placed.push({ ...record, change, start: place.start, end: place.end })
    }
    return placed.sort((a, b) => a.end - b.end || compareOrder(a, b))
  }

  /** Open proposed paragraphs that come right after a block or another proposed paragraph, in their order. */
  paragraphsAfter(host: Host): readonly PlacedParagraph[] {
    const placed: PlacedParagraph[] = []
    for (const id of this.idsOn(host)) {
      const record = this.record(id)
      if (record === null || record.change.is !== 'paragraph') continue
      const { change } = record
      if (this.standsAfter(change) === host) placed.push({ ...record, change })
    }
    return placed.sort(compareOrder)
  }

  /** The block or open proposed paragraph after which a paragraph now comes: past what was incorporated, withdrawn or closed. */
  standsAfter(change: ParagraphChange): Host {
    let at = change.after
    for (const seen = new Set<Host>(); !seen.has(at); ) {
      seen.add(at)
      const parts = hostParts(at)
      if (parts.is !== 'proposal' || this.record(parts.id) !== null) return at
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
    const { host } = end
    if (sameAnchor(change.start, change.end)) {
      const index = this.behindLandings(host, end.index, change, landing => landing.order < change.order)
      return { host, start: index, end: index }
    }
    // Words that landed where a crossing strike began are not what its party struck.
    const from = this.behindLandings(host, Math.min(start.index, end.index), change, () => true)
    return { host, start: Math.min(from, end.index), end: end.index }
  }

  /** Past what has landed at a place since it was given, as far as it stands before. */
  private behindLandings(
    host: Host,
    index: number,
    { basis }: WordsChange,
    isBefore: (landing: Landing) => boolean,
  ): number {
    const landings = this.table.landings(host).filter(landing => landing.decision >= basis && isBefore(landing))
    const text = landings.length === 0 ? null : this.table.text(host)
    if (text === null) return index
    let at = index
    for (;;) {
      const next = characterAt(text, at)
      const landing = landings.find(({ first }) => first.client === next?.client && first.clock === next.clock)
      const end = landing === undefined ? null : anchorIndex(text, { ...landing.last, side: 'after' })
      if (end === null || end <= at) return at
      at = end
    }
  }

  /** The index of an anchor in the text this reader sees. */
  private follow(from: Host, anchor: Anchor): { readonly host: Host; readonly index: number } | null {
    const { host, anchor: at } = followAnchor(this.table, from, anchor)
    const text = this.table.text(host)
    const index = text === null ? null : anchorIndex(text, at)
    if (index === null) return null
    const parts = hostParts(host)
    if (parts.is !== 'proposal') return { host, index }
    if (this.record(parts.id) === null) return null
    const origin = this.table.proposal(parts.id)?.origin
    const draft = this.openDraft(parts.id)
    if (draft === null || origin === undefined) return { host, index }
    return { host, index: deskOffset(origin, draft.text, index, at === 'start' ? 'after' : at.side) }
  }

  /** A draft of this desk while it is the one shown: not withdrawn, and its proposal, once tabled, still open. */
  openDraft(id: ProposalId): Draft | null {
    const draft = this.desk?.draft(id) ?? null
    if (draft === null || draft.withdrawn) return null
    const proposal = this.table.proposal(id)
    if (proposal === null) return draft
    // Withdrawn to a supporter, it stands in that party's name and is no longer this desk's to type in (D8).
    const ours = proposal.party === this.party || proposal.enteredBy === this.party
    return ours && proposal.standing.is === 'open' ? draft : null
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
  // Where a decision has moved the proposal along, its anchors on the table are new and the desk's lead there.
  if (proposal.change.host !== draft.change.host) return false
  return !sameAnchor(proposal.change.start, draft.change.start) || !sameAnchor(proposal.change.end, draft.change.end)
}
