import type { StoredEntry } from '../storage/Store.ts'
import { hashEntry, startOfRecord } from './hashEntry.ts'

/** An acknowledged place in a record: what is answered to an act and printed on issued texts. */
export interface RecordHead {
  readonly seq: number
  readonly hash: string
}

export type RecordVerdict =
  /** `head` is the hash of the last entry; of an empty record, seq is 0 and head its start. */
  | { readonly intact: true; readonly head: string; readonly seq: number }
  /** `atSeq` is the first act that is not as it was recorded. */
  | { readonly intact: false; readonly atSeq: number; readonly sentence: string }

/**
 * Proves the whole record of a negotiation, from its first entry on, in one pass. The chain alone finds every change, removal,
 * insertion and exchange, except a tail cut off or an end written anew with fresh hashes: these are found against the heads
 * that others hold (`known`).
 */
export function verifyRecord(
  negotiation: string,
  entries: Iterable<StoredEntry>,
  known: readonly RecordHead[] = [],
): RecordVerdict {
  let seq = 0
  let head = startOfRecord(negotiation)
  for (const entry of entries) {
    const expectedSeq = seq + 1
    const fault = faultOf(entry, expectedSeq, head, known)
    if (fault !== null) return { intact: false, atSeq: expectedSeq, sentence: fault }
    seq = expectedSeq
    head = entry.hash
  }
  const missing = known.filter(one => one.seq > seq).sort((a, b) => a.seq - b.seq)[0]
  if (missing === undefined) return { intact: true, head, seq }
  const sentence = `The record ends with act ${seq}, but act ${missing.seq} was acknowledged.`
  return { intact: false, atSeq: seq + 1, sentence }
}

function faultOf(
  entry: StoredEntry,
  expectedSeq: number,
  previousHash: string,
  known: readonly RecordHead[],
): string | null {
  if (entry.seq !== expectedSeq) return `Act ${expectedSeq} should follow, but act ${entry.seq} was found.`
  if (entry.previousHash !== previousHash) return `Act ${expectedSeq} does not follow from what stands before it.`
  if (entry.hash !== hashEntry(entry)) return `Act ${expectedSeq} is not what was recorded.`
  if (known.some(head => head.seq === expectedSeq && head.hash !== entry.hash))
    return `Act ${expectedSeq} is another than the one acknowledged.`
  return null
}
