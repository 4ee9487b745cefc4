import { type Host, hostParts } from '../table/Host.ts'
import { type BlockId, blockId, type ProposalId } from '../table/ids.ts'
import type { ParagraphChange } from '../table/Proposal.ts'
import type { Table } from '../table/Table.ts'

const latin = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
  'undecies',
  'duodecies',
]

export interface NextLabel {
  readonly scope: string
  readonly label: string
}

/** A label given in the act under way, and what its paragraph follows: the table does not show either yet. */
export interface GivenLabel extends NextLabel {
  readonly id: ProposalId
  readonly after: Host
}

/**
 * The label a newly proposed paragraph gets: the next suffix of the paragraph it comes after, or of the one it would replace
 * (D3). Bare: "18 bis", or "b bis" among the lettered. One once given is never given again, whatever became of its paragraph.
 */
export function nextLabel(table: Table, change: ParagraphChange, given: readonly GivenLabel[] = []): NextLabel {
  const base = baseOf(table, change, given)
  const scope = scopeOf(table, base, change.kind)
  const taken = new Set(given.filter(other => other.scope === scope).map(({ label }) => label))
  for (const { label, change: other } of table.proposals())
    if (label !== null && other.is === 'paragraph' && other.kind === change.kind)
      if (scopeOf(table, baseOf(table, other), other.kind) === scope) taken.add(label)
  for (const id of table.order()) {
    const block = table.block(id)
    if (block?.kind === change.kind && scopeOf(table, id, block.kind) === scope) taken.add(block.label)
  }
  const root = bare((base === null ? null : table.block(base)?.label) ?? '0')
  const suffix = change.relation.is === 'alternative' ? altSuffix : latinSuffix
  for (let count = 0; ; count++) {
    const label = `${root} ${suffix(count)}`.trim()
    if (!taken.has(label)) return { scope, label }
  }
}

const latinSuffix = (count: number) => latin[count] ?? `bis ${count - latin.length + 2}`
const altSuffix = (count: number) => (count === 0 ? 'alt' : `alt ${count + 1}`)
const bare = (label: string) => label.replace(/ (?:bis|ter|quater|[a-z]+ies|alt)(?: \d+)?$/, '')

/** The block whose label a proposed one leans on: of the same kind, at or before where it comes; null when there is none. */
function baseOf(table: Table, change: ParagraphChange, given: readonly GivenLabel[] = []): BlockId | null {
  if (change.relation.is === 'alternative') return change.relation.of
  const order = table.order()
  let index = order.indexOf(blockBefore(table, change, given) ?? blockId(''))
  for (; index >= 0; index--) {
    const id = order[index]
    const block = id === undefined ? null : table.block(id)
    if (block?.kind === change.kind && block.label !== '') return block.id
  }
  return null
}

function blockBefore(table: Table, change: ParagraphChange, given: readonly GivenLabel[]): BlockId | null {
  let at = change.after
  for (const seen = new Set<string>(); !seen.has(at); ) {
    seen.add(at)
    const parts = hostParts(at)
    if (parts.is === 'block') return parts.id
    const landed = table.forwards(at)[0]
    const before = parts.is === 'proposal' ? table.proposal(parts.id)?.change : undefined
    const tabledNow = given.find(({ id }) => id === parts.id)
    if (landed !== undefined) at = landed.host
    else if (before?.is === 'paragraph') at = before.after
    else if (tabledNow !== undefined) at = tabledNow.after
  }
  return null
}

/** Lettered labels begin anew under each paragraph; numbers run through the whole text. */
function scopeOf(table: Table, base: BlockId | null, kind: string): string {
  if (kind !== 'subparagraph' || base === null) return ''
  const order = table.order()
  for (let index = order.indexOf(base); index >= 0; index--) {
    const id = order[index]
    if (id !== undefined && table.block(id)?.kind !== 'subparagraph') return id
  }
  return ''
}
