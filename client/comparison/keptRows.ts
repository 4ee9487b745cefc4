import type { ComparisonRow } from '../../shared/compare/comparisonRows.ts'

/** The rows after, with those that say the same as before for the very same objects: whoever draws them has nothing to do. */
export function keptRows(before: readonly ComparisonRow[], after: readonly ComparisonRow[]): readonly ComparisonRow[] {
  return keptSame(before, after, ({ key }) => key, isSame)
}

/** The values after, each the same object as before where there was one of that key that says the same. */
export function keptSame<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (value: T) => string,
  same: (a: T, b: T) => boolean,
): readonly T[] {
  const known = new Map(before.map(value => [keyOf(value), value]))
  const kept = after.map(value => {
    const one = known.get(keyOf(value))
    return one !== undefined && same(one, value) ? one : value
  })
  return kept.length === before.length && kept.every((value, index) => value === before[index]) ? before : kept
}

function isSame(a: ComparisonRow, b: ComparisonRow): boolean {
  if (a.is === 'pair' && b.is === 'pair' && a.pair.words !== b.pair.words) return false
  return writtenOf(a) === writtenOf(b)
}

const written = new WeakMap<ComparisonRow, string>()

/** All that a row says; words that are the same object need not be written out. */
function writtenOf(row: ComparisonRow): string {
  const known = written.get(row)
  if (known !== undefined) return known
  const all = JSON.stringify(row.is === 'pair' ? { ...row, pair: { ...row.pair, words: null } } : row)
  written.set(row, all)
  return all
}
