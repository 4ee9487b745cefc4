import { originAt } from '../projection/deskOffset.ts'
import { followAnchor } from '../projection/followAnchor.ts'
import type { PlacedRecord } from '../projection/Sheet.ts'
import { anchorIndex, anchorPlace, characterAt } from '../table/Anchor.ts'
import { type Host, proposalHost } from '../table/Host.ts'
import { readWords } from '../table/words.ts'
import { currentOrigin } from './currentOrigin.ts'
import type { Editing } from './Editing.ts'
import type { InsertionPlace } from './insertionPlace.ts'
import { isOurs } from './isOurs.ts'
import { orderAmong } from './orderAmong.ts'
import { wasAt } from './was.ts'

/**
 * Own words may lie in a strike of one's own party, made while they stood in the draft and a decision on them was not yet taken
 * back, or entered for it by the Secretariat. What is typed among them, or at their start where the first is deleted, would be
 * struck with them: it goes to the words that replace them, or where these are not one's own to type in, into a proposal among them.
 */
export function ownStrikeAt(editing: Editing, place: InsertionPlace): PlacedRecord | null {
  const strike = editing.sheet
    .records(proposalHost(place.id))
    .find(
      record =>
        isOurs(editing, record.id) &&
        place.offset < record.end &&
        (record.start < place.offset || (record.start === place.offset && beginsWithGone(editing, record, place))),
    )
  return strike ?? null
}

/** A proposal of its own among words that are struck: behind what is nested in them last before the caret, else where the strike begins. */
export function amongStruck(
  editing: Editing,
  own: Host,
  strike: PlacedRecord,
  last: PlacedRecord | null,
  group: string | null,
): InsertionPlace {
  const { sheet } = editing
  const before = last !== null && last.end >= strike.start ? last : null
  const neighbour = before ?? strike
  const { host, anchor } = followAnchor(
    sheet.table,
    neighbour.change.host,
    before === null ? strike.change.start : before.change.end,
  )
  const text = sheet.table.text(host)
  if (text === null) throw new Error(`no text at ${host} to write in`)
  const id = editing.freshId()
  const here = sheet.records(own).filter(({ end }) => end === (before === null ? strike.start : before.end))
  const order = orderAmong(here, before, before === null ? (here[0] ?? null) : null, id)
  const at = anchorIndex(text, anchor) ?? 0
  const was = wasAt(readWords(text).text, at, at)
  const basis = sheet.table.roots.decisions.length
  editing.create(id, { is: 'words', host, start: anchor, end: anchor, order, basis, was }, group)
  return { id, offset: 0 }
}

/** Whether the first character a strike was made on is deleted: what is written there comes behind it, and so into the strike. */
function beginsWithGone({ sheet, desk }: Editing, { change }: PlacedRecord, { id, offset }: InsertionPlace): boolean {
  const { anchor } = followAnchor(sheet.table, change.host, change.start)
  const proposal = sheet.table.proposal(id)
  const draft = desk.draft(id)
  const tabled = proposal === null ? null : anchorPlace(proposal.text, anchor)
  if (proposal === null || draft === null || tabled === null) return false
  const struck = originAt(currentOrigin(proposal.origin, draft.revived), tabled.index)
  const first = characterAt(draft.text, offset)
  return struck?.client !== first?.client || struck?.clock !== first?.clock
}
