import { Moment } from './Clock.tsx'
import './printedHead.css'
import type { View } from './TopBar.tsx'

export interface PrintedHeadProps {
  /** A comparison says itself what it is. */
  readonly view: Exclude<View, 'compare'>
  /** When the text last changed; null while it is not known. */
  readonly asOf: number | null
  /** The reader's party: "European Union"; null without one. */
  readonly party: string | null
  /** Changes at the party's desk that are not on the table. */
  readonly untabled: number
}

/** On paper only: which reading of the text this is, and of when. A sheet that is handed on must not pass for another. */
export function PrintedHead({ view, asOf, party, untabled }: PrintedHeadProps) {
  return (
    <p className="printed-head">
      {sentenceOf(view, party)}
      {asOf !== null && (
        <>
          {' '}
          Text as of <Moment at={asOf} precision="paper" />.
        </>
      )}
      {party !== null && untabled > 0 && view !== 'clean' && (
        <strong>
          {' '}
          {untabled === 1 ? '1 change' : `${untabled} changes`} of {party} {untabled === 1 ? 'is' : 'are'} not tabled
          {view === 'compilation' && ', marked by dashed lines'}: not for distribution.
        </strong>
      )}
    </p>
  )
}

function sentenceOf(view: PrintedHeadProps['view'], party: string | null): string {
  switch (view) {
    case 'compilation':
      return 'Compilation of proposals.'
    case 'clean':
      return 'The draft without the proposals on it.'
    case 'ours taken':
      return `Not the text on the table: how it would read with the proposals of ${party ?? 'one party'} taken and nobody else’s.`
    default:
      throw new Error(`unknown view ${view satisfies never}`)
  }
}
