import * as Y from 'yjs'
import type { FreshStructs } from './FreshStructs.ts'

/**
 * How many comparisons with what stands in the document Yjs may have to make to add these structs, up to `most`. It compares each
 * with everything between the two neighbours its author saw. An editor saw them side by side: only what others wrote there
 * meanwhile is between. An update made up to name neighbours far apart makes Yjs read all of the desk for each struct.
 */
export function integrationSteps(doc: Y.Doc, fresh: FreshStructs, most: number): number {
  const places = new Map<Y.Item, Gap>()
  let steps = 0
  for (const struct of fresh.structs) {
    if (!(struct instanceof Y.Item)) continue
    const gap = gapOf(struct, fresh, places)
    places.set(struct, gap)
    steps += between(doc, struct, gap, most - steps, fresh)
    if (steps > most) return steps
  }
  return steps
}

/** The nearest characters of the document on both sides of where a fresh struct goes; null at an end. */
interface Gap {
  readonly left: Y.ID | null
  readonly right: Y.ID | null
}

/** Structs come in an order in which each follows what it leans on, so the gap of a fresh neighbour is known. */
function gapOf({ origin, rightOrigin }: Y.Item, fresh: FreshStructs, places: ReadonlyMap<Y.Item, Gap>): Gap {
  const resolve = (id: Y.ID | null, side: 'left' | 'right') => {
    if (id === null || fresh.existing(id) !== null) return id
    const struct = fresh.find(id)
    return struct instanceof Y.Item ? (places.get(struct)?.[side] ?? null) : null
  }
  return { left: resolve(origin, 'left'), right: resolve(rightOrigin, 'right') }
}

function between(doc: Y.Doc, struct: Y.Item, { left, right }: Gap, most: number, fresh: FreshStructs): number {
  const end = right === null ? null : fresh.existing(right)
  let count = 0
  let at: Y.Item | null
  if (left === null) at = firstOf(doc, struct, fresh)
  else {
    const found = fresh.existing(left)
    if (!(found instanceof Y.Item)) return 0
    if (found === end && right !== null && right.clock > left.clock) return 0
    // The rest of the item the left neighbour is in stands between, too.
    if (left.clock < found.id.clock + found.length - 1) count += 1
    at = found.right
  }
  for (; at !== null && at !== end && count <= most; at = at.right) count += 1
  return count
}

/** The first item of the list a struct without a left neighbour goes into. */
function firstOf(doc: Y.Doc, struct: Y.Item, fresh: FreshStructs): Y.Item | null {
  if (struct.rightOrigin !== null) {
    const right = fresh.existing(struct.rightOrigin)
    const type: unknown = right instanceof Y.Item ? right.parent : null
    return type instanceof Y.AbstractType && right instanceof Y.Item ? firstIn(type, right.parentSub) : null
  }
  const { parent, parentSub } = struct
  if (typeof parent === 'string') return firstIn(doc.getMap(parent), parentSub)
  if (!(parent instanceof Y.ID)) return null
  const found = fresh.existing(parent)
  return found instanceof Y.Item && found.content instanceof Y.ContentType
    ? firstIn(found.content.type, parentSub)
    : null
}

function firstIn(type: Pick<Y.AbstractType<unknown>, '_start' | '_map'>, key: string | null): Y.Item | null {
  if (key === null) return type._start
  let item = type._map.get(key) ?? null
  // A key's earlier values stand to its left; Yjs walks them likewise.
  while (item !== null && item.left !== null) item = item.left
  return item
}
