import { useState } from 'react'
import type { Message } from '../design/StatusLine.tsx'

export interface NoticeOptions {
  /** How many changes are on one's desk only, where tabling is by act. */
  readonly pending: number
  /** How many pieces of one's words stand nowhere on the sheet. */
  readonly lost: number
  readonly onTable: () => void
  readonly onTray: () => void
}

/**
 * What the line at the foot says while nothing has just happened: words of one's own that nobody else sees yet, or that have lost
 * their place. Dismissed, it comes back when there is something new to say.
 */
export function useNotice({ pending, lost, onTable, onTray }: NoticeOptions): {
  readonly notice: Message | null
  readonly dismiss: () => void
} {
  const [dismissed, setDismissed] = useState('')
  const key = `${pending} ${lost}`
  const dismiss = () => setDismissed(key)
  if (key === dismissed) return { notice: null, dismiss }
  if (lost > 0) {
    const what = lost === 1 ? 'Some words of yours have' : `${lost} pieces of your words have`
    const notice: Message = {
      sentence: `${what} lost their place. They are kept.`,
      tone: 'refused',
      act: { label: 'Show', onAct: onTray },
    }
    return { notice, dismiss }
  }
  if (pending === 0) return { notice: null, dismiss }
  const what = pending === 1 ? 'One change is' : `${pending} changes are`
  const act = { label: 'Table …', onAct: onTable }
  return { notice: { sentence: `${what} on your desk only.`, tone: 'said', act }, dismiss }
}
