import type { AgreedShare } from '../../shared/provenance/shareOf.ts'
import type { FoundPlace } from '../../shared/provenance/textMarks.ts'

/** More places than these would crowd a line; the pedigree has them all. */
const MOST_PLACES = 2

/** "Agreed language, 9 of 14 words". */
export function agreedWords({ agreed, words }: AgreedShare): string {
  if (agreed < words) return `Agreed language, ${agreed} of ${words} words`
  return agreed === 1 ? 'Agreed language' : `Agreed language, all ${agreed} words`
}

/** "2009, 3; 2019, stocktaking, 4; and 2 more". */
export function placeNames(places: readonly FoundPlace[]): string {
  const more = places.length - MOST_PLACES
  const names = places.slice(0, MOST_PLACES).map(({ name }) => name)
  return names.join('; ') + (more > 0 ? `; and ${more} more` : '')
}
