import * as Y from 'yjs'
import type { FreshStructs, Id, Struct } from './FreshStructs.ts'
import { type List, type Piece, Pieces } from './Pieces.ts'

/**
 * How many comparisons Yjs will make to add these structs, found out by going through the motions; stops past `most`. Yjs
 * compares each struct with everything between the two neighbours its author saw. An editor saw them side by side, so only what
 * others wrote there meanwhile is between; an update made up to name neighbours far apart takes Yjs time without bound. Follows
 * `Item.integrate` of Yjs 13.6 step by step (tests/server/rooms/integrationSteps.test.ts holds the two against each other).
 */
export function integrationSteps(fresh: FreshStructs, most: number): number {
  return rehearse(fresh, most).steps
}

/** As `integrationSteps`, with where everything went. */
export function rehearse(fresh: FreshStructs, most: number): { readonly steps: number; readonly pieces: Pieces } {
  const pieces = new Pieces(fresh)
  let steps = 0
  for (const struct of fresh.structs) {
    steps += 1
    const piece = struct instanceof Y.Item ? pieceOf(struct, fresh, pieces) : null
    if (piece === null) continue
    const { own, left, right } = piece
    pieces.add(struct, own)
    const place = { steps, most }
    pieces.insert(own, placeOf(own, left, right, pieces, place))
    steps = place.steps
    if (steps > most) break
  }
  return { steps, pieces }
}

interface Arriving {
  readonly own: Piece
  readonly left: Piece | null
  readonly right: Piece | null
}

/** A fresh item with the neighbours it names; null when it leans on something gone and takes no place. */
function pieceOf(item: Y.Item, fresh: FreshStructs, pieces: Pieces): Arriving | null {
  const { client } = item.id
  const clock = Math.max(item.id.clock, fresh.known(client))
  const origin: Id | null = clock > item.id.clock ? { client, clock: clock - 1 } : item.origin
  const { rightOrigin } = item
  const left = origin === null ? null : pieces.endingWith(origin)
  const right = rightOrigin === null ? null : pieces.beginningWith(rightOrigin)
  if ((origin !== null && left === null) || (rightOrigin !== null && right === null)) return null
  const list = left?.list ?? right?.list ?? listOf(item, fresh)
  if (list === null) return null
  const length = item.id.clock + item.length - clock
  return { own: { client, clock, length, origin, rightOrigin, left: null, right: null, item: null, list }, left, right }
}

function listOf({ parent, parentSub }: Y.Item, fresh: FreshStructs): List | null {
  const named: unknown = parent
  if (typeof named === 'string') return { type: fresh.root(named), key: parentSub }
  const found: Struct | null = named instanceof Y.ID ? fresh.find(named) : null
  const isType = found instanceof Y.Item && found.content instanceof Y.ContentType
  return isType && found.content instanceof Y.ContentType ? { type: found.content.type, key: parentSub } : null
}

/** The piece a fresh one comes to stand behind; null for the start of its list. */
function placeOf(
  own: Piece,
  named: Piece | null,
  right: Piece | null,
  pieces: Pieces,
  count: { steps: number; readonly most: number },
): Piece | null {
  const isSideBySide = named === null ? right !== null && pieces.left(right) === null : pieces.right(named) === right
  if (isSideBySide) return named
  let left = named
  if (named === null && own.list.key !== null) count.steps += lengthOf(own.list, pieces, count.most)
  const before = new Set<Piece>()
  const conflicting = new Set<Piece>()
  let other = named === null ? pieces.head(own.list) : pieces.right(named)
  for (; other !== null && other !== right && count.steps <= count.most; other = pieces.right(other)) {
    count.steps += 1
    before.add(other)
    conflicting.add(other)
    if (sameId(own.origin, other.origin)) {
      if (other.client < own.client) {
        left = other
        conflicting.clear()
      } else if (sameId(own.rightOrigin, other.rightOrigin)) break
    } else {
      const origin = other.origin === null ? null : pieces.find(other.origin)
      if (origin === null || !before.has(origin)) break
      if (!conflicting.has(origin)) {
        left = other
        conflicting.clear()
      }
    }
  }
  return left
}

/** To find the first of a key's values, Yjs walks over all of them. */
function lengthOf(list: List, pieces: Pieces, most: number): number {
  let length = 0
  for (let piece = pieces.head(list); piece !== null && length <= most; piece = pieces.right(piece)) length += 1
  return length
}

function sameId(a: Id | null, b: Id | null): boolean {
  return a === null || b === null ? a === b : a.client === b.client && a.clock === b.clock
}
