import type { Host } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { Card } from './Card.ts'
import { cardsOf } from './cardsOf.ts'
import type { Passage } from './project.ts'
import type { ShownSheet } from './ShownSheet.ts'

interface Kept {
  readonly passages: readonly Passage[]
  readonly label: string
  readonly cards: readonly Card[]
  /** One of a group says how many pieces there are, and these are read elsewhere. */
  readonly isGrouped: boolean
}

/**
 * The cards of a sheet as it is shown, in reading order, by the text they are on. Only texts that read differently are read
 * again, and a card that says the same as before is the same value: what is drawn from it need not be drawn again.
 */
export class ShownCards {
  private readonly shown: ShownSheet
  private byHost: ReadonlyMap<Host, Kept> = new Map()
  private cards: ReadonlyMap<Host, readonly Card[]> = new Map()
  private version = -1
  private wholeVersion = -1

  constructor(shown: ShownSheet) {
    this.shown = shown
  }

  /** The cards as of the sheet's last refresh; the same map until the next that changed something. */
  read(): ReadonlyMap<Host, readonly Card[]> {
    const { shown } = this
    if (this.version === shown.version) return this.cards
    const isWhole = this.wholeVersion !== shown.wholeVersion
    this.version = shown.version
    this.wholeVersion = shown.wholeVersion
    const next = new Map<Host, Kept>()
    const cards = new Map<Host, readonly Card[]>()
    for (const root of shown.roots) {
      const { host } = root
      const passages = shown.passages(host)
      const label = shown.nameOf(host)
      const before = this.byHost.get(host)
      const isSame = before?.passages === passages && before.label === label && !before.isGrouped && !isWhole
      const kept = before !== undefined && isSame ? before : this.readAgain(host, label, passages, before?.cards ?? [])
      next.set(host, kept)
      if (kept.cards.length > 0) cards.set(host, kept.cards)
    }
    this.byHost = next
    this.cards = cards
    return cards
  }

  private readAgain(host: Host, label: string, passages: readonly Passage[], before: readonly Card[]): Kept {
    const { sheet, numbers } = this.shown
    const fresh = cardsOf(sheet, { host, label, passages }, numbers)
    const cards = fresh.map(card => {
      const old = before.find(({ id }) => id === card.id)
      return old !== undefined && JSON.stringify(old) === JSON.stringify(card) ? old : card
    })
    return { passages, label, cards, isGrouped: cards.some(({ id }) => this.groupOf(id) !== null) }
  }

  private groupOf(id: ProposalId): string | null {
    const { table, desk } = this.shown.sheet
    return table.proposal(id)?.group ?? desk?.draft(id)?.group ?? null
  }
}
