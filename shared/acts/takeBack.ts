import type { Sheet } from '../projection/Sheet.ts'
import { isClosedTo } from '../table/Block.ts'
import type { Decision, PieceChange } from '../table/Decision.ts'
import { blockHost, type Host, hostParts, proposalHost } from '../table/Host.ts'
import { type DecisionId, decisionId, type ProposalId } from '../table/ids.ts'
import { runsOf } from '../table/runsOf.ts'
import type { Table } from '../table/Table.ts'
import { readWords } from '../table/words.ts'
import type { Actor } from './Actor.ts'
import { currentChange } from './currentChange.ts'
import type { Performed, Tools } from './Performed.ts'
import { type Refusal, refuse } from './Refusal.ts'
import type { TableWrite } from './TableWrite.ts'

/**
 * Takes a decision back by another: the words as they stood before, the proposals open again where they were. Only while the
 * texts still read as the decision left them; a later decision there must be taken back first.
 */
export function takeBack(sheet: Sheet, id: DecisionId, actor: Actor, tools: Tools): Performed | Refusal {
  const decisions = sheet.table.decisions()
  const index = decisions.findIndex(decision => decision.id === id)
  const decision = decisions[index]
  if (decision === undefined) return refuse('impossible', 'There is no such decision on the record.')
  if (decisions.some(other => other.is === 'take back' && other.decision === id))
    return refuse('impossible', 'This decision has been taken back already.')
  const facts = { id: decisionId(tools.newId()), at: tools.now, person: actor.person, capacity: actor.capacity }
  switch (decision.is) {
    case 'take back':
      return refuse('impossible', 'Taking back is not itself taken back: decide again instead.')
    case 'status':
      return refuse('impossible', 'A status is changed by setting another.')
    case 'set aside': {
      const closed = closedAmong(
        sheet,
        decision.proposals.map(proposal => sheet.table.root(proposalHost(proposal))),
      )
      if (closed !== null) return closed
      const writes = decision.proposals.flatMap(proposal => openAgain(sheet, proposal))
      writes.push({ write: 'decision', decision: { is: 'take back', ...facts, decision: id, texts: [] } })
      return { writes, ids: [facts.id] }
    }
    case 'incorporate':
      return takeBackIncorporation(sheet, decision, index, facts)
    default:
      throw new Error(`unknown decision ${decision satisfies never}`)
  }
}

/** A proposal set aside stands again where its words are now: while it was closed, they may have been incorporated. */
function openAgain(sheet: Sheet, id: ProposalId): readonly TableWrite[] {
  const standing: TableWrite = { write: 'standing', id, standing: { is: 'open' } }
  const change = sheet.table.proposal(id)?.change
  const place = change?.is === 'words' ? sheet.place(change) : null
  if (change === undefined || place === null || change.is !== 'words' || place.host === change.host) return [standing]
  return [standing, { write: 'change', id, change: currentChange(sheet, change) }]
}

/** Agreed text does not change, nor does a bracket come back into it, unless it is reopened (D18). */
function closedAmong({ table }: Sheet, hosts: readonly Host[]): Refusal | null {
  for (const host of hosts) {
    const parts = hostParts(host)
    const status = parts.is === 'block' ? table.block(parts.id)?.status : undefined
    if (status !== undefined && isClosedTo(status))
      return refuse('impossible', `The paragraph is ${status}; it must be reopened first.`)
  }
  return null
}

