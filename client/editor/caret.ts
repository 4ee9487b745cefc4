import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { anchorIndex, characterAt } from '../../shared/table/Anchor.ts'
import { type Host, isHost } from '../../shared/table/Host.ts'
import { movedCharacter } from './movedCharacter.ts'
import type { ShownCaret } from './redraw.ts'

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

/**
 * Where a caret is shown now: by one of its neighbours, also where a decision has moved them to another text. Null when both
 * are gone.
 */
export function shownCaret(
  shown: ShownSheet,
  { root, left, right }: CaretRef,
  keeps: KeptSide = 'left',
): ShownCaret | null {
  const roots = shown.roots.map(({ host }) => host)
  if (left === null && right === null)
    return roots.includes(root) && shown.passages(root).every(({ text }) => text === '') ? { root, offset: 0 } : null
  const neighbours = [
    { character: left, step: 1 },
    { character: right, step: 0 },
  ]
  if (keeps === 'right') neighbours.reverse()
  for (const among of [[root], roots.filter(host => host !== root)])
    for (const { character, step } of neighbours) {
      if (character === null) continue
      for (const each of [character, movedCharacter(shown.sheet, character)]) {
        const at = each === null ? null : shownCharacter(shown, among, each)
        if (at !== null) return { root: at.root, offset: at.offset + step }
      }
    }
  return null
}

function shownCharacter(
  shown: ShownSheet,
  roots: readonly Host[],
  { host, client, clock }: CharacterRef,
): ShownCaret | null {
  const text = shown.sheet.text(host)
  const index = text === null ? null : anchorIndex(text, { client, clock, side: 'before' })
  if (text === null || index === null) return null
  const id = characterAt(text, index)
  // A deleted character resolves to where it stood; only one still there can hold the caret.
  if (id?.client !== client || id.clock !== clock) return null
  for (const root of roots) {
    let start = 0
    for (const passage of shown.passages(root)) {
      const inside = index - passage.offset
      if (passage.host === host && inside >= 0 && inside < passage.text.length) return { root, offset: start + inside }
      start += passage.text.length
    }
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
