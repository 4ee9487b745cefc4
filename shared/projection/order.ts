import { generateKeyBetween } from 'fractional-indexing'
import type { ProposalId } from '../table/ids.ts'

/** Orders records at one place: by `order`, ties by id, no clock; plain code-unit comparison, alike on every machine. */
export function compareOrder(
  a: { change: { order: string }; id: string },
  b: { change: { order: string }; id: string },
): number {
  return compare(a.change.order, b.change.order) || compare(a.id, b.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * An `order` between two neighbours (null: none on that side). A few characters of the record's own id follow, so that two
 * parties who write at one place at the same moment do not get the same one: between equals nobody could write any more.
 */
export function orderBetween(before: string | null, after: string | null, id: ProposalId): string {
  const suffix = `${id.replace(/[^0-9A-Za-z]/g, '').slice(-4)}V`
  let bound = after
  for (let tries = 0; tries < maxTries; tries++) {
    const key = keyBetween(before, bound)
    if (after === null || key + suffix < after) return key + suffix
    bound = key
  }
  return keyBetween(before, after)
}

/** Each try goes lower; the second does it unless another's program made up orders that leave no room. */
const maxTries = 4

function keyBetween(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, before !== null && after !== null && before >= after ? null : after)
  } catch {
    // An order another party's program made up: stand right behind it, however it reads.
    return `${before ?? ''}V`
  }
}
