import * as Y from 'yjs'
import { isAnchor } from '../table/Anchor.ts'
import { isHost } from '../table/Host.ts'
import { blockId, isId, type PartyId, type ProposalId, partyId } from '../table/ids.ts'
import type { Change, Was } from '../table/Proposal.ts'
import { type RevivedRun, readRevived } from './RevivedRun.ts'

/** A change as it is being written on a desk. Tabled, the proposal on the table has the same id. */
export interface Draft {
  readonly id: ProposalId
  readonly change: Change
  readonly text: Y.Text
  readonly group: string | null
  readonly reason: string | null
  readonly withdrawn: boolean
  /** The party the Secretariat types this for (D13); null when it is the desk's own. */
  readonly enteredFor: PartyId | null
  /** Which of the tabled words are other characters here since they were undone and done again. */
  readonly revived: readonly RevivedRun[]
}

/** Reads a draft from a desk's map, or null: a desk is written by its people's own programs, so nothing in it is taken on trust. */
export function readDraft(id: ProposalId, map: unknown): Draft | null {
  if (!isId(id) || !(map instanceof Y.Map)) return null
  const text: unknown = map.get('text')
  const change = readChange(map.get('change'))
  if (!(text instanceof Y.Text) || change === null) return null
  const enteredFor: unknown = map.get('enteredFor')
  return {
    id,
    change,
    text,
    group: shortString(map.get('group')),
    reason: shortString(map.get('reason')),
    withdrawn: map.get('withdrawn') === true,
    enteredFor: isId(enteredFor) ? partyId(enteredFor) : null,
    revived: readRevived(map.get('revived')),
  }
}

/** A reason is a sentence or two; the limit keeps a pasted document out of the margin. */
export const maxReasonCharacters = 2_000

function shortString(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxReasonCharacters) : null
}

/** Reads a change from outside, or null when it has not the form of one. */
export function readChange(value: unknown): Change | null {
  if (typeof value !== 'object' || value === null || !('is' in value)) return null
  const fields: Record<string, unknown> = { ...value }
  const { order } = fields
  if (typeof order !== 'string' || !/^[0-9A-Za-z]{1,200}$/.test(order)) return null
  if (value.is === 'words') {
    const { host, start, end, basis, was: wasField } = fields
    const was = readWas(wasField)
    if (!isHost(host) || !isAnchor(start) || !isAnchor(end) || was === null) return null
    if (typeof basis !== 'number' || !Number.isSafeInteger(basis)) return null
    return { is: 'words', host, start, end, order, basis, was }
  }
  const { after, kind, relation } = fields
  if (value.is !== 'paragraph' || !isHost(after) || (kind !== 'paragraph' && kind !== 'subparagraph')) return null
  const read = readRelation(relation)
  return read === null ? null : { is: 'paragraph', after, order, relation: read, kind }
}

function readRelation(value: unknown): Extract<Change, { is: 'paragraph' }>['relation'] | null {
  if (typeof value !== 'object' || value === null || !('is' in value)) return null
  if (value.is === 'additional') return { is: 'additional' }
  if (value.is !== 'alternative' || !('of' in value) || !isHost(`block:${String(value.of)}`)) return null
  return { is: 'alternative', of: blockId(String(value.of)) }
}

function readWas(value: unknown): Was | null {
  if (typeof value !== 'object' || value === null) return null
  const { before, struck, after }: { before?: unknown; struck?: unknown; after?: unknown } = value
  return typeof before === 'string' && typeof struck === 'string' && typeof after === 'string'
    ? { before, struck, after }
    : null
}
