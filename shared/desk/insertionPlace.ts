import { followAnchor } from '../projection/followAnchor.ts'
import { type Passage, project } from '../projection/project.ts'
import type { PlacedRecord } from '../projection/Sheet.ts'
import { anchorAt, anchorOfRank } from '../table/Anchor.ts'
import { type Host, hostParts, proposalHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { WordsChange } from '../table/Proposal.ts'
import { readWords } from '../table/words.ts'
import type { Editing } from './Editing.ts'
import { isMine } from './isMine.ts'
import { isOurs } from './isOurs.ts'
import { orderAmong } from './orderAmong.ts'
import { amongStruck, ownStrikeAt } from './ownStrike.ts'
import { wasAt } from './was.ts'

export interface InsertionPlace {
  readonly id: ProposalId
  readonly offset: number
}

/**
 * Which draft new words go into: the one that has just struck what they replace; else one's own words that end or begin at
 * the caret; else a new insertion in the deepest text common to both sides, ordered between what others insert there.
 */
export function insertionPlace(
  editing: Editing,
  root: Host,
  zone: { readonly from: number; readonly to: number },
  struck: readonly ProposalId[],
  group: string | null,
): InsertionPlace {
  const passages = project(editing.sheet, root)
  const first = struck[0]
  if (first !== undefined) return replacementPlace(editing, passages, first, zone.from)
  const around = neighbours(editing, passages, zone)
  const existing = ownWordsAt(editing, passages, around)
  if (existing === null) return newInsertion(editing, root, passages, around, group)
  const own = proposalHost(existing.id)
  const strike = ownStrikeAt(editing, existing)
  if (strike === null) return existing
  if (isMine(editing, proposalHost(strike.id))) return { id: strike.id, offset: 0 }
  const nested = passages
    .slice(0, around.left + 1)
    .flatMap(({ path }) => path.find(step => step.host === own)?.record ?? [])
  return amongStruck(editing, own, strike, nested.at(-1) ?? null, group)
}

/** Where the replacing words go in the draft that struck: behind its own words that stand left of the selection. */
function replacementPlace(
  editing: Editing,
  passages: readonly Passage[],
  id: ProposalId,
  from: number,
): InsertionPlace {
  let offset = 0
  let start = 0
  for (const passage of passages) {
    const parts = hostParts(passage.host)
    if (parts.is === 'proposal' && parts.id === id && start + passage.text.length <= from)
      offset = passage.offset + passage.text.length
    start += passage.text.length
  }
  return { id, offset: Math.min(offset, editing.desk.draft(id)?.text.length ?? 0) }
}

interface Around {
  /** Index of the last passage with text that ends at or spans the caret; -1 at the start. */
  readonly left: number
  /** Index of the first passage with text that begins at or spans the caret; passages.length at the end. */
  readonly right: number
  readonly caret: number
}

/** The passages on both sides of the caret. Inside words one has struck, the caret is taken to their end: nothing is written among them. */
function neighbours(
  editing: Editing,
  passages: readonly Passage[],
  zone: { readonly from: number; readonly to: number },
): Around {
  let caret = zone.to
  let start = 0
  for (const passage of passages) {
    const end = start + passage.text.length
    if (start < caret && caret < end && passage.struck.some(id => isOurs(editing, id))) caret = end
    start = end
  }
  let left = -1
  let right = passages.length
  start = 0
  for (const [index, passage] of passages.entries()) {
    const end = start + passage.text.length
    if (passage.text !== '') {
      if (start < caret) left = index
      if (end > caret && right === passages.length) right = index
    }
    start = end
  }
  return { left, right, caret }
}

function ownWordsAt(
  editing: Editing,
  passages: readonly Passage[],
  { left, right, caret }: Around,
): InsertionPlace | null {
  const own = (index: number) => {
    const passage = passages[index]
    if (passage === undefined || !isMine(editing, passage.host)) return null
    const parts = hostParts(passage.host)
    return parts.is === 'proposal' ? { id: parts.id, passage } : null
  }
  const before = own(left)
  if (before !== null) {
    const { passage, id } = before
    const end = left === right ? passage.offset + caret - startOf(passages, left) : passage.offset + passage.text.length
    // Another's words nested right here come after the caret: appending would put mine behind them.
    const blocked = passages[right]?.path.some(step => step.host === passage.host && step.gap === end) ?? false
    if (left === right || !blocked) return { id, offset: end }
  }
  for (let index = left + 1; index < right; index++) {
    const empty = own(index)
    if (empty !== null) return { id: empty.id, offset: empty.passage.offset }
  }
  const after = own(right)
  return after === null ? null : { id: after.id, offset: after.passage.offset }
}

function startOf(passages: readonly Passage[], index: number): number {
  let start = 0
  for (const passage of passages.slice(0, index)) start += passage.text.length
  return start
}

function newInsertion(
  editing: Editing,
  root: Host,
  passages: readonly Passage[],
  around: Around,
  group: string | null,
): InsertionPlace {
  const left = sideOf(
    passages[around.left],
    root,
    around.left === around.right ? around.caret - startOf(passages, around.left) : null,
  )
  const right = sideOf(passages[around.right], root, 0)
  let depth = 0
  while (depth + 1 < left.hosts.length && left.hosts[depth + 1] === right.hosts[depth + 1]) depth++
  const host = left.hosts[depth] ?? root
  const before = passages[around.left]?.path[depth]?.record ?? null
  const after = passages[around.right]?.path[depth]?.record ?? null
  const gap = around.left >= 0 ? (left.gaps[depth] ?? 0) : around.right < passages.length ? (right.gaps[depth] ?? 0) : 0
  const id = editing.freshId()
  const here = editing.sheet.records(host).filter(record => record.end === gap)
  const neighbour = before ?? after ?? here.at(-1) ?? null
  const order = orderAmong(here, before, after, id)
  editing.create(id, insertionChange(editing, host, gap, neighbour, order), group)
  return { id, offset: 0 }
}

/** The new insertion keeps to the character its neighbour at this gap keeps to; `order` then tells them apart. */
function insertionChange(
  editing: Editing,
  host: Host,
  gap: number,
  neighbour: PlacedRecord | null,
  order: string,
): WordsChange {
  const { sheet } = editing
  // Anchors keep to characters of the table; where another's words lie on this desk too, these read the same.
  const shown = sheet.table.text(host)
  if (shown === null) throw new Error(`no text at ${host} to write in`)
  const was = wasAt(readWords(shown).text, gap, gap)
  const basis = sheet.table.roots.decisions.length
  if (neighbour !== null && !neighbour.isBehind) {
    const { anchor } = followAnchor(sheet.table, neighbour.change.host, neighbour.change.end)
    return { is: 'words', host, start: anchor, end: anchor, order, basis, was }
  }
  if (isMine(editing, host)) throw new Error('own words around the caret take the new ones themselves')
  // Behind words that landed here and may be gone again, the neighbour stands behind their last character, and so does this.
  const anchor = neighbour === null ? anchorAt(shown, gap, 'after') : anchorOfRank(shown, neighbour.rank)
  return { is: 'words', host, start: anchor, end: anchor, order, basis, was }
}

function sideOf(passage: Passage | undefined, root: Host, inside: number | null) {
  if (passage === undefined) return { hosts: [root], gaps: [0] }
  const hosts = [...passage.path.map(step => step.host), passage.host]
  const gaps = [...passage.path.map(step => step.gap), passage.offset + (inside ?? passage.text.length)]
  return { hosts, gaps }
}
