import { orderBetween } from '../projection/order.ts'
import type { Sheet } from '../projection/Sheet.ts'
import { type Anchor, anchorPlace, characterAt } from '../table/Anchor.ts'
import type { Decision, PieceChange, PlaceBefore } from '../table/Decision.ts'
import { type Host, hostParts } from '../table/Host.ts'
import type { CharacterRun, WordsChange } from '../table/Proposal.ts'
import type { TableWrite } from './TableWrite.ts'

/**
 * Puts the records that an incorporation moved or touched where they stood before it, now that it is taken back. Each gets its
 * own place of then, character for character, so that it keeps its order beside what is still on desks; where the character it
 * kept to cannot be told from words put back, it gets a place by number.
 */
export function placesAgain(
  { table }: Sheet,
  { places, pieces }: Extract<Decision, { is: 'incorporate' }>,
  basis: number,
): readonly TableWrite[] {
  const writes: TableWrite[] = []
  const standing = places.filter(({ id, change }) => {
    const now = table.proposal(id)?.change
    // Its party has placed it anew since, and the words there are unchanged.
    return now?.is === 'words' && (now.byDecision === true || isSamePlace(now, change))
  })
  const inexact = new Set(
    standing
      .filter(({ host, change }) => !isExact(table, host, change, pieces))
      .map(({ host, end }) => `${host} ${end}`),
  )
  let last: PlaceBefore | null = null
  for (const place of standing) {
    const { id, change, host, start, end, order, was } = place
    if (!inexact.has(`${host} ${end}`)) {
      writes.push({ write: 'change', id, change })
      continue
    }
    // Some kept their order by keeping to different characters; all keep to the same one now, and `order` alone tells.
    const tied: string | null = last?.host === host && last.end === end && last.order >= order ? last.order : null
    const kept: string = tied === null ? order : orderBetween(tied, null, id)
    last = { ...place, order: kept }
    writes.push({ write: 'place', id, host, start, end, order: kept, basis, was })
  }
  return writes
}

function isSamePlace(a: WordsChange, b: WordsChange): boolean {
  return JSON.stringify([a.host, a.start, a.end, a.order]) === JSON.stringify([b.host, b.start, b.end, b.order])
}

/** Whether a place of then, given again, comes to the same: the words it was nested in are as they were, or its characters stand. */
function isExact(table: Sheet['table'], host: Host, change: WordsChange, pieces: readonly PieceChange[]): boolean {
  if (hostParts(host).is === 'proposal') return true
  if (change.host !== host) return false
  const text = table.text(host)
  const here = pieces.filter(piece => piece.host === host && piece.removed.text !== '')
  const holds = (anchor: Anchor) => {
    if (anchor === 'start' || here.some(({ removedIds }) => isIn(removedIds, anchor))) return true
    const place = text === null ? null : anchorPlace(text, anchor)
    if (text === null || place === null) return false
    const now = characterAt(text, anchor.side === 'after' ? place.index - 1 : place.index)
    if (now?.client === anchor.client && now.clock === anchor.clock) return true
    // It keeps to a character gone before: words put back at the same gap come behind it, whichever side they were on.
    return !here.some(({ at, inserted }) => place.index >= at && place.index <= at + inserted)
  }
  return holds(change.start) && holds(change.end)
}

const isIn = (runs: readonly CharacterRun[], { client, clock }: Exclude<Anchor, 'start'>) =>
  runs.some(([of, from, length]) => of === client && clock >= from && clock < from + length)
