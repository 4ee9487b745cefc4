import { originAt } from '../../shared/projection/deskOffset.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import { anchorIndex, anchorPlace, characterAt } from '../../shared/table/Anchor.ts'
import { forwardAnchor } from '../../shared/table/Forward.ts'
import { hostParts } from '../../shared/table/Host.ts'
import type { CharacterRun } from '../../shared/table/Proposal.ts'
import type { CharacterRef } from './caret.ts'

/** Longer chains of decisions on one character are not met; the limit keeps a damaged table from turning in a circle. */
const maxHops = 64

/**
 * Where a character stands that decisions have moved: from one's desk through the proposal it was tabled as into the draft, or
 * back when a decision was taken back. Null when none has moved it.
 */
export function movedCharacter(sheet: Sheet, character: CharacterRef): CharacterRef | null {
  let at = onTable(sheet, character)
  for (let hops = 0; at !== null && hops < maxHops; hops++) {
    const next = forwardAnchor(sheet.table.forwards(at.host), { ...at, side: 'before' })
    if (next === null || next.anchor === 'start') break
    at = { host: next.host, client: next.anchor.client, clock: next.anchor.clock }
  }
  return at === null ? null : onSheet(sheet, at)
}

/** A character of a desk's words as the table has it. */
function onTable(sheet: Sheet, character: CharacterRef): CharacterRef | null {
  const parts = hostParts(character.host)
  const draft = parts.is === 'proposal' ? sheet.desk?.draft(parts.id) : null
  if (parts.is !== 'proposal' || draft == null || anchorPlace(draft.text, { ...character, side: 'before' }) === null)
    return character
  const proposal = sheet.table.proposal(parts.id)
  const offset = proposal === null ? null : offsetIn(proposal.origin, character)
  const tabled = proposal === null || offset === null ? null : characterAt(proposal.text, offset)
  return tabled === null ? null : { host: character.host, ...tabled }
}

/** A character of the table as this sheet shows it: of one's desk, where the words are open there. */
function onSheet(sheet: Sheet, character: CharacterRef): CharacterRef | null {
  const parts = hostParts(character.host)
  if (parts.is !== 'proposal' || sheet.openDraft(parts.id) === null) return character
  const proposal = sheet.table.proposal(parts.id)
  const offset = proposal === null ? null : anchorIndex(proposal.text, { ...character, side: 'before' })
  const own = proposal === null || offset === null ? null : originAt(proposal.origin, offset)
  return own === null ? null : { host: character.host, ...own }
}

function offsetIn(origin: readonly CharacterRun[], { client, clock }: CharacterRef): number | null {
  let at = 0
  for (const [of, from, length] of origin) {
    if (of === client && clock >= from && clock < from + length) return at + clock - from
    at += length
  }
  return null
}
