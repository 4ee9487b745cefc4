import type { ProposalId } from '../table/ids.ts'
import type { Editing } from './Editing.ts'

/** Whether a record is of the party that is spoken for now, whoever typed it: one's own, or the one the Secretariat types for. */
export function isOurs({ sheet, enteredFor }: Editing, id: ProposalId): boolean {
  const record = sheet.record(id)
  return record !== null && record.party === (enteredFor ?? sheet.party)
}
