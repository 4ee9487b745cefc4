import type { Sheet } from '../../shared/projection/Sheet.ts'
import type { ProposalId } from '../../shared/table/ids.ts'

/** The ink of a record's party, by its place in the palette; 0 for words of the draft. */
export function inkOf(sheet: Sheet, id: ProposalId | null): number {
  const party = id === null ? undefined : sheet.record(id)?.party
  return party === undefined ? 0 : (sheet.table.party(party)?.ink ?? 0)
}
