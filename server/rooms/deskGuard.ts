import * as Y from 'yjs'
import { isId } from '../../shared/table/ids.ts'
import { FreshStructs } from './FreshStructs.ts'
import { integrationSteps } from './integrationSteps.ts'

/** What a desk may hold and take in at once; beyond is refused, with the sentence of the limit. */
export const deskLimits = {
  /** A pasted document of 200,000 characters in an alphabet of three bytes each, and room to spare. */
  updateBytes: 1_000_000,
  /** An offline spell of some hours adds a few hundred. */
  freshStructs: 2_000,
  /** Ranges a client's whole history of deletions may have; it is sent at each new connection. */
  deletedRanges: 50_000,
  /** Comparisons with what stands in the desk that adding may take: some tens of milliseconds. Honest work takes almost none. */
  integrationSteps: 100_000,
  /** Characters and values not deleted: some 300 pages. */
  liveUnits: 1_000_000,
  /** Structs for ever, deleted ones too. */
  structs: 100_000,
  records: 20_000,
  /** Client ids: with 6,000 a key stroke takes a millisecond. */
  clients: 6_000,
  /** Depth of a value such as a draft's `change`. */
  valueDepth: 8,
} as const

export type DeskVerdict =
  | { readonly refused: string }
  | { readonly isNew: boolean; readonly cost: { readonly structs: number; readonly characters: number } }

const refuse = (refused: string): DeskVerdict => ({ refused })

const roots: readonly string[] = ['drafts', 'notes']

/**
 * Whether an update may be applied to a desk, found out without applying it. What the desk knows already costs nothing and is
 * never refused: a client that comes back sends its whole history of deletions. `deleted` is how many units of the desk are.
 */
export function checkDeskUpdate(doc: Y.Doc, update: Uint8Array, deleted: number): DeskVerdict {
  if (update.length > deskLimits.updateBytes) return refuse('This is too much at once. Paste it in smaller pieces.')
  const decoded = decode(update)
  if (decoded === null) return refuse('The change could not be read.')
  const fresh = FreshStructs.of(doc, decoded.structs, deskLimits.freshStructs)
  if (fresh === 'gap') return refuse('The change leans on something the server does not have.')
  if (fresh === 'too many') return refuse('These are too many changes at once.')
  for (const struct of fresh.structs) {
    const fault = faultOf(struct, fresh)
    if (fault !== null) return refuse(fault)
  }
  const deletions = freshDeletions(decoded.ds, fresh)
  if (typeof deletions === 'string') return refuse(deletions)
  const characters = fresh.structs.reduce((sum, { length }) => sum + length, 0)
  const full = fullness(doc, fresh, characters, deleted)
  if (full !== null) return refuse(full)
  const steps = integrationSteps(fresh, deskLimits.integrationSteps)
  if (steps > deskLimits.integrationSteps)
    return refuse('The change is tangled up with others in a way no editor makes.')
  const structs = fresh.structs.length + deletions
  return { isNew: structs > 0, cost: { structs, characters } }
}

function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update)
  } catch {
    // Yjs throws on whatever is not an update, in many ways; none says more than this.
    return null
  }
}

/** Why a struct has no place on a desk: a root of drafts or notes holds maps, a map holds values and one text, a text holds words and note marks. */
function faultOf(struct: Y.Item | Y.GC, fresh: FreshStructs): string | null {
  // A foreign length would carry the clock past what numbers can hold.
  if (struct.length > deskLimits.liveUnits) return 'The change is too long.'
  if (!(struct instanceof Y.Item)) return null
  const { content } = struct
  const place = placeOf(struct, fresh)
  const fault = 'The change has a form that no desk has.'
  if (place === 'gone' || content instanceof Y.ContentDeleted) return place === 'elsewhere' ? fault : null
  switch (place) {
    case 'root':
      return content instanceof Y.ContentType && content.type instanceof Y.Map && hasKey(struct, fresh) ? null : fault
    case 'map':
      if (!hasKey(struct, fresh)) return fault
      if (content instanceof Y.ContentType) return content.type.constructor === Y.Text ? null : fault
      return content instanceof Y.ContentAny && content.arr.every(value => isShallow(value)) ? null : fault
    case 'text':
      if (struct.parentSub !== null) return fault
      return content instanceof Y.ContentString || (content instanceof Y.ContentEmbed && isShallow(content.embed))
        ? null
        : fault
    case 'elsewhere':
      return fault
    default:
      throw new Error(`unknown place ${place satisfies never}`)
  }
}