function takeBackIncorporation(
  sheet: Sheet,
  decision: Extract<Decision, { is: 'incorporate' }>,
  index: number,
  facts: { id: DecisionId; at: number; person: string; capacity: Actor['capacity'] },
): Performed | Refusal {
  const { table } = sheet
  const made = new Map(
    decision.blocks.map(({ block }) => {
      const from = table.block(block)?.from ?? failed(block)
      return [proposalHost(from), blockHost(block)]
    }),
  )
  const closed = closedAmong(
    sheet,
    decision.texts.map(({ host }) => made.get(host) ?? host),
  )
  if (closed !== null) return closed
  for (const { host: written, after } of decision.texts) {
    const host = made.get(written) ?? written
    const text = table.text(host)
    if (text === null || readWords(text).text !== after)
      return refuse('moved on', 'A later decision has changed this text. Take that one back first.')
  }
  const known = new Set(decision.places.map(({ id }) => id))
  const since = newRecords(sheet, decision).filter(id => !known.has(id))
  if (since.length > 0)
    return refuse(
      'impossible',
      'New proposals have been made on these words since. Resolve those first, or ask for their withdrawal.',
    )
  const writes: TableWrite[] = []
  writes.push(...piecesBack(table, decision.pieces))
  for (const host of new Set(decision.pieces.map(piece => piece.host)))
    writes.push({ write: 'forget landings', host, decision: index })
  for (const { block, landed } of decision.blocks) {
    const host = blockHost(block)
    const text = table.text(host)
    if (text === null) failed(block)
    for (const { from, offset, at, length } of landed)
      writes.push({ write: 'forward', from: host, runs: runsOf(text, at, length), to: from, toOffset: offset })
    writes.push({ write: 'unlist block', id: block })
  }
  for (const proposal of decision.proposals) writes.push({ write: 'forget forwards', host: proposalHost(proposal) })
  for (const proposal of [...decision.proposals, ...decision.superseded])
    writes.push({ write: 'standing', id: proposal, standing: { is: 'open' } })
  const basis = table.roots.decisions.length + 1
  for (const { id, change } of decision.places) {
    const now = table.proposal(id)?.change
    // The words are as they were, so its place is too; unless its party has placed it anew since.
    if (now?.is === 'words' && now.byDecision === true) writes.push({ write: 'change', id, change })
  }
  writes.push(...besideLanded(sheet, decision, known, basis))
  const texts = decision.texts.map(({ host, before, after }) => ({ host, before: after, after: before }))
  writes.push({ write: 'decision', decision: { is: 'take back', ...facts, decision: decision.id, texts } })
  return { writes, ids: [facts.id] }
}

/** What landed goes, then what went comes back: put back earlier, words of one piece would stand among those of the next. */
function piecesBack(table: Table, pieces: readonly PieceChange[]): readonly TableWrite[] {
  const gone: TableWrite[] = []
  const back: TableWrite[] = []
  const forwards: TableWrite[] = []
  // They are kept from the last place to the first, as they were made.
  for (const [index, { host, at, removed, removedIds, inserted, landed }] of pieces.entries()) {
    const text = table.text(host)
    if (text === null) throw new Error(`no text at ${host}`)
    gone.push({ write: 'splice', host, splice: { at, remove: inserted, insert: { text: '', notes: [] } } })
    for (const { from, offset, at: within, length } of landed)
      forwards.push({
        write: 'forward',
        from: host,
        runs: runsOf(text, at + within, length),
        to: from,
        toOffset: offset,
      })
    if (removed.text === '') continue
    back.push({ write: 'put back', host, runs: removedIds, words: removed })
    const earlier = pieces.slice(index + 1).filter(other => other.host === host)
    const toOffset = earlier.reduce((sum, other) => sum + other.removed.text.length - other.inserted, at)
    forwards.push({ write: 'forward', from: host, runs: removedIds, to: host, toOffset })
  }
  return [...gone, ...back, ...forwards]
}

/** Later ones beside words that landed keep to these: they stay beside, in the text, and do not follow them back into their proposal. */
function besideLanded(
  sheet: Sheet,
  { pieces }: Extract<Decision, { is: 'incorporate' }>,
  known: ReadonlySet<ProposalId>,
  basis: number,
): readonly TableWrite[] {
  return [...new Set(pieces.map(({ host }) => host))].flatMap(host => {
    const here = pieces.filter(piece => piece.host === host && piece.inserted > 0)
    const shift = (index: number) =>
      pieces.reduce(
        (sum, { host: on, at, inserted, removed }) =>
          on === host && index >= at + inserted && index > at ? sum + removed.text.length - inserted : sum,
        index,
      )
    return sheet
      .records(host)
      .filter(({ id, end }) => !known.has(id) && here.some(({ at, inserted }) => end === at + inserted))
      .map(({ id, start, end, change: { order, was } }): TableWrite => {
        return { write: 'place', id, host, start: shift(start), end: shift(end), order, basis, was }
      })
  })
}

/** Open records that now stand on words the decision brought into the draft. */
function newRecords(sheet: Sheet, decision: Extract<Decision, { is: 'incorporate' }>) {
  const inPieces = decision.pieces.flatMap(({ host, at, inserted }) =>
    sheet.records(host).filter(({ start, end }) => start < at + inserted && end > at),
  )
  const inBlocks = decision.blocks.flatMap(({ block }) => [
    ...sheet.records(`block:${block}`),
    ...sheet.paragraphsAfter(`block:${block}`).filter(({ change }) => change.after === `block:${block}`),
  ])
  return [...inPieces, ...inBlocks].map(({ id }) => id)
}

function failed(block: string): never {
  throw new Error(`no block ${block}`)
}
