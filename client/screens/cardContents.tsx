import { memo, useRef } from 'react'
import type { Ability } from '../../shared/acts/permissions.ts'
import type { Card } from '../../shared/projection/Card.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import type { CardAct } from '../views/cardActs.ts'
import { cardActs } from '../views/cardActs.ts'
import type { MarginCard } from '../views/Margin.tsx'
import { ProposalCard, type ProposalCardProps } from '../views/ProposalCard.tsx'
import type { Latest } from '../views/useLatest.ts'

export interface CardHandlers {
  readonly onAct: (act: CardAct, card: Card) => void
  readonly onGoTo: (id: ProposalId) => void
  readonly onFocus: (id: ProposalId) => void
  readonly onPedigree: (id: ProposalId) => void
}

/** What one card of the column is drawn from; `children` is what it unfolds, or null. */
export interface ColumnCardProps
  extends Pick<ProposalCardProps, 'card' | 'active' | 'party' | 'busy' | 'provenance' | 'children'> {
  readonly abilities: readonly Ability[]
  readonly handlers: Latest<CardHandlers>
}

/**
 * Gives each card's content for the margin: the same function as long as the card is drawn from the same. Of hundreds, a key or a
 * change by others draws again only those that now say something else.
 */
export function useCardContents(): (props: ColumnCardProps) => MarginCard['content'] {
  const kept = useRef(new WeakMap<Card, { readonly props: ColumnCardProps; readonly content: MarginCard['content'] }>())
  return props => {
    const before = kept.current.get(props.card)
    if (before !== undefined && isSame(before.props, props)) return before.content
    const content: MarginCard['content'] = size => (
      <ColumnCard {...props} size={props.children === null ? size : 'full'} />
    )
    kept.current.set(props.card, { props, content })
    return content
  }
}

function isSame(a: ColumnCardProps, b: ColumnCardProps): boolean {
  return (
    a.card === b.card &&
    a.active === b.active &&
    a.party === b.party &&
    a.busy === b.busy &&
    a.provenance === b.provenance &&
    a.children === b.children &&
    a.abilities === b.abilities &&
    a.handlers === b.handlers
  )
}

const ColumnCard = memo(function ColumnCard({
  abilities,
  handlers,
  ...props
}: ColumnCardProps & Pick<ProposalCardProps, 'size'>) {
  const { card, party } = props
  return (
    <ProposalCard
      {...props}
      acts={cardActs(card, abilities, party)}
      onAct={(act, on) => handlers.current.onAct(act, on)}
      onFocus={() => handlers.current.onFocus(card.id)}
      onGoTo={id => handlers.current.onGoTo(id)}
      onPedigree={() => handlers.current.onPedigree(card.id)}
    />
  )
})
