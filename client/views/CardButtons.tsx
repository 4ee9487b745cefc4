import type { Card } from '../../shared/projection/Card.ts'
import type { PartyId } from '../../shared/table/ids.ts'
import type { StanceKind } from '../../shared/table/Stance.ts'
import { Button } from '../design/Button.tsx'
import { type CardAct, oppositionTo } from './cardActs.ts'

export interface CardButtonsProps {
  readonly card: Card
  readonly acts: readonly CardAct[]
  readonly onAct: (act: CardAct, card: Card) => void
  readonly party: PartyId | null
  readonly busy: boolean
  /** Only the card one is at has a button that stands out. */
  readonly active: boolean
}

/** The buttons of a card: only what one may press. A stance taken stays down; pressing it again takes it back. */
export function CardButtons({ card, acts, onAct, party, busy, active }: CardButtonsProps) {
  if (acts.length === 0) return null
  const own = card.stances.find(stance => stance.party.id === party && !stance.earlierWording)?.stance.kind
  return (
    <div className="acts">
      {acts.map(act => {
        const kind = stanceOf(act, card)
        const taken = kind !== null && kind === own
        return (
          <Button
            key={act}
            look={active && (act === 'table' || act === 'incorporate') ? 'main' : 'plain'}
            disabled={busy}
            onPress={() => onAct(taken ? 'withdraw stance' : act, card)}
            {...(kind === null ? {} : { pressed: taken })}
          >
            {labelOf(act, card)}
          </Button>
        )
      })}
    </div>
  )
}

function stanceOf(act: CardAct, card: Card): StanceKind | null {
  if (act === 'oppose') return oppositionTo(card.saying)
  return act === 'support' || act === 'live with' || act === 'reserve' ? act : null
}

function labelOf(act: CardAct, card: Card): string {
  switch (act) {
    case 'support':
      return 'Support'
    case 'live with':
      return 'Can live with'
    case 'reserve':
      return 'Reserve…'
    case 'oppose':
      return oppositionTo(card.saying) === 'retain' ? 'Retain the text' : 'Ask to delete'
    case 'counter':
      return 'Counter…'
    case 'withdraw stance':
      return 'Take back'
    case 'table':
      return card.shown === 'withdrawal' ? 'Withdraw for all' : 'Table…'
    case 'discard':
      return card.shown === 'untabled' ? 'Discard' : 'Undo the change'
    case 'amend':
      return 'Amend…'
    case 'withdraw':
      return 'Withdraw'
    case 'confirm':
      return 'Confirm'
    case 'disown':
      return 'Not ours'
    case 'incorporate':
      return 'Incorporate…'
    case 'bridge':
      return 'Bridge…'
    case 'set aside':
      return 'Set aside…'
    default:
      throw new Error(`unknown act ${act satisfies never}`)
  }
}
