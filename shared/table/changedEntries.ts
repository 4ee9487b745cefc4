import * as Y from 'yjs'

/**
 * Which entries of a root map a transaction changed, at whatever depth. `words`: only inside the entry's text; `entry`:
 * the entry itself was set, or a field of it.
 */
export function changedEntries(transaction: Y.Transaction, root: unknown): ReadonlyMap<string, 'words' | 'entry'> {
  const entries = new Map<string, 'words' | 'entry'>()
  for (const [type, keys] of transaction.changed) {
    if (same(type, root)) {
      for (const key of keys) if (key !== null) entries.set(key, 'entry')
      continue
    }
    const key = entryKey(type, root)
    if (key === null) continue
    const how = type instanceof Y.Text ? 'words' : 'entry'
    if (entries.get(key) !== 'entry') entries.set(key, how)
  }
  return entries
}

const same = (a: unknown, b: unknown) => a === b

function entryKey(type: unknown, root: unknown): string | null {
  let at: unknown = type
  while (at instanceof Y.AbstractType) {
    if (same(at.parent, root)) return at._item?.parentSub ?? null
    at = at.parent
  }
  return null
}
