import * as Y from 'yjs'
import { wasAt } from '../desk/was.ts'
import { anchorAt, characterAt } from '../table/Anchor.ts'
import type { Host } from '../table/Host.ts'
import { hostParts, proposalHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import { procedureKey } from '../table/Procedure.ts'
import type { Change, DeskPlace } from '../table/Proposal.ts'
import { putBack } from '../table/putBack.ts'
import { runsOf } from '../table/runsOf.ts'
import type { Table } from '../table/Table.ts'
import { insertWords, readWords } from '../table/words.ts'
import type { Splice, Stretch, TableWrite } from './TableWrite.ts'

/** The origin of the transactions in which the table is written. */
export const actOrigin = 'act'

/**
 * Writes to the table, in order, in one transaction. Everything has been checked by `perform`: what cannot be written here is a
 * fault of the program, throws, and must not be kept.
 */
export function applyWrites(table: Table, writes: readonly TableWrite[]): void {
  table.doc.transact(() => {
    for (const write of writes) applyWrite(table, write)
  }, actOrigin)
}

function applyWrite(table: Table, write: TableWrite): void {
  const { roots } = table
  switch (write.write) {
    case 'procedure':
      roots.procedure.set(procedureKey, write.procedure)
      return
    case 'party':
      roots.parties.set(write.party.id, write.party)
      return
    case 'add note':
      roots.notes.set(write.id, mapOf({ star: write.star }, textOf(write.words)))
      setItalics(entry(roots.notes, write.id), write.italics)
      return
    case 'add block': {
      const { id, ...fields } = write.block
      roots.draft.set(id, mapOf(fields, textOf(write.words)))
      setItalics(entry(roots.draft, id), write.italics)
      const index = write.after === null ? 0 : roots.order.toArray().indexOf(write.after) + 1
      if (index === 0 && write.after !== null) throw new Error(`no block ${write.after} to come after`)
      roots.order.insert(index, [id])
      return
    }
    case 'block status':
      entry(roots.draft, write.id).set('status', write.status)
      return
    case 'add proposal': {
      const { id, ...fields } = write.proposal
      roots.proposals.set(id, mapOf(fields, textOf(write.words)))
      return
    }
    case 'amend': {
      const text = hostText(table, proposalHost(write.id))
      for (const each of write.splices) splice(text, each)
      setFields(table, write.id, {
        origin: write.origin,
        change: write.change,
        reason: write.reason,
        group: write.group,
      })
      return
    }
    case 'change':
      setFields(table, write.id, { change: write.change })
      return
    case 'place':
      setFields(table, write.id, { change: placed(table, write) })
      return
    case 'entered by':
      setFields(table, write.id, { enteredBy: write.enteredBy })
      return
    case 'party of':
      setFields(table, write.id, { party: write.party })
      return
    case 'standing':
      setFields(table, write.id, { standing: write.standing })
      return
    case 'splice':
      splice(hostText(table, write.host), write.splice)
      return
    case 'put back':
      putBack(hostText(table, write.host), write.runs, write.words)
      return
    case 'forward':
      addForward(table, write)
      return
    case 'forget forwards':
      roots.forwards.delete(write.host)
      return
    case 'landing': {
      const text = hostText(table, write.host)
      const first = characterAt(text, write.start)
      const last = characterAt(text, write.end - 1)
      if (first === null || last === null) throw new Error('nothing has landed there')
      const landing = { decision: write.basis, after: write.after, order: write.order, first, last }
      roots.landings.set(write.host, [...(roots.landings.get(write.host) ?? []), landing])
      return
    }
    case 'forget landings':
      roots.landings.set(
        write.host,
        (roots.landings.get(write.host) ?? []).filter(({ decision }) => decision !== write.decision),
      )
      return
    case 'unlist block': {
      const index = roots.order.toArray().indexOf(write.id)
      if (index >= 0) roots.order.delete(index)
      return
    }
    case 'stance':
      roots.stances.set(write.stance.id, write.stance)
      return
    case 'withdraw stance':
      roots.stances.delete(write.id)
      return
    case 'decision':
      roots.decisions.push([write.decision])
      return
    default:
      throw new Error(`unknown write ${write satisfies never}`)
  }
}

function textOf(words: Parameters<typeof insertWords>[2]): Y.Text {
  const text = new Y.Text()
  insertWords(text, 0, words)
  return text
}

function mapOf(fields: object, text: Y.Text): Y.Map<unknown> {
  const map = new Y.Map<unknown>(Object.entries(fields))
  map.set('text', text)
  return map
}

/** Ranges keep to characters, which have their ids only once their text is in the document. */
function setItalics(map: Y.Map<unknown>, stretches: readonly Stretch[]): void {
  const text: unknown = map.get('text')
  if (stretches.length === 0 || !(text instanceof Y.Text)) return
  const ranges = stretches
    .filter(({ from, to }) => from < to && to <= text.length)
    .map(({ from, to }) => ({ start: anchorAt(text, from, 'before'), end: anchorAt(text, to, 'after') }))
  map.set('italics', ranges)
}

function entry(root: Y.Map<Y.Map<unknown>>, id: string): Y.Map<unknown> {
  const map = root.get(id)
  if (map === undefined) throw new Error(`nothing of the id ${id}`)
  return map
}

function setFields(table: Table, id: ProposalId, fields: Readonly<Record<string, unknown>>): void {
  const map = entry(table.roots.proposals, id)
  // Equal values are not written again: each write stays in the document for ever as a tombstone.
  for (const [key, value] of Object.entries(fields))
    if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value)
}

