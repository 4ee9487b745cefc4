import type { Desk } from '../desk/Desk.ts'
import type { Draft } from '../desk/Draft.ts'
import { type Host, hostParts } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { Table } from '../table/Table.ts'
import { readWords } from '../table/words.ts'

/**
 * Drafts as they are to stand on the table, in an order in which they can be tabled: drafts come from a desk in no particular
 * one, and a paragraph that follows another new one is tabled behind it.
 */
export function standingDrafts(table: Table, desk: Desk, drafts: Iterable<Draft>): readonly Draft[] {
  const standing = new Map<ProposalId, Draft>()
  for (const draft of drafts) standing.set(draft.id, standingDraft(table, desk, draft))
  const depth = (draft: Draft) => {
    let above: Draft | undefined = draft
    const seen = new Set<Draft>()
    while (above?.change.is === 'paragraph' && !seen.has(above)) {
      seen.add(above)
      const parts = hostParts(above.change.after)
      above = parts.is === 'proposal' ? standing.get(parts.id) : undefined
    }
    return seen.size
  }
  return [...standing.values()]
    .map(draft => ({ draft, depth: depth(draft) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ draft }) => draft)
}

/**
 * A paragraph comes after what stands on the table, past own ones above it that were given up before they were tabled, or have
 * no words yet. When one of those is tabled later, this one follows it again.
 */
function standingDraft(table: Table, desk: Desk, draft: Draft): Draft {
  if (draft.change.is === 'words') return draft
  let { after } = draft.change
  for (const seen = new Set<Host>(); !seen.has(after); ) {
    seen.add(after)
    const parts = hostParts(after)
    const above = parts.is === 'proposal' && table.proposal(parts.id) === null ? desk.draft(parts.id) : null
    const isNothing = above !== null && (above.withdrawn || readWords(above.text).text.trim() === '')
    if (isNothing && above.change.is === 'paragraph') after = above.change.after
  }
  return after === draft.change.after ? draft : { ...draft, change: { ...draft.change, after } }
}
