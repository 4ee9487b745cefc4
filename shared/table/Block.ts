import type * as Y from 'yjs'
import type { Anchor } from './Anchor.ts'
import type { BlockId, ProposalId } from './ids.ts'

export const blockKinds = ['masthead', 'title', 'chapeau', 'chapter', 'section', 'paragraph', 'subparagraph'] as const
export type BlockKind = (typeof blockKinds)[number]

/** A paragraph's ladder (D17), as far as it is climbed in a negotiation room; anything past `open` closes it to proposals when `closed` says so. */
export const blockStatuses = [
  'open',
  'under discussion',
  'agreed in informals',
  'agreed ad referendum',
  'deleted',
] as const
export type BlockStatus = (typeof blockStatuses)[number]

/** Whether words may be proposed in a paragraph of this status: agreed text does not change unless it is reopened (D18). */
export function isClosedTo(status: BlockStatus): boolean {
  switch (status) {
    case 'open':
    case 'under discussion':
      return false
    case 'agreed in informals':
    case 'agreed ad referendum':
    case 'deleted':
      return true
    default:
      throw new Error(`unknown status ${status satisfies never}`)
  }
}

/** The status a block is shown with: a number whose words have gone still prints, and says so (D18a). */
export function shownStatus({ status, text }: Block): BlockStatus {
  return text.length === 0 ? 'deleted' : status
}

/** A stretch of a text that keeps to its first and last character. */
export interface AnchoredRange {
  readonly start: Anchor
  readonly end: Anchor
}

/** A block of the draft. `label` is bare ("18", "18 bis", "a", "III", "") and frozen while the text is negotiated (D3). */
export interface Block {
  readonly id: BlockId
  readonly kind: BlockKind
  readonly label: string
  readonly level: number
  readonly status: BlockStatus
  /** The proposed paragraph it was, when a decision brought it in. */
  readonly from: ProposalId | null
  readonly text: Y.Text
  /** Words set in italics, kept beside the text: a Yjs format would make passive clients write clean-ups. */
  readonly italics: readonly AnchoredRange[]
}

/** A note's body. Its number is computed from where its mark stands; a star note keeps its star. */
export interface Note {
  readonly text: Y.Text
  readonly star: string | null
  readonly italics: readonly AnchoredRange[]
}
