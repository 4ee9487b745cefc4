import { useEffect } from 'react'
import type { Card } from '../../shared/projection/Card.ts'
import { readWords } from '../../shared/table/words.ts'
import type { Desktop } from './Desktop.ts'
import { isWriting } from './isWriting.ts'
import type { Doing } from './useActs.ts'

export interface ShortcutsOptions {
  readonly desktop: Desktop
  readonly cards: readonly Card[]
  readonly doing: Doing
  readonly announce: (sentence: string) => void
  readonly onTable: () => void
  readonly onShortcuts: () => void
  /** Alt and a letter, by the key's place on the keyboard: `KeyA`. */
  readonly letters: Readonly<Record<string, () => void>>
}

/** The page's own keys. Those of writing belong to the editor. */
export function useShortcuts({
  desktop,
  cards,
  doing,
  announce,
  onTable,
  onShortcuts,
  letters,
}: ShortcutsOptions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isWriting(event.target)) onShortcuts()
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
        if (
          !isWriting(event.target) &&
          !isPressing(event.target) &&
          desktop.negotiation.session.abilities.includes('table')
        )
          onTable()
      } else if (!event.altKey || event.ctrlKey || event.metaKey) return
      else if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
        event.preventDefault()
        step(desktop, cards, event.code === 'ArrowDown' ? 1 : -1)
      } else if (letters[event.code] !== undefined) {
        event.preventDefault()
        letters[event.code]?.()
      } else if (event.code === 'KeyS' || event.code === 'KeyL') {
        if (!desktop.negotiation.session.abilities.includes('stance')) return
        event.preventDefault()
        support(event.code === 'KeyS' ? 'support' : 'live with')
      }
    }
    const support = (kind: 'support' | 'live with') => {
      const text = desktop.active === null ? undefined : desktop.negotiation.sheet.table.proposal(desktop.active)?.text
      if (desktop.active === null || text === undefined) announce('Put the caret into a tabled bracket first.')
      else doing.act({ act: 'stance', on: desktop.active, kind, words: readWords(text).text })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}

function step(desktop: Desktop, cards: readonly Card[], by: 1 | -1): void {
  const at = cards.findIndex(({ id }) => id === desktop.active)
  const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by]
  if (next !== undefined) desktop.editor?.goTo(next.root, next.id)
}

/** Where Enter does something of its own. */
function isPressing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"], button, a') !== null
}
