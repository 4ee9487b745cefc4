import type { Proposal } from '../table/Proposal.ts'
import type { Table } from '../table/Table.ts'
import { readWords } from '../table/words.ts'
import type { TableWrite } from './TableWrite.ts'

/**
 * What becomes of a proposal its party gives up, by whatever way. Words leave only when nobody supports them: with a supporter
 * left, they stand in the supporter's name (D8). Given up `on desk`, its desk may bring it back. `now` in milliseconds since 1970.
 */
export function withdrawal(
  table: Table,
  { id, text, enteredBy }: Proposal,
  now: number,
  where: 'on desk' | 'by act' = 'by act',
): readonly TableWrite[] {
  const words = readWords(text).text
  const supporter = table.stancesOn(id).find(({ kind, words: on }) => kind === 'support' && on === words)
  if (supporter === undefined) {
    const withdrawn = { is: 'withdrawn', at: now } as const
    return [{ write: 'standing', id, standing: where === 'on desk' ? { ...withdrawn, onDesk: true } : withdrawn }]
  }
  return [
    { write: 'party of', id, party: supporter.party },
    { write: 'withdraw stance', id: supporter.id },
    // The supporter has spoken for itself.
    ...(enteredBy === null ? [] : [{ write: 'entered by', id, enteredBy: null } as const]),
  ]
}