/** Reads straight from the document: the table's own index follows only when the transaction ends. */
function hostText(table: Table, host: Host): Y.Text {
  const parts = hostParts(host)
  const root = { block: table.roots.draft, note: table.roots.notes, proposal: table.roots.proposals }[parts.is]
  const text: unknown = entry(root, parts.id).get('text')
  if (!(text instanceof Y.Text)) throw new Error(`no text at ${host}`)
  return text
}

/** Insert first, then delete: an insertion at a place whose words were just deleted would skip past what stood there. */
function splice(text: Y.Text, { at, remove, insert }: Splice): void {
  insertWords(text, at + remove, insert)
  if (remove > 0) text.delete(at, remove)
}

function placed(
  table: Table,
  { id, host, start, end, order, basis, was }: Extract<TableWrite, { write: 'place' }>,
): Change {
  const text = hostText(table, host)
  const before = table.proposal(id)?.change
  return {
    is: 'words',
    host,
    start: anchorAt(text, start, start === end ? 'after' : 'before'),
    end: anchorAt(text, end, 'after'),
    order,
    basis,
    byDecision: true,
    ...(before?.is === 'words' ? { deskPlace: before.deskPlace ?? placeOf(before) } : {}),
    was: was ?? wasAt(readWords(text).text, start, end),
  }
}

const placeOf = ({ host, start, end, order, basis }: DeskPlace): DeskPlace => ({ host, start, end, order, basis })

function addForward(table: Table, { from, runs, to, toOffset }: Extract<TableWrite, { write: 'forward' }>): void {
  const target = runsOf(
    hostText(table, to),
    toOffset,
    runs.reduce((sum, [, , length]) => sum + length, 0),
  )
  const forwards = [...(table.roots.forwards.get(from) ?? [])]
  const queue = target.map(([client, clock, length]) => ({ client, clock, length }))
  for (const [client, clock, length] of runs) {
    let done = 0
    while (done < length) {
      const next = queue[0]
      if (next === undefined) throw new Error('a forward past the end of a text')
      const step = Math.min(length - done, next.length)
      forwards.push({ client, clock: clock + done, length: step, host: to, toClient: next.client, toClock: next.clock })
      done += step
      if (step === next.length) queue.shift()
      else queue[0] = { client: next.client, clock: next.clock + step, length: next.length - step }
    }
  }
  table.roots.forwards.set(from, forwards)
}
