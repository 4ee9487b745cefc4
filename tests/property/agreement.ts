import * as Y from 'yjs'
import { mirrorDesk } from '../../shared/acts/mirrorDesk.ts'
import { pendingDrafts } from '../../shared/projection/pendingDrafts.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import { Table } from '../../shared/table/Table.ts'
import { printHost, type TestRoom } from '../harness/TestRoom.ts'
import { must, readHosts } from './Ledger.ts'

/** Every text as somebody reads it, with its brackets. */
export function printed(reader: Parameters<typeof readHosts>[0]): ReadonlyMap<Host, string> {
  return new Map(readHosts(reader).map(host => [host, printHost(reader.sheet, host)]))
}

export function mustReadAlike(before: ReadonlyMap<Host, string>, after: ReadonlyMap<Host, string>, who: string): void {
  for (const [host, text] of before)
    must(after.get(host) === text, `${who}: ${host} reads otherwise\n  before ${text}\n  after  ${after.get(host)}`)
  for (const host of after.keys()) must(before.has(host), `${who}: ${host} is new`)
}

/** When all have sent and received everything: one table and one desk each, and those with nothing pending read the table. */
export function checkConverged(room: TestRoom): void {
  const table = room.sheet
  const onTable = printed(room)
  for (const person of room.people) {
    mustBeOne(person.table.doc, room.table.doc, `the table of ${person.actor.person}`)
    mustBeOne(person.desk.doc, room.desk(person.party).doc, `the desk of ${person.actor.person}`)
    const hasOwn = [...person.desk.drafts()].some(({ id, withdrawn }) =>
      withdrawn ? table.record(id) !== null : !['tabled', undefined].includes(person.sheet.record(id)?.shown),
    )
    if (!hasOwn) mustReadAlike(onTable, printed(person), `${person.actor.person} against the table`)
  }
}

/** A table read anew from what is kept of it reads the same: nothing hangs on the order in which it was written. */
export function checkReadAnew(room: TestRoom): void {
  const doc = new Y.Doc()
  const table = new Table(doc)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.table.doc))
  mustReadAlike(printed(room), printed({ table, sheet: new Sheet(table, null, null) }), 'the table read anew')
}

/** Right after a desk has been mirrored there is nothing more to write of it. */
export function checkMirrored(room: TestRoom): void {
  for (const person of room.people) {
    if (!person.online || person.actor.role !== 'delegation') continue
    const more = mirrorDesk(room.table, room.desk(person.party), person.actor, room.tools())
    must(more === null, `the mirror writes again for ${person.party}: ${JSON.stringify(more?.writes)}`)
  }
}

/** Whether somebody has words that the table does not say yet. */
export const hasPending = (room: TestRoom) => room.people.some(({ sheet }) => pendingDrafts(sheet).length > 0)

function mustBeOne(a: Y.Doc, b: Y.Doc, what: string): void {
  const states = [a, b].map(doc =>
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([x], [y]) => x - y).join(';'),
  )
  must(states[0] === states[1], `${what} has not converged`)
}
