import type { FoundPlace, RecordProvenance } from '../../shared/provenance/rootProvenance.ts'

export interface CardProvenanceProps {
  readonly provenance: RecordProvenance
  /** Asks for the line of texts the words stood in. */
  readonly onPedigree: () => void
}

/** More places than these would crowd the card; the pedigree has them all. */
const MOST_PLACES = 2

/** On a card: how much of the proposal is agreed language and from where, and what agreed language it touches. Nothing when it is none. */
export function CardProvenance({ provenance, onPedigree }: CardProvenanceProps) {
  const { words, agreed, places, alters, strikes } = provenance
  const lines: { readonly says: string; readonly places: readonly FoundPlace[] }[] = []
  if (agreed > 0) lines.push({ says: shareOf(agreed, words), places })
  else if (alters.length > 0) lines.push({ says: 'Alters agreed language', places: alters })
  if (strikes.length > 0) lines.push({ says: 'Strikes agreed language', places: strikes })
  if (lines.length === 0) return null
  return (
    <div className="card-provenance">
      {lines.map(line => (
        <p key={line.says} className="fact">
          {line.says}:{' '}
          <button type="button" className="more" onClick={onPedigree}>
            {namesOf(line.places)}
          </button>
        </p>
      ))}
    </div>
  )
}

function shareOf(agreed: number, words: number): string {
  if (agreed >= words) return agreed === 1 ? 'Agreed language' : `Agreed language, all ${agreed} words`
  return `Agreed language, ${agreed} of ${words} words`
}

function namesOf(places: readonly FoundPlace[]): string {
  const more = places.length - MOST_PLACES
  const names = places.slice(0, MOST_PLACES).map(({ name }) => name)
  return names.join('; ') + (more > 0 ? `; and ${more} more` : '')
}
