import { project } from '../projection/project.ts'
import { type Host, hostParts } from '../table/Host.ts'
import type { PartyId } from '../table/ids.ts'
import type { Editing } from './Editing.ts'
import { isMine } from './isMine.ts'

/**
 * For which other party words in a range (or around a caret) were typed at this desk and are not on the table as they read now;
 * null when there are none. Nobody can propose anything on them before they are tabled: only the Secretariat meets such.
 */
export function untabledOfAnother(editing: Editing, root: Host, from: number, to: number): PartyId | null {
  const { sheet } = editing
  let start = 0
  for (const { host, text } of project(sheet, root)) {
    const end = start + text.length
    const isTouched = from === to ? start < from && from < end : start < to && from < end
    start = end
    const parts = hostParts(host)
    if (!isTouched || parts.is !== 'proposal' || isMine(editing, host)) continue
    const draft = sheet.openDraft(parts.id)
    if (draft !== null && sheet.record(parts.id)?.shown !== 'tabled') return draft.enteredFor ?? sheet.party
  }
  return null
}
