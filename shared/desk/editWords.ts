import { type Passage, project } from '../projection/project.ts'
import type { Host } from '../table/Host.ts'
import type { Words } from '../table/words.ts'
import type { Editing } from './Editing.ts'
import { insertionPlace } from './insertionPlace.ts'
import { isMine } from './isMine.ts'
import { isOurs } from './isOurs.ts'
import { type Stretch, strike } from './strike.ts'

/** Offsets, in the text as it is shown after an edit, of what the edit left: struck words stay between the two. */
export interface Edited {
  readonly from: number
  readonly to: number
}

/**
 * An edit at the desk, in offsets of the text as shown (struck words counted): `from..to` goes and `insert` comes. One's own
 * words are really deleted; everybody else's are struck; the new words are one's own proposal. Nobody else's text or record
 * changes. Afterwards what its party reads is what it read before, with exactly that edit.
 */
export function editWords(
  editing: Editing,
  root: Host,
  from: number,
  to: number,
  insert: Words,
  group: string | null = null,
): Edited {
  const { own, others } = takeApart(editing, project(editing.sheet, root), from, to)
  const struck = others.length === 0 && own.length === 0 ? [] : strike(editing, own, others, group, insert.text !== '')
  const removed = own.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)
  const zone = { from, to: to - removed }
  if (insert.text === '') return zone
  const place = insertionPlace(editing, root, zone, struck, group)
  editing.type(() => editing.insert(place.id, place.offset, insert))
  const end = shownOffset(project(editing.sheet, root), `proposal:${place.id}`, place.offset + insert.text.length)
  return { from: end, to: end }
}

/** Splits a shown range into what is one's own to delete and what is others' to strike; words one has struck already stay as they are. */
function takeApart(editing: Editing, passages: readonly Passage[], from: number, to: number) {
  const own: Stretch[] = []
  const others: Stretch[] = []
  let start = 0
  for (const passage of passages) {
    const a = Math.max(start, from)
    const b = Math.min(start + passage.text.length, to)
    const at = start
    start += passage.text.length
    if (a >= b) continue
    const stretch = {
      host: passage.host,
      from: passage.offset + a - at,
      to: passage.offset + b - at,
      depth: passage.path.length,
    }
    if (isMine(editing, passage.host)) own.push(stretch)
    else if (!passage.struck.some(id => isOurs(editing, id))) {
      const last = others.findLast(other => other.host === stretch.host)
      if (last?.to === stretch.from) others[others.lastIndexOf(last)] = { ...last, to: stretch.to }
      else others.push(stretch)
    }
  }
  return { own, others }
}

/** Where a place right after a host's character (or at the start of its text) is shown. */
export function shownOffset(passages: readonly Passage[], host: Host, offset: number): number {
  let start = 0
  let found = 0
  for (const passage of passages) {
    if (passage.host === host && passage.offset <= offset && (offset > passage.offset || offset === 0 || found === 0))
      if (offset <= passage.offset + passage.text.length) {
        found = start + offset - passage.offset
        if (offset > passage.offset) return found
      }
    start += passage.text.length
  }
  return found
}
