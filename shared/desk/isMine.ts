import { type Host, hostParts } from '../table/Host.ts'
import type { Editing } from './Editing.ts'

/** Whether a host's text stands on this desk to be typed in, in the name that is spoken in now: the Secretariat types for many. */
export function isMine(editing: Editing, host: Host): boolean {
  const parts = hostParts(host)
  const draft = parts.is === 'proposal' ? editing.sheet.openDraft(parts.id) : null
  return draft !== null && draft.enteredFor === editing.enteredFor
}
