import type * as Y from 'yjs'
import { type AnchorPlace, anchorPlace } from '../table/Anchor.ts'
import type { Landing } from '../table/Forward.ts'
import type { Host } from '../table/Host.ts'
import type { Table } from '../table/Table.ts'
import { followAnchor } from './followAnchor.ts'

/** Past what has landed at a place, one after another, however much of it has gone since; null when nothing has. */
export function behindLandings(
  table: Table,
  host: Host,
  text: Y.Text,
  from: AnchorPlace,
  landings: readonly Landing[],
): AnchorPlace | null {
  const placeOf = (character: Landing['first'], side: 'before' | 'after') => {
    // Taken away and put back by decisions, it is another character now.
    const at = followAnchor(table, host, { ...character, side })
    return at.host === host ? anchorPlace(text, at.anchor) : null
  }
  const ends = landings.flatMap(({ first, last }) => {
    const [start, end] = [placeOf(first, 'before'), placeOf(last, 'after')]
    return start === null || end === null ? [] : [{ start, end }]
  })
  let at = from
  for (;;) {
    const next = ends.find(({ start, end }) => start.index === at.index && end.rank > at.rank)
    if (next === undefined) return at === from ? null : at
    at = next.end
  }
}
