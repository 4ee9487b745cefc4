import { type Host, hostParts } from '../table/Host.ts'
import type { Editing } from './Editing.ts'

/** Whether a host's text stands on this desk, to be typed in. */
export function isMine(editing: Editing, host: Host): boolean {
  const parts = hostParts(host)
  return parts.is === 'proposal' && editing.sheet.openDraft(parts.id) !== null
}
