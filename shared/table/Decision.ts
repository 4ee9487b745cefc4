import type { BlockStatus } from './Block.ts'
import type { Host } from './Host.ts'
import type { BlockId, CapacityId, DecisionId, PartyId, ProposalId } from './ids.ts'
import type { CharacterRun, WordsChange } from './Proposal.ts'
import type { Words } from './words.ts'

/** A text before and after a decision, character for character, note marks included. */
export interface TextChange {
  readonly host: Host
  readonly before: string
  readonly after: string
}

/** Words that went for words that landed, at an offset of the text as it read after the decision; with the ids of those that went. */
export interface PieceChange {
  readonly host: Host
  readonly at: number
  readonly removed: Words
  readonly removedIds: readonly CharacterRun[]
  readonly inserted: number
  /** Which words of which proposal landed, at offsets from `at`. */
  readonly landed: readonly LandedWords[]
}

/** Words of a host that landed at an offset of the text they went to. */
export interface LandedWords {
  readonly from: Host
  readonly offset: number
  readonly length: number
  readonly at: number
}

/** A block the decision made, and which words of which proposal it is made of. */
export interface BlockChange {
  readonly block: BlockId
  readonly landed: readonly LandedWords[]
}

/** An open record's place before a decision that may move it: taken back, it has that again. */
export interface PlaceBefore {
  readonly id: ProposalId
  readonly change: WordsChange
}

export interface DecisionFacts {
  readonly id: DecisionId
  readonly at: number
  readonly person: string
  readonly capacity: CapacityId
}

/** A decision on the record: who, when, on what, and the exact words before and after. Never changed; taken back by another. */
export type Decision = DecisionFacts &
  (
    | {
        readonly is: 'incorporate'
        readonly proposals: readonly ProposalId[]
        readonly superseded: readonly ProposalId[]
        readonly objecting: readonly PartyId[]
        readonly texts: readonly TextChange[]
        readonly pieces: readonly PieceChange[]
        readonly blocks: readonly BlockChange[]
        readonly places: readonly PlaceBefore[]
      }
    | { readonly is: 'set aside'; readonly proposals: readonly ProposalId[]; readonly reason: string | null }
    | {
        readonly is: 'status'
        readonly block: Host
        readonly from: BlockStatus
        readonly to: BlockStatus
        readonly reason: string | null
      }
    | { readonly is: 'take back'; readonly decision: DecisionId; readonly texts: readonly TextChange[] }
  )
