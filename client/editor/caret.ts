import type { Passage } from '../../shared/projection/project.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import { anchorIndex, characterAt } from '../../shared/table/Anchor.ts'
import { type Host, isHost } from '../../shared/table/Host.ts'

/** A character of some text, by the id it keeps whatever is written around it. */
export interface CharacterRef {
  readonly host: Host
  readonly client: number
  readonly clock: number
}

/** A caret by its two neighbours: kept across redraws, and sent to colleagues. Null on a side where there is none. */
export interface CaretRef {
  readonly root: Host
  readonly left: CharacterRef | null
  readonly right: CharacterRef | null
}

/** The neighbour a place stays by when something comes in between. */
export type KeptSide = 'left' | 'right'

/** Where a caret is shown now, or null when both its neighbours are gone from this root. */
export function shownCaret(
  sheet: Sheet,
  passages: readonly Passage[],
  { left, right }: CaretRef,
  keeps: KeptSide = 'left',
): number | null {
  if (left === null && right === null) return passages.every(({ text }) => text === '') ? 0 : null
  const before = left === null ? null : shownCharacter(sheet, passages, left)
  const behind = right === null ? null : shownCharacter(sheet, passages, right)
  const byLeft = before === null ? null : before + 1
  return keeps === 'left' ? (byLeft ?? behind) : (behind ?? byLeft)
}

function shownCharacter(
  sheet: Sheet,
  passages: readonly Passage[],
  { host, client, clock }: CharacterRef,
): number | null {
  const text = sheet.text(host)
  const index = text === null ? null : anchorIndex(text, { client, clock, side: 'before' })
  if (text === null || index === null) return null
  const id = characterAt(text, index)
  // A deleted character resolves to where it stood; only one still there can hold the caret.
  if (id?.client !== client || id.clock !== clock) return null
  let start = 0
  for (const passage of passages) {
    const inside = index - passage.offset
    if (passage.host === host && inside >= 0 && inside < passage.text.length) return start + inside
    start += passage.text.length
  }
  return null
}

/** Reads a caret that came from another's program, or null. */
export function readCaret(value: unknown): CaretRef | null {
  if (typeof value !== 'object' || value === null) return null
  const { root, left, right }: { root?: unknown; left?: unknown; right?: unknown } = value
  return isHost(root) ? { root, left: readCharacter(left), right: readCharacter(right) } : null
}

function readCharacter(value: unknown): CharacterRef | null {
  if (typeof value !== 'object' || value === null) return null
  const { host, client, clock }: { host?: unknown; client?: unknown; clock?: unknown } = value
  return isHost(host) && typeof client === 'number' && typeof clock === 'number' ? { host, client, clock } : null
}
