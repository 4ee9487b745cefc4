import type { TableWrite } from '../../shared/acts/TableWrite.ts'
import type { Table } from '../../shared/table/Table.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import { hostsAdded, paragraphHosts, randomProposals } from './randomProposals.ts'

/** The same proposals in every run and every process. */
const seed = 20_240_314

/** One in so many proposals is written on another's words, and as many again on the words of those. */
const nestedShare = 8

/** Puts so many proposals on a table through `write`: most on the draft, some nested, some nested in those. */
export async function layBusyTable(
  table: Table,
  count: number,
  write: (writes: readonly TableWrite[]) => unknown,
): Promise<void> {
  if (count === 0) return
  const random = new SeededRandom(seed)
  const nested = Math.floor(count / nestedShare)
  const first = randomProposals(table, random, paragraphHosts(table), count - 2 * nested, 'outer')
  await write(first)
  const second = randomProposals(table, random, hostsAdded(first), nested, 'inner')
  await write(second)
  const third = randomProposals(table, random, hostsAdded(second), nested, 'third')
  await write(third)
}
