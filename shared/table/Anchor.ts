import type * as Y from 'yjs'

/**
 * A place in a host's text that stays by a character whatever is written around it: just before or just after the character
 * `client,clock` (a Yjs id), or the very start of the text. When the character is deleted, the place where it stood.
 */
export type Anchor = { readonly client: number; readonly clock: number; readonly side: 'before' | 'after' } | 'start'

/** The anchor at an index: of the character after it (`before`) or the one before it (`after`; the start when there is none). */
export function anchorAt(text: Y.Text, index: number, side: 'before' | 'after'): Anchor {
  if (side === 'after') {
    if (index === 0) return 'start'
    const id = characterAt(text, index - 1)
    if (id === null) throw new Error(`no character ends at ${index}`)
    return { ...id, side }
  }
  const id = characterAt(text, index)
  return id === null ? anchorAt(text, index, 'after') : { ...id, side }
}

/** The id of the character at an index, or null past the end. */
export function characterAt(text: Y.Text, index: number): { readonly client: number; readonly clock: number } | null {
  let at = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (index < at + item.length) return { client: item.id.client, clock: item.id.clock + index - at }
    at += item.length
  }
  return null
}

/**
 * Where an anchor stands in a text: its index, and its rank among all characters, deleted ones included. Two places with one
 * index may have different ranks, when what stood between them is gone: their order is kept.
 */
export interface AnchorPlace {
  readonly index: number
  readonly rank: number
}

/** Where an anchor stands now, or null when its character is not (or not yet) in this text. */
export function anchorPlace(text: Y.Text, anchor: Anchor): AnchorPlace | null {
  if (anchor === 'start') return { index: 0, rank: 0 }
  let index = 0
  let rank = 0
  for (let item = text._start; item !== null; item = item.right) {
    const isLive = !item.deleted && item.countable
    const offset = anchor.clock - item.id.clock
    if (item.id.client === anchor.client && offset >= 0 && offset < item.length) {
      const passed = offset + (anchor.side === 'after' ? 1 : 0)
      return { index: isLive ? index + passed : index, rank: rank + passed }
    }
    rank += item.length
    if (isLive) index += item.length
  }
  return null
}

/** The anchor that stands at a rank: right after the character there, deleted or not. Throws past the end of the text. */
export function anchorOfRank(text: Y.Text, rank: number): Anchor {
  if (rank === 0) return 'start'
  let passed = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (rank <= passed + item.length)
      return { client: item.id.client, clock: item.id.clock + rank - passed - 1, side: 'after' }
    passed += item.length
  }
  throw new Error(`no character has the rank ${rank}`)
}

export const anchorIndex = (text: Y.Text, anchor: Anchor): number | null => anchorPlace(text, anchor)?.index ?? null

/** Whether a value read from a document has the form of an anchor. */
export function isAnchor(value: unknown): value is Anchor {
  if (value === 'start') return true
  if (typeof value !== 'object' || value === null) return false
  if (!('client' in value && 'clock' in value && 'side' in value)) return false
  return isClock(value.client) && isClock(value.clock) && (value.side === 'before' || value.side === 'after')
}

const isClock = (value: unknown) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

export function sameAnchor(a: Anchor, b: Anchor): boolean {
  if (a === 'start' || b === 'start') return a === b
  return a.client === b.client && a.clock === b.clock && a.side === b.side
}
