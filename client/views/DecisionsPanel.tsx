import type { Saying } from '../../shared/projection/Card.ts'
import type { BlockStatus } from '../../shared/table/Block.ts'
import type { DecisionFacts } from '../../shared/table/Decision.ts'
import type { DecisionId, ProposalId } from '../../shared/table/ids.ts'
import type { Party } from '../../shared/table/Party.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Moment } from './Clock.tsx'
import './dialogs.css'
import type { TextReading } from './FacilitatorPreview.tsx'
import { MarkedText } from './MarkedText.tsx'
import { SayingLine } from './SayingLine.tsx'

/** What the record tells of a decision; any `Decision` of the table serves. */
export type ToldDecision = DecisionFacts &
  (
    | { readonly is: 'incorporate'; readonly proposals: readonly ProposalId[] }
    | { readonly is: 'set aside'; readonly proposals: readonly ProposalId[]; readonly reason: string | null }
    | {
        readonly is: 'status'
        readonly from: BlockStatus
        readonly to: BlockStatus
        readonly reason: string | null
      }
    | { readonly is: 'take back' }
  )

/** A decision with what its ids stand for. */
export interface DecisionEntry {
  readonly decision: ToldDecision
  /** Where: "18 (b)", or several of them. */
  readonly at: string
  /** Whose proposals it was about; empty for a status. */
  readonly parties: readonly Party[]
  readonly objecting: readonly Party[]
  readonly texts: readonly TextReading[]
  /** What the proposals said that were set aside: they changed no text. */
  readonly sayings: readonly Saying[]
  readonly takenBack: boolean
  /** Whether this reader may take it back now. */
  readonly mayTakeBack: boolean
}

export interface DecisionsPanelProps {
  readonly open: boolean
  /** The latest first. */
  readonly entries: readonly DecisionEntry[]
  readonly busy: boolean
  readonly onTakeBack: (id: DecisionId) => void
  /** Goes to the place in the text. */
  readonly onGoTo: (entry: DecisionEntry) => void
  readonly onClose: () => void
}

/** The record: who decided what, when, over whose objection, and the exact words before and after. Nothing leaves it. */
export function DecisionsPanel({ open, entries, busy, onTakeBack, onGoTo, onClose }: DecisionsPanelProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Record of decisions"
      sentence="The latest first. A decision taken back stays on the record."
      side="end"
      foot={null}
    >
      {entries.length === 0 && <p>Nothing has been decided yet.</p>}
      <ol className="pieces">
        {entries.map(entry => (
          <li key={entry.decision.id} data-taken-back={entry.takenBack}>
            <p className="piece-head">
              <button type="button" className="link" onClick={() => onGoTo(entry)}>
                {entry.at}
              </button>
              <Moment at={entry.decision.at} />
            </p>
            <p>
              <b>{entry.decision.person}</b> {decided(entry)}
              {entry.takenBack && <span className="tag">taken back</span>}
            </p>
            {entry.objecting.length > 0 && (
              <p className="warn">
                <b>Objecting:</b> {entry.objecting.map(({ name }) => name).join(', ')}
              </p>
            )}
            {entry.sayings.map(saying => (
              <SayingLine key={JSON.stringify(saying)} saying={saying} />
            ))}
            {entry.texts.map(({ label, before, after }) => (
              <div key={label}>
                <h3>{label}</h3>
                <MarkedText before={before} after={after} removed="shown" />
              </div>
            ))}
            {entry.mayTakeBack && (
              <div className="acts">
                <Button
                  disabled={busy}
                  label={`Take back the decision on ${entry.at}`}
                  onPress={() => onTakeBack(entry.decision.id)}
                >
                  Take back
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function decided({ decision, parties }: DecisionEntry): string {
  const whose = parties.length === 0 ? '' : ` of ${parties.map(({ short }) => short).join(', ')}`
  const what = (count: number) => (count === 1 ? `the proposal${whose}` : `${count} proposals${whose}`)
  const because = (reason: string | null) => (reason === null ? '.' : `: ${reason}`)
  switch (decision.is) {
    case 'incorporate':
      return `incorporated ${what(decision.proposals.length)}.`
    case 'set aside':
      return `set aside ${what(decision.proposals.length)}${because(decision.reason)}`
    case 'status':
      return `changed its status from ${decision.from} to ${decision.to}${because(decision.reason)}`
    case 'take back':
      return 'took back an earlier decision.'
    default:
      throw new Error(`unknown decision ${decision satisfies never}`)
  }
}
