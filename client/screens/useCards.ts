import { useRef } from 'react'
import type { Card } from '../../shared/projection/Card.ts'
import { cardsOf } from '../../shared/projection/cardsOf.ts'
import type { Passage } from '../../shared/projection/project.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { Host } from '../../shared/table/Host.ts'

interface Kept {
  readonly passages: readonly Passage[]
  readonly numbers: ShownSheet['numbers']
  readonly decisions: number
  readonly cards: readonly Card[]
}

/** The cards of the whole sheet in reading order, by the text they are on. Only texts that read differently are read again. */
export function useCards(shown: ShownSheet): ReadonlyMap<Host, readonly Card[]> {
  const kept = useRef(new Map<Host, Kept>())
  const cards = new Map<Host, readonly Card[]>()
  const next = new Map<Host, Kept>()
  const decisions = shown.sheet.table.roots.decisions.length
  for (const { host } of shown.roots) {
    const passages = shown.passages(host)
    const before = kept.current.get(host)
    const isSame =
      before?.passages === passages && before.decisions === decisions && sameNumbers(before.numbers, shown.numbers)
    const label = shown.labels.get(host)?.full ?? `note ${noteNumber(shown, host)}`
    const made =
      before !== undefined && isSame ? before.cards : cardsOf(shown.sheet, { host, label, passages }, shown.numbers)
    next.set(host, { passages, numbers: shown.numbers, decisions, cards: made })
    if (made.length > 0) cards.set(host, made)
  }
  kept.current = next
  return cards
}

function noteNumber(shown: ShownSheet, host: Host): string {
  const root = shown.roots.find(each => each.host === host)
  return root?.is === 'note' ? root.number : ''
}

const sameNumbers = (a: ShownSheet['numbers'], b: ShownSheet['numbers']) =>
  a === b || (a.size === b.size && [...a].every(([id, number]) => b.get(id) === number))
