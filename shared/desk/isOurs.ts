import type { ProposalId } from '../table/ids.ts'
import type { Editing } from './Editing.ts'

/** Whether a record is of this desk or of its party (another may have entered it for them). */
export function isOurs(editing: Editing, id: ProposalId): boolean {
  const record = editing.sheet.record(id)
  return record !== null && (record.mine || record.party === editing.sheet.party)
}