type Place = 'root' | 'map' | 'text' | 'elsewhere' | 'gone'

function placeOf(item: Y.Item, fresh: FreshStructs): Place {
  const parent: unknown = parentOf(item, fresh)
  if (parent === 'gone') return 'gone'
  if (typeof parent === 'string') return roots.includes(parent) ? 'root' : 'elsewhere'
  const type: unknown = parent instanceof Y.ID ? typeAt(parent, fresh) : parent
  if (type === 'gone') return 'gone'
  if (!(type instanceof Y.AbstractType)) return 'elsewhere'
  if (type.constructor === Y.Text) return 'text'
  if (type instanceof Y.Map) return type._item === null && type.doc !== null ? 'root' : 'map'
  return 'elsewhere'
}

/** An item that has a neighbour has its neighbour's parent; the chain of fresh neighbours is followed without recursion. */
function parentOf(item: Y.Item, fresh: FreshStructs): unknown {
  for (let at: Y.Item = item; ; ) {
    if (at.parent !== null) return at.parent
    const neighbour = at.origin ?? at.rightOrigin
    const found = neighbour === null ? null : fresh.find(neighbour)
    if (!(found instanceof Y.Item)) return 'gone'
    at = found
  }
}

function typeAt(id: Y.ID, fresh: FreshStructs): unknown {
  const found = fresh.find(id)
  if (!(found instanceof Y.Item) || found.content instanceof Y.ContentDeleted) return 'gone'
  return found.content instanceof Y.ContentType ? found.content.type : null
}

/** Keys travel with the first item of a key only; the others lean on it. */
function hasKey(item: Y.Item, fresh: FreshStructs): boolean {
  for (let at: Y.Item = item; ; ) {
    if (at.parentSub !== null) return isId(at.parentSub)
    const neighbour = at.origin ?? at.rightOrigin
    const found = neighbour === null ? null : fresh.find(neighbour)
    if (!(found instanceof Y.Item)) return false
    at = found
  }
}

function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth < deskLimits.valueDepth && Object.values(value).every(inner => isShallow(inner, depth + 1))
}

/** How many ranges an update deletes that were not deleted before, or why they cannot be. */
function freshDeletions(ds: ReturnType<typeof Y.decodeUpdate>['ds'], fresh: FreshStructs): number | string {
  let count = 0
  let all = 0
  for (const [client, ranges] of ds.clients) {
    all += ranges.length
    if (all > deskLimits.deletedRanges) return 'These are too many deletions at once.'
    for (const { clock, len } of ranges) {
      if (clock + len > fresh.reach(client)) return 'The change deletes something the server does not have.'
      if (!isDeleted(client, clock, clock + len, fresh)) count += 1
      if (count > deskLimits.freshStructs) return 'These are too many deletions at once.'
    }
  }
  return count
}

function isDeleted(client: number, from: number, to: number, fresh: FreshStructs): boolean {
  for (let clock = from; clock < to; ) {
    const struct = fresh.find({ client, clock })
    if (struct === null || !struct.deleted) return false
    clock = struct.id.clock + struct.length
  }
  return true
}

function fullness(doc: Y.Doc, fresh: FreshStructs, characters: number, deleted: number): string | null {
  let units = characters - deleted
  let structs = fresh.structs.length
  for (const [client, known] of doc.store.clients) {
    units += Y.getState(doc.store, client)
    structs += known.length
  }
  const full = 'This desk is full. Ask the Secretariat to begin a new one.'
  if (units > deskLimits.liveUnits || structs > deskLimits.structs) return full
  if (doc.store.clients.size + fresh.newClients() > deskLimits.clients) return full
  const records = roots.reduce((sum, root) => sum + doc.getMap(root)._map.size, 0)
  const isAdding = fresh.structs.some(struct => struct instanceof Y.Item && typeof struct.parent === 'string')
  return isAdding && records >= deskLimits.records ? full : null
}
