import type { ReactNode } from 'react'
import type { Card } from '../../shared/projection/Card.ts'
import type { RecordProvenance } from '../../shared/provenance/rootProvenance.ts'
import type { PartyId } from '../../shared/table/ids.ts'
import { inkStyle } from '../design/inks.ts'
import './card.css'
import { CardButtons } from './CardButtons.tsx'
import { CardHead } from './CardHead.tsx'
import { CardProvenance } from './CardProvenance.tsx'
import type { CardAct } from './cardActs.ts'
import type { CardSize } from './Margin.tsx'
import { SayingLine } from './SayingLine.tsx'
import { StanceList } from './StanceList.tsx'
import { sayChange } from './sayChange.ts'

export interface ProposalCardProps {
  readonly card: Card
  readonly size: CardSize
  readonly active: boolean
  /** What this reader may do here (`cardActs`). */
  readonly acts: readonly CardAct[]
  readonly onAct: (act: CardAct, card: Card) => void
  /** The reader's own party, or null. */
  readonly party: PartyId | null
  /** Whether an act of this card is on its way: its buttons wait. */
  readonly busy: boolean
  /** The card was pressed or got the focus. */
  readonly onFocus: () => void
  /** Goes to another piece of the same change, or to one nested in it. */
  readonly onGoTo: (id: Card['id']) => void
  /** How much of it is agreed language; null while that is not known. */
  readonly provenance: RecordProvenance | null
  /** Asks for the line of texts its words stood in. */
  readonly onPedigree: () => void
  /** What the card unfolds: `StanceForm`, `FacilitatorPreview`, or null. */
  readonly children: ReactNode
}

/** One proposal in the margin: whose it is, the change in words, why, who says what, and only what this reader may do. */
export function ProposalCard(props: ProposalCardProps) {
  const { card, size, active, children } = props
  return (
    <article
      className="card"
      style={inkStyle(card.party.ink)}
      data-size={size}
      data-active={active}
      data-quiet={card.mine && card.shown !== 'tabled'}
      aria-label={sayChange(card.party, card.saying)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: cards are stops on the way through the page, so that their words can be reached
      tabIndex={0}
      onFocus={props.onFocus}
    >
      <CardHead card={card} size={size} />
      <SayingLine saying={card.saying} />
      {size === 'full' && <CardFacts card={card} onGoTo={props.onGoTo} />}
      {size === 'full' && props.provenance !== null && (
        <CardProvenance provenance={props.provenance} onPedigree={props.onPedigree} />
      )}
      <StanceList stances={card.stances} party={props.party} counted={size === 'brief'} />
      {children === null && (size === 'full' || active) && (
        <CardButtons
          card={card}
          acts={props.acts}
          onAct={props.onAct}
          party={props.party}
          busy={props.busy}
          active={active}
        />
      )}
      {children}
    </article>
  )
}

function CardFacts({ card, onGoTo }: { readonly card: Card; readonly onGoTo: (id: Card['id']) => void }) {
  const [piece] = card.group
  const [nested] = card.nested
  return (
    <>
      {card.reason !== null && <p className="why">{card.reason}</p>}
      {card.disturbed && (
        <p className="warn">
          The words it was written on have changed since. It waits for {card.ours ? 'you' : card.party.short} to confirm
          it.
        </p>
      )}
      {card.notes.map(note => (
        <p key={note} className="fact">
          {note}
        </p>
      ))}
      {piece !== undefined && (
        <p className="fact">
          One of {card.group.length + 1} pieces of the same change.{' '}
          <button type="button" className="more" onClick={() => onGoTo(piece)}>
            Next piece
          </button>
        </p>
      )}
      {nested !== undefined && (
        <p className="fact">
          {card.nested.length === 1 ? '1 proposal' : `${card.nested.length} proposals`} on its words.{' '}
          <button type="button" className="more" onClick={() => onGoTo(nested)}>
            Show
          </button>
        </p>
      )}
    </>
  )
}
