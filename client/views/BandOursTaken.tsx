import { Button } from '../design/Button.tsx'
import './statusSentence.css'

export interface BandOursTakenProps {
  /** Whose proposals are taken: "European Union". */
  readonly party: string
  /** How many of them stand in this view, and how many of these are not tabled. */
  readonly taken: number
  readonly untabled: number
  readonly onBack: () => void
}

/** Says of the whole sheet that it is not the text on the table. */
export function BandOursTaken({ party, taken, untabled, onBack }: BandOursTakenProps) {
  const proposals = taken === 1 ? '1 proposal' : `${taken} proposals`
  return (
    <section className="band-ours" aria-label="Ours taken">
      <p>
        <b>Not the text on the table.</b>{' '}
        {taken === 0
          ? `${party} has proposed nothing: this is the draft as it stands.`
          : `This is how it would read with ${proposals} of ${party} taken${
              untabled > 0 ? `, ${untabled} of them not tabled` : ''
            }, and nobody else’s.`}
      </p>
      <Button onPress={onBack}>Back to the compilation</Button>
    </section>
  )
}
