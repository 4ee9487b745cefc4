import type { ComparedBlock } from './ComparedBlock.ts'
import type { ComparedPair, Comparison } from './compareTexts.ts'

/** One line of two texts side by side. Its key stays while the texts change around it. */
export type ComparisonRow = PairRow | LoneRow | ElsewhereRow

/** Blocks that belong together, at the place of the first new one. */
export interface PairRow {
  readonly is: 'pair'
  readonly key: string
  readonly pair: ComparedPair
  readonly old: readonly ComparedBlock[]
  readonly new: readonly ComparedBlock[]
  /** Where it stood, when it was moved: the key of the row that says so there, and in which direction it went. */
  readonly from: { readonly key: string; readonly direction: 'up' | 'down' } | null
}

/** A block without a partner. */
export interface LoneRow {
  readonly is: 'new' | 'dropped'
  readonly key: string
  /** In the text it is in. */
  readonly place: number
  readonly block: ComparedBlock
}

/** Says, where a reader of one text comes by a block, that it is compared at another place. */
export interface ElsewhereRow {
  readonly is: 'elsewhere'
  readonly key: string
  /** The text it is in. */
  readonly side: 'old' | 'new'
  readonly block: ComparedBlock
  readonly why: 'moved' | 'split' | 'merged'
  /** The key of the row it is compared in, what that is called in the other text, and where it lies from here. */
  readonly to: { readonly key: string; readonly label: string; readonly direction: 'up' | 'down' }
}

/**
 * The rows of a comparison in the order of the new text; what is only in the old one comes behind what it stood behind there.
 * `keyOf` gives a name to each block of the new text that it keeps when others come and go; its place, when left out.
 */
export function comparisonRows(
  comparison: Comparison,
  keyOf: (place: number) => string = String,
): readonly ComparisonRow[] {
  const { old, new: now, pairs } = comparison
  const rowKeys = new Map(pairs.map(pair => [pair, newKey(keyOf, pair.new[0] ?? 0)]))
  const ofOld = pairOfPlace(pairs, 'old')
  const ofNew = pairOfPlace(pairs, 'new')
  /** Rows of the old text alone, by the place they stood behind; -1 at its beginning. */
  const behind = new Map<number, ComparisonRow[]>()
  let last = -1
  for (const [place, block] of old.entries()) {
    const pair = ofOld.get(place)
    const row = pair === undefined ? dropped(place, block) : elsewhere(pair, place, block, 'old')
    if (row === null) last = place
    else behind.set(last, [...(behind.get(last) ?? []), row])
  }
  const rows: ComparisonRow[] = [...(behind.get(-1) ?? [])]
  for (const [place, block] of now.entries()) {
    const pair = ofNew.get(place)
    if (pair === undefined) rows.push({ is: 'new', key: newKey(keyOf, place), place, block })
    else if (pair.new[0] !== place) {
      const row = elsewhere(pair, place, block, 'new')
      if (row !== null) rows.push(row)
    } else {
      rows.push(pairRow(pair))
      // What was moved here did not bring along what stood behind it.
      if (!pair.moved) for (const each of pair.old) rows.push(...(behind.get(each) ?? []))
    }
  }
  return withDirections(rows)

  function pairRow(pair: ComparedPair): PairRow {
    const of = (blocks: readonly ComparedBlock[], places: readonly number[]) => places.flatMap(at => blocks[at] ?? [])
    const from = pair.moved ? ({ key: oldKey(pair.old[0] ?? 0), direction: 'down' } as const) : null
    return { is: 'pair', key: rowKeys.get(pair) ?? '', pair, old: of(old, pair.old), new: of(now, pair.new), from }
  }

  /** Null where the block stands in its pair's own row, or right behind another that does. */
  function elsewhere(
    pair: ComparedPair,
    place: number,
    block: ComparedBlock,
    side: 'old' | 'new',
  ): ElsewhereRow | null {
    const isMoved = side === 'old' && pair.moved
    if (!isMoved && (pair[side][0] === place || pair[side].includes(place - 1))) return null
    const others = side === 'old' ? pair.new.map(at => now[at]) : pair.old.map(at => old[at])
    const label = others.map(each => each?.label ?? '').join(' + ')
    return {
      is: 'elsewhere',
      key: side === 'old' ? oldKey(place) : newKey(keyOf, place),
      side,
      block,
      why: isMoved ? 'moved' : pair.relation === 'merged' ? 'merged' : 'split',
      to: { key: rowKeys.get(pair) ?? '', label, direction: 'down' },
    }
  }
}

const newKey = (keyOf: (place: number) => string, place: number) => `new ${keyOf(place)}`
const oldKey = (place: number) => `old ${place}`

function dropped(place: number, block: ComparedBlock): LoneRow {
  return { is: 'dropped', key: oldKey(place), place, block }
}

function pairOfPlace(pairs: readonly ComparedPair[], side: 'old' | 'new'): ReadonlyMap<number, ComparedPair> {
  return new Map(pairs.flatMap(pair => pair[side].map(place => [place, pair] as const)))
}

/** Which way it is from one row to another is known once all stand. */
function withDirections(rows: readonly ComparisonRow[]): readonly ComparisonRow[] {
  const indexes = new Map(rows.map(({ key }, index) => [key, index]))
  return rows.map((row, index) => {
    if (row.is === 'elsewhere') {
      const direction = (indexes.get(row.to.key) ?? 0) > index ? 'down' : 'up'
      return { ...row, to: { ...row.to, direction } }
    }
    if (row.is !== 'pair' || row.from === null) return row
    const direction = (indexes.get(row.from.key) ?? 0) < index ? 'down' : 'up'
    return { ...row, from: { ...row.from, direction } }
  })
}
