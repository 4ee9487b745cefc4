import type { Card } from '../../shared/projection/Card.ts'
import { Moment } from './Clock.tsx'
import type { CardSize } from './Margin.tsx'
import { PartyName } from './PartyName.tsx'

export interface CardHeadProps {
  readonly card: Card
  readonly size: CardSize
}

/** Whose proposal it is, where, and since when; or, not tabled yet, who sees it. */
export function CardHead({ card, size }: CardHeadProps) {
  return (
    <header className="card-head">
      {headOf(card, size)}
      <span className="card-at">
        {card.at}
        {card.tabledAt !== null && card.shown === 'tabled' && (
          <>
            {' · '}
            <Moment at={card.tabledAt} />
          </>
        )}
      </span>
      {quietSentence(card) !== null && <small>{quietSentence(card)}</small>}
    </header>
  )
}

function headOf(card: Card, size: CardSize) {
  return (
    <span>
      <PartyName party={card.party} form={size === 'brief' ? 'short' : 'name'} />
      {card.enteredBy !== null && <> (entered by {card.enteredBy.short})</>}
      {card.bridging && <span className="tag">bridging</span>}
    </span>
  )
}

function quietSentence(card: Card): string | null {
  switch (card.shown) {
    case 'tabled':
      return null
    case 'untabled':
      return `Not tabled: only ${card.party.short} sees this`
    case 'amended':
      return `Amended since it was tabled: only ${card.party.short} sees the change`
    case 'withdrawal':
      return `To be withdrawn: others still see it`
    default:
      throw new Error(`unknown standing ${card.shown satisfies never}`)
  }
}
