import type { Draft } from '../desk/Draft.ts'
import { readWords } from '../table/words.ts'
import type { Sheet } from './Sheet.ts'

/** What tabling now would do with a draft of one's desk. */
export type Pending = 'new' | 'amended' | 'withdrawal'

/** The drafts of one's desk that the table does not say yet, in the order they were placed on the desk. Empty new ones are none. */
export function pendingDrafts(sheet: Sheet): readonly { readonly draft: Draft; readonly pending: Pending }[] {
  const found: { draft: Draft; pending: Pending }[] = []
  for (const draft of sheet.desk?.drafts() ?? []) {
    const pending = pendingOf(sheet, draft)
    if (pending !== null) found.push({ draft, pending })
  }
  return found
}

export function pendingOf(sheet: Sheet, draft: Draft): Pending | null {
  const proposal = sheet.table.proposal(draft.id)
  const isOurs = proposal !== null && (proposal.party === sheet.party || proposal.enteredBy === sheet.party)
  if (draft.withdrawn) return isOurs && proposal.standing.is === 'open' ? 'withdrawal' : null
  const record = sheet.record(draft.id)
  if (record === null) return null
  switch (record.shown) {
    case 'tabled':
      return null
    case 'untabled':
      if (saysNothing(draft) || (draft.change.is === 'paragraph' && readWords(draft.text).text.trim() === ''))
        return null
      return draft.change.is === 'words' && sheet.place(draft.change) === null ? null : 'new'
    case 'amended':
      return saysNothing(draft) ? 'withdrawal' : 'amended'
    default:
      throw new Error(`unknown ${record.shown satisfies never}`)
  }
}

/** Whether a draft has no words of its own and strikes none. */
export function saysNothing({ text, change }: Draft): boolean {
  return text.length === 0 && change.is === 'words' && change.was.struck === ''
}
