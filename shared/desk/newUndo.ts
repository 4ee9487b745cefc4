import * as Y from 'yjs'
import { anchorIndex } from '../table/Anchor.ts'
import { type Character, charactersOf, nameOf } from '../table/Character.ts'
import { runsOf } from '../table/runsOf.ts'
import { created, type Desk, typed } from './Desk.ts'
import type { Draft } from './Draft.ts'
import { type RevivedPair, type RevivedRun, revivedPairs, revivedRuns } from './RevivedRun.ts'

/**
 * A way to undo what is typed at a desk. What it brings back are new characters; that they stand for the old ones is noted on the
 * desk, so that what others have written in these words stays where it is (R16). `captureTimeoutMs`: keys no further apart are one step.
 */
export function newUndo(desk: Desk, captureTimeoutMs: number): Y.UndoManager {
  const undo = new Y.UndoManager(desk.roots.drafts, {
    trackedOrigins: new Set([typed]),
    captureTimeout: captureTimeoutMs,
  })
  undo.on('stack-item-popped', () => noteRevived(desk))
  return undo
}

function noteRevived(desk: Desk): void {
  desk.doc.transact(() => {
    for (const draft of [...desk.drafts()]) {
      dropDoubles(draft)
      const revived = broughtBack(draft)
      if (JSON.stringify(revived) !== JSON.stringify(draft.revived))
        desk.roots.drafts.get(draft.id)?.set('revived', revived)
    }
  }, created)
}

/** What a colleague, who had deleted the same words, has brought back already is not brought back once more. */
function dropDoubles({ text, revived }: Draft): void {
  const again = redone(text)
  const live = new Set(charactersOf(runsOf(text)).map(nameOf))
  for (const [old, theirs] of revivedPairs(revived)) {
    const own = again.get(nameOf(old))?.[1]
    if (own === undefined || nameOf(own) === nameOf(theirs)) continue
    if (!live.has(nameOf(own)) || !live.has(nameOf(theirs))) continue
    const at = anchorIndex(text, { ...own, side: 'before' })
    if (at !== null) text.delete(at, 1)
  }
}

/** For each character that has been brought back, in this session or before, the last one that it has become, while that stands. */
function broughtBack({ text, revived }: Draft): readonly RevivedRun[] {
  const again = redone(text)
  if (again.size === 0) return revived
  const live = new Set(charactersOf(runsOf(text)).map(nameOf))
  const pairs = new Map<string, RevivedPair>()
  for (const [old, now] of [...revivedPairs(revived), ...again.values()]) {
    let last: Character = now
    for (let next = again.get(nameOf(last)); next !== undefined; next = again.get(nameOf(last))) last = next[1]
    if (live.has(nameOf(last))) pairs.set(nameOf(old), [old, last])
  }
  return revivedRuns(pairs.values())
}

/** Which characters of a text undo has made anew in this session, and as which. */
function redone(text: Y.Text): ReadonlyMap<string, RevivedPair> {
  const found = new Map<string, RevivedPair>()
  for (let item = text._start; item !== null; item = item.right) {
    const { id, redone: again, length } = item
    if (again === null) continue
    for (let step = 0; step < length; step++) {
      const old = { client: id.client, clock: id.clock + step }
      found.set(nameOf(old), [old, { client: again.client, clock: again.clock + step }])
    }
  }
  return found
}
