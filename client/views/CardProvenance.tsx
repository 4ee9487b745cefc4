import type { RecordProvenance } from '../../shared/provenance/rootProvenance.ts'
import type { FoundPlace } from '../../shared/provenance/textMarks.ts'
import { agreedWords, placeNames } from './agreedWords.ts'

export interface CardProvenanceProps {
  readonly provenance: RecordProvenance
  /** Asks for the line of texts the words stood in. */
  readonly onPedigree: () => void
}

/** On a card: how much of the proposal is agreed language and from where, and what agreed language it touches. Nothing when it is none. */
export function CardProvenance({ provenance, onPedigree }: CardProvenanceProps) {
  const { agreed, places, alters, strikes } = provenance
  const lines: { readonly says: string; readonly places: readonly FoundPlace[] }[] = []
  if (agreed > 0) lines.push({ says: agreedWords(provenance), places })
  else if (alters.length > 0) lines.push({ says: 'Alters agreed language', places: alters })
  if (strikes.length > 0) lines.push({ says: 'Strikes agreed language', places: strikes })
  if (lines.length === 0) return null
  return (
    <div className="card-provenance">
      {lines.map(line => (
        <p key={line.says} className="fact">
          {line.says}:{' '}
          <button type="button" className="more" onClick={onPedigree}>
            {placeNames(line.places)}
          </button>
        </p>
      ))}
    </div>
  )
}
