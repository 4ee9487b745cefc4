import type { ProposalId } from '../table/ids.ts'
import { readWords } from '../table/words.ts'
import type { Editing } from './Editing.ts'

/** Gives up what of a draft is not tabled: a new one goes, a tabled one reads as it stands on the table. Undo brings it back. */
export function discardDraft(editing: Editing, id: ProposalId): void {
  const proposal = editing.sheet.table.proposal(id)
  const draft = editing.desk.draft(id)
  if (draft === null) return
  editing.type(() => {
    if (proposal === null || proposal.standing.is !== 'open') {
      editing.setWithdrawn(id, true)
      return
    }
    editing.setWithdrawn(id, false)
    editing.setChange(id, proposal.change)
    editing.setReason(id, proposal.reason ?? '')
    const tabled = readWords(proposal.text)
    const now = readWords(draft.text)
    if (now.text === tabled.text && now.notes.join() === tabled.notes.join()) return
    editing.delete(id, 0, now.text.length)
    editing.insert(id, 0, tabled)
  })
}
