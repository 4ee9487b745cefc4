import { compareOrder, orderBetween } from '../projection/order.ts'
import type { PlacedRecord } from '../projection/Sheet.ts'
import { anchorAt } from '../table/Anchor.ts'
import { type Host, hostParts, proposalHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { WordsChange } from '../table/Proposal.ts'
import { readWords } from '../table/words.ts'
import type { Editing } from './Editing.ts'
import { wasAt } from './was.ts'

/** A stretch of one host's text, and how deep that host is nested. */
export interface Stretch {
  readonly host: Host
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * Deletes one's own stretches and strikes the others'. A strike next to one of one's own grows that one, so that
 * backspacing through a sentence is one change; drafts are never merged or deleted (others may have written in them).
 * Returns the drafts that strike, shallowest host first: the first is where replacing words belong.
 */
export function strike(
  editing: Editing,
  own: readonly Stretch[],
  others: readonly Stretch[],
  group: string | null,
): readonly ProposalId[] {
  const planned = others
    .toSorted((a, b) => a.depth - b.depth || a.from - b.from)
    .map(stretch => {
      const records = editing.sheet.records(stretch.host)
      const grown = group === null ? growable(editing, records, stretch) : null
      const id = grown?.id ?? editing.freshId()
      return { id, ...strikeOf(editing, records, stretch, grown, id), isNew: grown === null }
    })
  for (const { id, collapsed, isNew } of planned) if (isNew) editing.create(id, collapsed, group)
  editing.type(() => {
    for (const { host, from, to } of own.toReversed()) {
      const parts = hostParts(host)
      if (parts.is === 'proposal') editing.delete(parts.id, from, to - from)
    }
    for (const { id, change } of planned) editing.setChange(id, change)
  })
  return planned.map(({ id }) => id)
}

function strikeOf(
  editing: Editing,
  records: readonly PlacedRecord[],
  stretch: Stretch,
  grown: PlacedRecord | null,
  id: ProposalId,
): { readonly collapsed: WordsChange; readonly change: WordsChange } {
  const { host } = stretch
  const text = editing.sheet.table.text(host)
  if (text === null) throw new Error(`no text at ${host} to strike in`)
  const from = Math.min(stretch.from, grown?.start ?? stretch.from)
  const to = Math.max(stretch.to, grown?.end ?? stretch.to)
  // Its own words come right after the struck ones, before anything others insert there: that was not in the selection.
  const first = records.filter(record => record.end === to && record.id !== grown?.id).toSorted(compareOrder)[0]
  const order =
    grown !== null && grown.end === to ? grown.change.order : orderBetween(null, first?.change.order ?? null, id)
  const start = anchorAt(text, from, 'before')
  const common = { is: 'words', host, order, basis: editing.sheet.table.roots.decisions.length } as const
  const string = readWords(text).text
  const here = anchorAt(text, from, 'after')
  return {
    collapsed: { ...common, start: here, end: here, was: wasAt(string, from, from) },
    change: { ...common, start, end: anchorAt(text, to, 'after'), was: wasAt(string, from, to) },
  }
}

/** A strike of this desk that ends where the stretch starts (and has no words of its own there) or starts where it ends. */
function growable(editing: Editing, records: readonly PlacedRecord[], stretch: Stretch): PlacedRecord | null {
  const mine = records.filter(({ mine, change, start, end }) => mine && start < end && change.host === stretch.host)
  const before = mine.find(record => record.start === stretch.to)
  if (before !== undefined) return before
  const after = mine.find(
    record =>
      record.end === stretch.from &&
      record.text.length === 0 &&
      editing.sheet.records(proposalHost(record.id)).length === 0,
  )
  return after ?? null
}
