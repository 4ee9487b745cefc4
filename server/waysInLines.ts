import { wayIn } from './gate/wayIn.ts'
import { printedParties } from './specimen/laySpecimen.ts'
import type { StoredCapacity } from './storage/Store.ts'

/** Lines `<role> <name> <link>` for the open ways in of a negotiation: all, or of a long list those a first visitor needs. */
export function waysInLines(
  capacities: readonly StoredCapacity[],
  secret: Uint8Array,
  publicUrl: string,
  which: 'all' | 'first',
): readonly string[] {
  const lines: string[] = []
  for (const stored of capacities) {
    const way = wayIn(stored, secret, publicUrl)
    const isFirst = stored.party === null || printedParties.some(printed => printed === stored.party)
    if (way !== null && (which === 'all' || isFirst)) lines.push(`${way.role} ${way.person} ${way.link}`)
  }
  return lines
}
