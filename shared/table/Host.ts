import { type BlockId, blockId, type NoteId, noteId, type ProposalId, proposalId } from './ids.ts'

/** A text that proposals can be written on: a block of the draft, the body of a note, or the words of a tabled proposal. */
export type Host = `block:${string}` | `note:${string}` | `proposal:${string}`

export type HostParts =
  | { readonly is: 'block'; readonly id: BlockId }
  | { readonly is: 'note'; readonly id: NoteId }
  | { readonly is: 'proposal'; readonly id: ProposalId }

export const blockHost = (id: BlockId): Host => `block:${id}`
export const noteHost = (id: NoteId): Host => `note:${id}`
export const proposalHost = (id: ProposalId): Host => `proposal:${id}`

/** Takes a host apart; every Host has exactly one reading. */
export function hostParts(host: Host): HostParts {
  const colon = host.indexOf(':')
  const id = host.slice(colon + 1)
  switch (host.slice(0, colon)) {
    case 'block':
      return { is: 'block', id: blockId(id) }
    case 'note':
      return { is: 'note', id: noteId(id) }
    default:
      return { is: 'proposal', id: proposalId(id) }
  }
}

export const hostPattern = /^(block|note|proposal):[A-Za-z0-9_-]{1,40}$/

/** Whether a value read from a document has the form of a host. */
export function isHost(value: unknown): value is Host {
  return typeof value === 'string' && hostPattern.test(value)
}
