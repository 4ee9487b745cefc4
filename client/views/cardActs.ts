import type { Ability } from '../../shared/acts/permissions.ts'
import type { Card, Saying } from '../../shared/projection/Card.ts'
import type { PartyId } from '../../shared/table/ids.ts'
import type { StanceKind } from '../../shared/table/Stance.ts'

/** What one may do from a card. `oppose` says "retain" or "delete", whichever `oppositionTo` gives. */
export type CardAct =
  | 'support'
  | 'live with'
  | 'reserve'
  | 'oppose'
  | 'counter'
  | 'withdraw stance'
  | 'table'
  | 'discard'
  | 'amend'
  | 'withdraw'
  | 'confirm'
  | 'disown'
  | 'incorporate'
  | 'bridge'
  | 'set aside'

/** The stance that stands against a proposal, as it prints (D11): who wants struck words kept says "retain", who wants new ones out "delete". */
export function oppositionTo(saying: Saying): StanceKind {
  switch (saying.is) {
    case 'insert':
    case 'new paragraph':
      return 'delete'
    case 'strike':
    case 'replace':
    case 'delete paragraph':
      return 'retain'
    default:
      throw new Error(`unknown saying ${saying satisfies never}`)
  }
}

/** The acts a reader may do from a card, in the order of their buttons. Only these get a button. */
export function cardActs(card: Card, abilities: readonly Ability[], party: PartyId | null): readonly CardAct[] {
  const may = (ability: Ability) => abilities.includes(ability)
  const acts: CardAct[] = []
  const add = (act: CardAct, allowed: boolean) => {
    if (allowed) acts.push(act)
  }
  const tabled = card.shown === 'tabled' || card.shown === 'amended'
  const enteredByUs = card.enteredBy !== null && card.enteredBy.id === party
  if (card.mine && card.shown !== 'tabled') {
    add('table', may('table'))
    add('discard', may('write at a desk'))
  }
  add('confirm', tabled && card.ours && (card.disturbed || card.enteredBy !== null) && may('confirm'))
  add('disown', tabled && card.ours && card.enteredBy !== null && may('disown'))
  add('amend', card.shown === 'tabled' && card.ours && may('write at a desk'))
  add('withdraw', tabled && (card.ours || enteredByUs) && may('withdraw'))
  if (tabled && !card.ours) {
    add('support', may('stance'))
    add('live with', may('stance'))
    add('reserve', may('stance'))
    add('oppose', may('stance'))
    add('counter', may('stance') && may('write at a desk'))
  }
  add('incorporate', tabled && may('incorporate'))
  add('bridge', tabled && !card.ours && may('incorporate') && may('write at a desk'))
  add('set aside', tabled && may('set aside'))
  return acts
}
