import type * as Y from 'yjs'
import { type Anchor, sameAnchor } from './Anchor.ts'
import type { Host } from './Host.ts'
import type { BlockId, DecisionId, PartyId, ProposalId } from './ids.ts'

/** What became of a proposal. Only `open` stands in the text; everything else is kept and can be read. */
export type Standing =
  | { readonly is: 'open' }
  /** `onDesk`: taken off its desk, which may put it on again; else by an act, for good. */
  | { readonly is: 'withdrawn'; readonly at: number; readonly onDesk?: true }
  | { readonly is: 'incorporated'; readonly decision: DecisionId }
  | { readonly is: 'set aside'; readonly decision: DecisionId }
  | { readonly is: 'superseded'; readonly decision: DecisionId }

/** Whether a proposal of this standing may still be tabled anew from its desk. */
export function isOpenToDesk(standing: Standing): boolean {
  return standing.is === 'open' || (standing.is === 'withdrawn' && standing.onDesk === true)
}

/** The words a change was written on: what it strikes, and a few on each side. Live words that differ make the proposal *disturbed*. */
export interface Was {
  readonly before: string
  readonly struck: string
  readonly after: string
}

/**
 * In `host`, the words from `start` to `end` are to be `text`: equal ends insert, an empty text strikes. `order` sorts insertions
 * at one place; `basis` is how many decisions had been taken when the place was given, so that what landed there since is known.
 */
export interface WordsChange {
  readonly is: 'words'
  readonly host: Host
  readonly start: Anchor
  readonly end: Anchor
  readonly order: string
  readonly basis: number
  readonly was: Was
  /** A decision gave it this place, not its party. */
  readonly byDecision?: true
  /** What its desk said when the table gave it this place, where that is another. */
  readonly deskPlace?: DeskPlace
}

/** Where a desk says a change stands. */
export type DeskPlace = Pick<WordsChange, 'host' | 'start' | 'end' | 'order' | 'basis'>

/**
 * Whether a desk says of a change's place only what the table knows of it: then the table's leads, which decisions may have moved
 * since. A desk that has struck more or less, not knowing of a decision, leads itself and is followed through it.
 */
export function tableLeads(tabled: Change, onDesk: Change): boolean {
  if (tabled.is !== 'words' || onDesk.is !== 'words') return true
  const known = tabled.deskPlace ?? tabled
  return (
    known.host === onDesk.host &&
    known.order === onDesk.order &&
    known.basis === onDesk.basis &&
    sameAnchor(known.start, onDesk.start) &&
    sameAnchor(known.end, onDesk.end)
  )
}

/** A paragraph of its own after a block or another proposed paragraph. What it is, additional or alternative, is stored; its label is how it shows (D3). */
export interface ParagraphChange {
  readonly is: 'paragraph'
  readonly after: Host
  readonly order: string
  readonly relation: { readonly is: 'additional' } | { readonly is: 'alternative'; readonly of: BlockId }
  readonly kind: 'paragraph' | 'subparagraph'
}

export type Change = WordsChange | ParagraphChange

/** A run of characters on a desk, in the order they stand in the tabled text: lets the desk follow what others wrote inside its words. */
export type CharacterRun = readonly [client: number, clock: number, length: number]

/** A proposal on the table, as it stands now. */
export interface Proposal {
  readonly id: ProposalId
  readonly party: PartyId
  /** Who typed it for the party (the Secretariat), until the party confirms or disowns it (D13). */
  readonly enteredBy: PartyId | null
  /** Made by the Chair or a facilitator to bring parties together, and marked so (D16). */
  readonly bridging: boolean
  readonly change: Change
  readonly text: Y.Text
  readonly origin: readonly CharacterRun[]
  readonly group: string | null
  readonly reason: string | null
  readonly tabledAt: number
  /** A proposed paragraph's label, given once when it is tabled and never moved to another ("18 bis"). */
  readonly label: string | null
  readonly standing: Standing
}
