import { z } from 'zod'
import type { ActDone } from '../../shared/protocol/ActAnswer.ts'
import type { Store } from '../storage/Store.ts'

const outcomeSchema = z.object({ ids: z.array(z.string()), sequence: z.number() })

/** What is kept of an answer. The head is not in it: the entry's hash covers the outcome, so it cannot hold that hash. */
export function outcomeOf(outcome: { readonly ids: readonly string[]; readonly sequence: number }): string {
  return JSON.stringify({ ids: outcome.ids, sequence: outcome.sequence })
}

/** The ids an entry's outcome names. */
export function idsOfOutcome(outcome: string): readonly string[] {
  return outcomeSchema.parse(JSON.parse(outcome)).ids
}

/** The act done under a key before, with its answer as it was given, or null when there was none. */
export function readOutcome(
  store: Store,
  negotiation: string,
  capacity: string,
  key: string,
): { readonly act: string; readonly done: ActDone } | null {
  const outcome = store.readOutcome(negotiation, capacity, key)
  if (outcome === null) return null
  const { ids, sequence } = outcomeSchema.parse(JSON.parse(outcome))
  for (const entry of store.readRecord(negotiation, sequence))
    return { act: entry.act, done: { done: true, ids, sequence, head: entry.hash } }
  throw new Error(`act ${sequence} of ${negotiation} has an outcome and no entry`)
}
