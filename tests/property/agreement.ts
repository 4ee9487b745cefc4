import * as Y from 'yjs'
import { mirrorDesk } from '../../shared/acts/mirrorDesk.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import { Table } from '../../shared/table/Table.ts'
import { printHost } from '../harness/printHost.ts'
import type { TestPerson } from '../harness/TestPerson.ts'
import type { TestRoom } from '../harness/TestRoom.ts'
import { must, readHosts } from './Ledger.ts'

/** Every text as somebody reads it, with its brackets, in the order of the sheet. */
export function printed(reader: Parameters<typeof readHosts>[0]): ReadonlyMap<Host, string> {
  return new Map(readHosts(reader).map(host => [host, printHost(reader.sheet, host)]))
}

export function mustReadAlike(before: ReadonlyMap<Host, string>, after: ReadonlyMap<Host, string>, who: string): void {
  for (const [host, text] of before)
    must(after.get(host) === text, `${who}: ${host} reads otherwise\n  before ${text}\n  after  ${after.get(host)}`)
  for (const host of after.keys()) must(before.has(host), `${who}: ${host} is new`)
  const [orderBefore, orderAfter] = [[...before.keys()].join(' '), [...after.keys()].join(' ')]
  must(orderBefore === orderAfter, `${who}: another order\n  before ${orderBefore}\n  after  ${orderAfter}`)
}

/**
 * When all have sent and received everything (R21): one table and one desk each, people of one party read alike, and those with
 * nothing pending read the table.
 */
export function checkConverged(room: TestRoom): void {
  const onTable = printed(room)
  const byParty = new Map<string, ReadonlyMap<Host, string>>()
  for (const person of room.people) {
    const who = person.actor.person
    mustBeOne(person.table.doc, room.table.doc, `the table of ${who}`)
    mustBeOne(person.desk.doc, room.desk(person.party).doc, `the desk of ${who}`)
    const read = printed(person)
    mustReadAlike(byParty.get(person.party) ?? read, read, `${who} against a colleague`)
    byParty.set(person.party, read)
    if (!hasOwn(person, room.sheet)) mustReadAlike(onTable, read, `${who} against the table`)
  }
}

/** A table read anew from what is kept of it reads the same: nothing hangs on the order in which it was written. */
export function checkReadAnew(room: TestRoom): void {
  const doc = new Y.Doc()
  const table = new Table(doc)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.table.doc))
  mustReadAlike(printed(room), printed({ table, sheet: new Sheet(table, null, null) }), 'the table read anew')
}

/** Right after a desk has been mirrored there is nothing more to write of it (R31). */
export function checkMirrored(room: TestRoom): void {
  if (room.tabling !== 'as typed') return
  for (const { actor, online, party } of room.people) {
    const more = online ? mirrorDesk(room.table, room.desk(party), actor, room.tools()) : null
    must(more === null, `the mirror writes again for ${party}: ${JSON.stringify(more?.writes)}`)
  }
}

/** Whether somebody has something on their desk that the table does not say. */
function hasOwn({ desk, sheet }: TestPerson, table: Sheet): boolean {
  return [...desk.drafts()].some(({ id, withdrawn }) =>
    withdrawn ? table.record(id) !== null : !['tabled', undefined].includes(sheet.record(id)?.shown),
  )
}

function mustBeOne(a: Y.Doc, b: Y.Doc, what: string): void {
  const states = [a, b].map(doc =>
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([x], [y]) => x - y).join(';'),
  )
  must(states[0] === states[1], `${what} has not converged`)
}
