import type { Desk } from '../desk/Desk.ts'
import type { GivenLabel } from '../labels/nextLabel.ts'
import { Sheet } from '../projection/Sheet.ts'
import type { ProposalId } from '../table/ids.ts'
import type { Table } from '../table/Table.ts'
import type { Actor } from './Actor.ts'
import type { Performed, Tools } from './Performed.ts'
import { isRefusal } from './Refusal.ts'
import { standingDrafts } from './standingDrafts.ts'
import type { TableWrite } from './TableWrite.ts'
import { tableDraft } from './tableDrafts.ts'

/**
 * Where a negotiation is tabled as typed: what must be written so that the table says what a desk says, or null when it does.
 * Drafts that cannot stand on the table (empty, or their place gone or closed) stay on the desk and hold up no others.
 */
export function mirrorDesk(table: Table, desk: Desk, actor: Actor, tools: Tools): Performed | null {
  const { party } = actor
  if (party === null) return null
  const sheet = new Sheet(table, null, null)
  const writes: TableWrite[] = []
  const labels: GivenLabel[] = []
  const tabledNow = new Set<ProposalId>()
  for (const draft of standingDrafts(table, desk, desk.drafts())) {
    const written = tableDraft(sheet, draft, actor, party, tools, labels, tabledNow)
    if (isRefusal(written) || written.length === 0) continue
    writes.push(...written)
    tabledNow.add(draft.id)
  }
  return writes.length === 0 ? null : { writes, ids: [...tabledNow] }
}
