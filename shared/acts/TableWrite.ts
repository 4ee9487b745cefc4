import type { Anchor } from '../table/Anchor.ts'
import type { Block, BlockStatus } from '../table/Block.ts'
import type { Decision } from '../table/Decision.ts'
import type { Host } from '../table/Host.ts'
import type { BlockId, NoteId, PartyId, ProposalId, StanceId } from '../table/ids.ts'
import type { Party } from '../table/Party.ts'
import type { Procedure } from '../table/Procedure.ts'
import type { Change, CharacterRun, Proposal, Standing, Was } from '../table/Proposal.ts'
import type { Stance } from '../table/Stance.ts'
import type { Words } from '../table/words.ts'

/** One write to the table, in the order it is to be made; indices are those of the text at that moment. */
export type TableWrite =
  | { readonly write: 'procedure'; readonly procedure: Procedure }
  | { readonly write: 'party'; readonly party: Party }
  | {
      readonly write: 'add note'
      readonly id: NoteId
      readonly words: Words
      readonly star: string | null
      readonly italics: readonly Stretch[]
    }
  | {
      readonly write: 'add block'
      readonly block: Omit<Block, 'text' | 'italics'>
      readonly words: Words
      readonly italics: readonly Stretch[]
      /** The block it comes after; null puts it first. */
      readonly after: BlockId | null
    }
  | { readonly write: 'block status'; readonly id: BlockId; readonly status: BlockStatus }
  | { readonly write: 'add proposal'; readonly proposal: Omit<Proposal, 'text'>; readonly words: Words }
  | {
      readonly write: 'amend'
      readonly id: ProposalId
      /** From the last to the first, so that indices hold: insertions first, then deletions. */
      readonly splices: readonly Splice[]
      readonly origin: readonly CharacterRun[]
      readonly change: Change
      readonly reason: string | null
      readonly group: string | null
    }
  | { readonly write: 'change'; readonly id: ProposalId; readonly change: Change }
  | {
      readonly write: 'place'
      readonly id: ProposalId
      readonly host: Host
      readonly start: number
      readonly end: number
      readonly order: string
      readonly basis: number
      /** The words it was written on when these stay in doubt; null takes those that stand there now. */
      readonly was: Was | null
    }
  | { readonly write: 'entered by'; readonly id: ProposalId; readonly enteredBy: PartyId | null }
  | { readonly write: 'party of'; readonly id: ProposalId; readonly party: PartyId }
  | { readonly write: 'standing'; readonly id: ProposalId; readonly standing: Standing }
  | { readonly write: 'splice'; readonly host: Host; readonly splice: Splice }
  /** Characters that went, of these ids, come back where each stood. */
  | { readonly write: 'put back'; readonly host: Host; readonly runs: readonly CharacterRun[]; readonly words: Words }
  | {
      /** The characters of these ids now stand at `to`, one after another from `toOffset`. */
      readonly write: 'forward'
      readonly from: Host
      readonly runs: readonly CharacterRun[]
      readonly to: Host
      readonly toOffset: number
    }
  | { readonly write: 'forget forwards'; readonly host: Host }
  | {
      readonly write: 'landing'
      readonly host: Host
      readonly start: number
      readonly end: number
      readonly after: Anchor
      readonly order: string
      readonly basis: number
    }
  | { readonly write: 'forget landings'; readonly host: Host; readonly decision: number }
  | { readonly write: 'unlist block'; readonly id: BlockId }
  | { readonly write: 'stance'; readonly stance: Stance }
  | { readonly write: 'withdraw stance'; readonly id: StanceId }
  | { readonly write: 'decision'; readonly decision: Decision }

/** A stretch of a text by offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: Words
}
