import { followAnchor } from '../projection/followAnchor.ts'
import { orderBetween } from '../projection/order.ts'
import type { PlacedRecord } from '../projection/Sheet.ts'
import { type Anchor, anchorAt } from '../table/Anchor.ts'
import { type Host, hostParts, proposalHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { WordsChange } from '../table/Proposal.ts'
import { readWords } from '../table/words.ts'
import type { Editing } from './Editing.ts'
import { isMine } from './isMine.ts'
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
  isReplacing: boolean,
): readonly ProposalId[] {
  const planned = new Map<ProposalId, Planned>()
  for (const stretch of others.toSorted((a, b) => a.depth - b.depth || a.from - b.from)) {
    // Two stretches may grow the same strike, one at each end: the second sees it as the first leaves it.
    const records = editing.sheet.records(stretch.host).map(record => ({ ...record, ...planned.get(record.id)?.range }))
    const takesWords = isReplacing && planned.size === 0
    const grown = group === null ? growable(editing, records, stretch, takesWords) : null
    const id = grown?.id ?? editing.freshId()
    planned.set(id, { ...strikeOf(editing, records, stretch, grown, id), isNew: grown === null })
  }
  for (const [id, { collapsed, isNew }] of planned) if (isNew) editing.create(id, collapsed, group)
  editing.type(() => {
    for (const { host, from, to } of own.toReversed()) {
      const parts = hostParts(host)
      if (parts.is === 'proposal') editing.delete(parts.id, from, to - from)
    }
    for (const [id, { change }] of planned) editing.setChange(id, change)
  })
  return [...planned.keys()]
}

interface Planned {
  readonly collapsed: WordsChange
  readonly change: WordsChange
  readonly range: { readonly start: number; readonly end: number }
  readonly isNew: boolean
}

function strikeOf(
  editing: Editing,
  records: readonly PlacedRecord[],
  stretch: Stretch,
  grown: PlacedRecord | null,
  id: ProposalId,
): Omit<Planned, 'isNew'> {
  const { host } = stretch
  const text = editing.sheet.table.text(host)
  if (text === null) throw new Error(`no text at ${host} to strike in`)
  const from = Math.min(stretch.from, grown?.start ?? stretch.from)
  const to = Math.max(stretch.to, grown?.end ?? stretch.to)
  // Its own words come right after the struck ones, before anything others insert there: that was not in the selection.
  const first = records.find(record => record.end === to && record.id !== grown?.id)
  const order =
    grown !== null && grown.end === to ? grown.change.order : orderBetween(null, first?.change.order ?? null, id)
  const start = anchorAt(text, from, 'before')
  const end = keptEnd(editing, host, grown, to) ?? anchorAt(text, to, 'after')
  const common = { is: 'words', host, order, basis: editing.sheet.table.roots.decisions.length } as const
  const string = readWords(text).text
  const here = anchorAt(text, from, 'after')
  return {
    range: { start: from, end: to },
    collapsed: { ...common, start: here, end: here, was: wasAt(string, from, from) },
    change: { ...common, start, end, was: wasAt(string, from, to) },
  }
}

/** The end of a strike that grows at its other side: behind characters now gone too, its words keep their place among those of others. */
function keptEnd({ sheet }: Editing, host: Host, grown: PlacedRecord | null, to: number): Anchor | null {
  if (grown === null || grown.end !== to) return null
  const end = followAnchor(sheet.table, grown.change.host, grown.change.end)
  return end.host === host ? end.anchor : null
}

/** A strike of this desk that ends where the stretch starts (and has no words of its own there) or starts where it ends. */
function growable(
  editing: Editing,
  records: readonly PlacedRecord[],
  stretch: Stretch,
  takesWords: boolean,
): PlacedRecord | null {
  const mine = records.filter(
    ({ id, change, start, end }) => isMine(editing, proposalHost(id)) && start < end && change.host === stretch.host,
  )
  // Its words come at its end: new ones would land behind whatever stands in between.
  const before = takesWords ? undefined : mine.find(record => record.start === stretch.to)
  if (before !== undefined) return before
  const after = mine.find(
    record =>
      record.end === stretch.from &&
      record.text.length === 0 &&
      editing.sheet.records(proposalHost(record.id)).length === 0,
  )
  return after ?? null
}
