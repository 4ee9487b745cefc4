import { orderBetween } from '../projection/order.ts'
import type { PlacedRecord } from '../projection/Sheet.ts'
import type { ProposalId } from '../table/ids.ts'

/** An order behind `before` and ahead of `after` among the records at one gap that keep to the same character. */
export function orderAmong(
  here: readonly PlacedRecord[],
  before: PlacedRecord | null,
  after: PlacedRecord | null,
  id: ProposalId,
): string {
  const rank = (before ?? after ?? here.at(-1))?.rank
  const level = here.filter(record => record.rank === rank)
  const indexOf = (record: PlacedRecord | null) => level.findIndex(({ id: own }) => own === record?.id)
  const beforeIndex = indexOf(before)
  const afterIndex = indexOf(after)
  const previous = beforeIndex >= 0 ? level[beforeIndex] : afterIndex >= 0 ? level[afterIndex - 1] : level.at(-1)
  const next = afterIndex >= 0 ? level[afterIndex] : beforeIndex >= 0 ? level[beforeIndex + 1] : undefined
  return orderBetween(previous?.change.order ?? null, next?.change.order ?? null, id)
}
