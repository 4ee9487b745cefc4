import type { PartyId } from './ids.ts'

/** A State, a group, or an office of the meeting: the unit that proposes and takes stances (D13). `ink` is its place in the palette. */
export interface Party {
  readonly id: PartyId
  readonly name: string
  readonly short: string
  readonly kind: 'state' | 'group' | 'office'
  readonly ink: number
}

export const roles = ['facilitator', 'secretariat', 'delegation', 'observer'] as const
export type Role = (typeof roles)[number]
