declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type NegotiationId = Branded<'NegotiationId'>
export type CapacityId = Branded<'CapacityId'>
export type PartyId = Branded<'PartyId'>
export type BlockId = Branded<'BlockId'>
export type NoteId = Branded<'NoteId'>
/** Also the id of the draft on the desk it was tabled from: the desk makes it at random, the server refuses one already taken. */
export type ProposalId = Branded<'ProposalId'>
export type StanceId = Branded<'StanceId'>
export type DecisionId = Branded<'DecisionId'>

/** Ids are random, 8 to 40 characters of the URL alphabet: nothing counted, nothing that reads as a word of code. */
const idPattern = /^[A-Za-z0-9_-]{1,40}$/

/** Whether a string from outside may serve as an id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value) && !value.startsWith('__')
}

// The one place where a checked string becomes an id: everything read from a document or the network passes through here.
export const negotiationId = (value: string): NegotiationId => value as NegotiationId
export const capacityId = (value: string): CapacityId => value as CapacityId
export const partyId = (value: string): PartyId => value as PartyId
export const blockId = (value: string): BlockId => value as BlockId
export const noteId = (value: string): NoteId => value as NoteId
export const proposalId = (value: string): ProposalId => value as ProposalId
export const stanceId = (value: string): StanceId => value as StanceId
export const decisionId = (value: string): DecisionId => value as DecisionId
