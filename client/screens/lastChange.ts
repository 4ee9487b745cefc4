import type { Negotiation } from '../connection/Negotiation.ts'

/** When the table last changed in substance: the latest tabling or decision; null when nothing was. */
export function lastChange({ sheet }: Negotiation): number | null {
  let last = sheet.table.decisions().at(-1)?.at ?? 0
  for (const { tabledAt } of sheet.table.proposals()) last = Math.max(last, tabledAt)
  return last === 0 ? null : last
}
