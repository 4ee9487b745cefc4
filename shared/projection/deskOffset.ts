import type * as Y from 'yjs'
import { type AnchorPlace, anchorPlace } from '../table/Anchor.ts'
import type { CharacterRun } from '../table/Proposal.ts'

/**
 * Where a place in tabled words stands in the desk's own version of them, which may have been typed in since. Goes by the
 * identity of characters, never by comparing strings: "the the" must not slide. A gap keeps to the character before it.
 */
export function deskPlace(
  origin: readonly CharacterRun[],
  deskText: Y.Text,
  offset: number,
  side: 'before' | 'after',
): AnchorPlace {
  const end = { index: deskText.length, rank: Number.MAX_SAFE_INTEGER }
  const character = side === 'before' ? originAt(origin, offset) : offset === 0 ? null : originAt(origin, offset - 1)
  if (character !== null) return anchorPlace(deskText, { ...character, side }) ?? end
  return side === 'before' ? end : { index: 0, rank: 0 }
}

/** The desk's character that stands at an offset of the tabled words, or null past their end. */
export function originAt(origin: readonly CharacterRun[], offset: number): { client: number; clock: number } | null {
  let at = 0
  for (const [client, clock, length] of origin) {
    if (offset < at + length) return { client, clock: clock + offset - at }
    at += length
  }
  return null
}
