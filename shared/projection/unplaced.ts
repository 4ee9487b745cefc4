import type { Draft } from '../desk/Draft.ts'
import type { Host } from '../table/Host.ts'
import { hostParts } from '../table/Host.ts'
import { readWords, type Words } from '../table/words.ts'
import type { Sheet } from './Sheet.ts'

/** Words of one's own desk that stand nowhere on the sheet. They are never dropped: the tray shows them, with why. */
export interface UnplacedDraft {
  readonly draft: Draft
  readonly words: Words
  /** What the words stood beside when they were written, for finding the place again. */
  readonly beside: string
  readonly why: 'place gone' | 'host closed' | 'typed after the decision'
}

/**
 * The desk's words that have no place: what they were written on is gone or closed, or they were typed into a proposal that had
 * been decided, withdrawn or superseded meanwhile. Empty ones and withdrawn ones are not among them.
 */
export function unplaced(sheet: Sheet): readonly UnplacedDraft[] {
  const found: UnplacedDraft[] = []
  for (const draft of sheet.desk?.drafts() ?? []) {
    if (draft.withdrawn) continue
    const words = readWords(draft.text)
    const beside = draft.change.is === 'words' ? `${draft.change.was.before}…${draft.change.was.after}` : ''
    const proposal = sheet.table.proposal(draft.id)
    if (proposal !== null && sheet.openDraft(draft.id) === null) {
      if (readWords(proposal.text).text !== words.text && words.text !== '')
        found.push({ draft, words, beside, why: 'typed after the decision' })
      continue
    }
    if (isVoid(draft)) continue
    if (draft.change.is === 'paragraph') {
      const after = hostParts(sheet.standsAfter(draft.change))
      const isGone = after.is === 'block' && !sheet.table.order().includes(after.id)
      if (isGone) found.push({ draft, words, beside, why: 'place gone' })
      continue
    }
    const place = sheet.place(draft.change)
    if (place === null) found.push({ draft, words, beside, why: 'place gone' })
    else if (!isReached(sheet, place.host)) found.push({ draft, words, beside, why: 'host closed' })
  }
  return found
}

/** Whether a draft says nothing: no words, and nothing struck. */
function isVoid({ change, text }: Draft): boolean {
  return text.length === 0 && change.is === 'words' && change.was.struck === ''
}

/** Whether a host is read on the sheet: it and every host around it is open. */
function isReached(sheet: Sheet, host: Host): boolean {
  let at = host
  for (const seen = new Set<Host>(); !seen.has(at); ) {
    seen.add(at)
    const parts = hostParts(at)
    if (parts.is === 'block') return sheet.table.order().includes(parts.id)
    if (parts.is === 'note') return sheet.table.note(parts.id) !== null
    const record = sheet.record(parts.id)
    if (record === null) return false
    if (record.change.is === 'paragraph') return true
    const place = sheet.place(record.change)
    if (place === null) return false
    at = place.host
  }
  return false
}
