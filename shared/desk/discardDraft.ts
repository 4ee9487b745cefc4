import { charactersOf, nameOf } from '../table/Character.ts'
import type { ProposalId } from '../table/ids.ts'
import type { Proposal } from '../table/Proposal.ts'
import { runsOf } from '../table/runsOf.ts'
import { readWords, sliceWords } from '../table/words.ts'
import { currentOrigin } from './currentOrigin.ts'
import type { Draft } from './Draft.ts'
import type { Editing } from './Editing.ts'
import { revivedPairs, revivedRuns } from './RevivedRun.ts'

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
    if (now.text !== tabled.text || now.notes.join() !== tabled.notes.join()) writeBack(editing, proposal, draft)
  })
}

/** Makes the words those of the table again. What of these is still there stays: others have written beside it, and that keeps to it. */
function writeBack(editing: Editing, { id, text, origin }: Proposal, draft: Draft): void {
  const tabled = readWords(text)
  const wanted = charactersOf(currentOrigin(origin, draft.revived)).map(nameOf)
  const known = new Set(wanted)
  const here = charactersOf(runsOf(draft.text)).map(nameOf)
  for (let index = here.length - 1; index >= 0; index--) if (!known.has(here[index] ?? '')) editing.delete(id, index, 1)
  const kept = new Set(here.filter(name => known.has(name)))
  const first = charactersOf(origin)
  const revived = new Map(revivedPairs(draft.revived).map(pair => [nameOf(pair[0]), pair]))
  for (let from = 0; from < tabled.text.length; from++) {
    if (kept.has(wanted[from] ?? '')) continue
    let to = from + 1
    while (to < tabled.text.length && !kept.has(wanted[to] ?? '')) to++
    editing.insert(id, from, sliceWords(tabled, from, to))
    for (const [step, now] of charactersOf(runsOf(draft.text, from, to - from)).entries()) {
      const old = first[from + step]
      if (old !== undefined) revived.set(nameOf(old), [old, now])
    }
    from = to
  }
  if (revived.size > 0) editing.setRevived(id, revivedRuns(revived.values()))
}
