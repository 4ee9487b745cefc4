import { useState } from 'react'
import type { CardStance, Saying } from '../../shared/projection/Card.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import type { Party } from '../../shared/table/Party.ts'
import { Button } from '../design/Button.tsx'
import { Moment } from './Clock.tsx'
import { FacilitatorWarnings } from './FacilitatorWarnings.tsx'
import { MarkedText } from './MarkedText.tsx'
import { PartyName } from './PartyName.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { SayingLine } from './SayingLine.tsx'

/** A text before and after the decision, with the label it is known by: "18 (b)". */
export interface TextReading {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** A proposal the decision concerns beside the one on the card. */
export interface OtherProposal {
  readonly id: ProposalId
  readonly party: Party
  readonly saying: Saying
}

/** A proposal nested in this one's words: to be taken with it or left. */
export interface NestedChoice extends OtherProposal {
  readonly chosen: boolean
}

export interface FacilitatorPreviewProps {
  readonly texts: readonly TextReading[]
  readonly nested: readonly NestedChoice[]
  readonly onChoose: (id: ProposalId, chosen: boolean) => void
  /** Stances that stand against what is chosen, on its present words. */
  readonly objections: readonly CardStance[]
  /** Rivals that close as superseded; they stay on the record with their supporters. */
  readonly superseded: readonly OtherProposal[]
  /** The moment of the text the preview was made from. */
  readonly asOf: number
  /** Why it cannot be incorporated as things stand, in a sentence; null when it can. */
  readonly refused: string | null
  /** The text has moved on since the last attempt, and this is the new preview. */
  readonly movedOn: boolean
  readonly busy: boolean
  readonly onIncorporate: () => void
  /** Null where only one is offered, as after "Incorporate…". */
  readonly onSetAside: ((reason: string | null) => void) | null
  readonly onCancel: () => void
}

/** How the text will read if this is incorporated, who still objects, and the decision. Nobody is overridden by one press. */
export function FacilitatorPreview(props: FacilitatorPreviewProps) {
  const [step, setStep] = useState<'look' | 'over' | 'aside'>('look')
  const { texts, nested, objections, refused, busy } = props
  if (step === 'aside' && props.onSetAside !== null)
    return (
      <ReasonForm
        title="Set aside: the proposal leaves the text and stays on the record."
        label="Reason (may stay empty)"
        button="Set aside"
        busy={busy}
        onDone={props.onSetAside}
        onCancel={() => setStep('look')}
      />
    )
  return (
    <section className="card-part" aria-label="Preview">
      {nested.length > 0 && (
        <fieldset>
          <legend className="legend">Taken with it</legend>
          {nested.map(choice => (
            <label key={choice.id} className="choice">
              <input
                type="checkbox"
                checked={choice.chosen}
                onChange={event => props.onChoose(choice.id, event.target.checked)}
              />
              <span>
                <PartyName party={choice.party} form="short" /> <SayingLine saying={choice.saying} />
              </span>
              {!choice.chosen && <small>Stays open and moves along.</small>}
            </label>
          ))}
        </fieldset>
      )}
      {texts.map(({ label, before, after }) => (
        <div key={label}>
          <h3>{after === '' ? `${label} would be deleted` : `${label} would read`}</h3>
          <MarkedText before={before} after={after} removed="shown" />
        </div>
      ))}
      <FacilitatorWarnings {...props} />
      <p className="fact">
        Text as of <Moment at={props.asOf} precision="seconds" />.
      </p>
      <div className="acts">{step === 'over' ? <Over {...props} onBack={() => setStep('look')} /> : first()}</div>
    </section>
  )

  function first() {
    return (
      <>
        {refused === null && objections.length === 0 && (
          <Button look="main" disabled={busy} onPress={props.onIncorporate}>
            Incorporate
          </Button>
        )}
        {refused === null && objections.length > 0 && (
          <Button look="main" disabled={busy} onPress={() => setStep('over')}>
            Incorporate over {objections.length === 1 ? 'the objection' : `${objections.length} objections`}…
          </Button>
        )}
        {props.onSetAside !== null && (
          <Button disabled={busy} onPress={() => setStep('aside')}>
            Set aside…
          </Button>
        )}
        <Button look="quiet" onPress={props.onCancel}>
          Close
        </Button>
      </>
    )
  }
}

function Over(props: FacilitatorPreviewProps & { readonly onBack: () => void }) {
  const names = [...new Set(props.objections.map(({ party }) => party.short))].join(', ')
  return (
    <>
      <p className="fact" role="alert">
        The record will say that it was incorporated over the objection of {names}.
      </p>
      <Button look="main" disabled={props.busy} onPress={props.onIncorporate}>
        Incorporate over the objection
      </Button>
      <Button onPress={props.onBack}>Back</Button>
    </>
  )
}
