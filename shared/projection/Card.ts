import type { Host } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { Party } from '../table/Party.ts'
import type { Stance } from '../table/Stance.ts'
import type { Shown } from './Sheet.ts'

/** A change in words: what a card says it does. Texts as they read, note marks included. */
export type Saying =
  | { readonly is: 'insert'; readonly text: string }
  | { readonly is: 'strike'; readonly struck: string }
  | { readonly is: 'replace'; readonly struck: string; readonly text: string }
  | { readonly is: 'delete paragraph'; readonly struck: string }
  | {
      readonly is: 'new paragraph'
      readonly label: string
      readonly text: string
      readonly relation: 'additional' | 'alternative'
    }

/** A stance with its party, and whether the words it was taken on have changed since (then it counts for nothing). */
export interface CardStance {
  readonly stance: Stance
  readonly party: Party
  readonly earlierWording: boolean
}

/** Everything a card in the margin shows of one record, for one reader. */
export interface Card {
  readonly id: ProposalId
  readonly party: Party
  readonly mine: boolean
  /** This reader's party made it, whether or not it stands on this desk. */
  readonly ours: boolean
  readonly enteredBy: Party | null
  readonly bridging: boolean
  readonly shown: Shown | 'withdrawal'
  readonly saying: Saying
  readonly reason: string | null
  /** Milliseconds since 1970, or null while it is not tabled. */
  readonly tabledAt: number | null
  readonly stances: readonly CardStance[]
  /** The words it was written on have changed: it stands, but waits for its party to confirm it. */
  readonly disturbed: boolean
  /** Other pieces of the same change. */
  readonly group: readonly ProposalId[]
  /** Records nested in its words. */
  readonly nested: readonly ProposalId[]
  /** What becomes of notes whose marks it strikes or carries: one sentence each. */
  readonly notes: readonly string[]
  /** Where it is read: the block, note or proposed paragraph, and the label of that. */
  readonly root: Host
  readonly at: string
}
