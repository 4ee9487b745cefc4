import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'

/** The record whose words, or struck words, a caret stands in or at the end of; the innermost one. Null in plain text. */
export function recordAt(shown: ShownSheet, root: Host, offset: number): ProposalId | null {
  let start = 0
  let found: ProposalId | null = null
  for (const { text, inserted, struck } of shown.passages(root)) {
    const end = start + text.length
    if (text !== '' && start <= offset && offset <= end)
      found = inserted.at(-1) ?? struck[0] ?? (start < offset && offset < end ? null : found)
    if (start > offset) break
    start = end
  }
  return found
}

/** The shown offset at which a record's words begin in a root. */
export function offsetOfRecord(shown: ShownSheet, root: Host, id: ProposalId): number {
  let offset = 0
  for (const { text, inserted, struck } of shown.passages(root)) {
    if (text !== '' && (inserted.includes(id) || struck.includes(id))) break
    offset += text.length
  }
  return offset
}
