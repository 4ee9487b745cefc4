import type { Sheet } from '../projection/Sheet.ts'
import { anchorAt } from '../table/Anchor.ts'
import type { Change } from '../table/Proposal.ts'

/** A change's place as the table keeps it: on the host where its words are now, when a decision has moved them. */
export function currentChange(sheet: Sheet, change: Change): Change {
  if (change.is === 'paragraph') return { ...change, after: sheet.standsAfter(change) }
  const place = sheet.place(change)
  const text = place === null || place.host === change.host ? null : sheet.text(place.host)
  if (place === null || text === null) return change
  const start = anchorAt(text, place.start, place.start === place.end ? 'after' : 'before')
  const { host, start: from, end, order, basis } = change
  return {
    ...change,
    host: place.host,
    start,
    end: anchorAt(text, place.end, 'after'),
    // What has landed there before is what its words are: it stands among them, not behind.
    basis: sheet.table.roots.decisions.length,
    deskPlace: change.deskPlace ?? { host, start: from, end, order, basis },
  }
}
