import type { PartyId, ProposalId, StanceId } from './ids.ts'

export const stanceKinds = ['support', 'live with', 'retain', 'delete', 'reserve'] as const
export type StanceKind = (typeof stanceKinds)[number]

/** What a party says of a proposal (D14), with the words it was said of: when those have changed it counts for nothing. */
export interface Stance {
  readonly id: StanceId
  readonly party: PartyId
  readonly on: ProposalId
  readonly kind: StanceKind
  readonly words: string
  readonly reason: string | null
  readonly at: number
}

/** Whether this stance stands in the way of agreement: one such keeps a bracket (D8). */
export function objects(kind: StanceKind): boolean {
  switch (kind) {
    case 'retain':
    case 'delete':
    case 'reserve':
      return true
    case 'support':
    case 'live with':
      return false
    default:
      throw new Error(`unknown stance ${kind satisfies never}`)
  }
}
