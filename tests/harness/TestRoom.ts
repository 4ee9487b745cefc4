import * as Y from 'yjs'
import type { ActInput } from '../../shared/acts/Act.ts'
import { actSchema } from '../../shared/acts/Act.ts'
import type { Actor } from '../../shared/acts/Actor.ts'
import { applyWrites } from '../../shared/acts/applyWrites.ts'
import { mirrorDesk } from '../../shared/acts/mirrorDesk.ts'
import type { Performed } from '../../shared/acts/Performed.ts'
import { perform } from '../../shared/acts/perform.ts'
import { isRefusal, type Refusal } from '../../shared/acts/Refusal.ts'
import type { TableWrite } from '../../shared/acts/TableWrite.ts'
import { Desk, typed } from '../../shared/desk/Desk.ts'
import { Editing } from '../../shared/desk/Editing.ts'
import { editWords } from '../../shared/desk/editWords.ts'
import { bracketTokens } from '../../shared/notation/bracketTokens.ts'
import { printBrackets } from '../../shared/notation/printBrackets.ts'
import { outline } from '../../shared/projection/outline.ts'
import { project } from '../../shared/projection/project.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import { blockHost, type Host } from '../../shared/table/Host.ts'
import {
  type BlockId,
  blockId,
  capacityId,
  type NoteId,
  noteId,
  type PartyId,
  partyId,
  proposalId,
} from '../../shared/table/ids.ts'
import type { Role } from '../../shared/table/Party.ts'
import { Table } from '../../shared/table/Table.ts'
import { noteMark, plainWords, readWords, type Words } from '../../shared/table/words.ts'

const remote = 'remote'

/** A server in memory with people before it, whose network is flushed by hand. A note mark in a paragraph gets a note N1, N2, … */
export class TestRoom {
  table: Table
  sheet: Sheet
  readonly desks = new Map<PartyId, Desk>()
  readonly people: TestPerson[] = []
  readonly tabling: 'by act' | 'as typed'
  /** How often a desk's mirror had something to write. */
  mirrored = 0
  private counted = 0
  now = 1_700_000_000_000

  constructor(paragraphs: readonly string[], parties: readonly string[], tabling: 'by act' | 'as typed' = 'as typed') {
    const doc = new Y.Doc()
    doc.clientID = 1
    this.table = new Table(doc)
    this.sheet = new Sheet(this.table, null, null)
    this.tabling = tabling
    const writes: TableWrite[] = [
      { write: 'procedure', procedure: { title: 'Test', symbol: null, tabling, labels: 'running', floor: null } },
      ...[...parties, 'Chair', 'Secretariat'].map(
        (short, ink): TableWrite => ({
          write: 'party',
          party: { id: partyId(short), name: short, short, kind: ink < parties.length ? 'state' : 'office', ink },
        }),
      ),
    ]
    let after: BlockId | null = null
    let noteCount = 0
    for (const [index, text] of paragraphs.entries()) {
      const id = blockId(`P${index + 1}`)
      const block = { id, kind: 'paragraph', label: String(index + 1), level: 0, status: 'open', from: null } as const
      const notes: NoteId[] = []
      for (let mark = text.indexOf(noteMark); mark >= 0; mark = text.indexOf(noteMark, mark + 1)) {
        const note = noteId(`N${++noteCount}`)
        notes.push(note)
        writes.push({
          write: 'add note',
          id: note,
          words: plainWords(`See resolution ${noteCount}.`),
          star: null,
          italics: [],
        })
      }
      writes.push({ write: 'add block', block, words: { text, notes }, italics: [], after })
      after = id
    }
    applyWrites(this.table, writes)
  }

  newId = (): string => `id${(this.counted++).toString(36).padStart(6, '0')}`

  desk(party: PartyId): Desk {
    const known = this.desks.get(party)
    if (known !== undefined) return known
    const doc = new Y.Doc()
    doc.clientID = 100 + this.desks.size
    const desk = new Desk(doc)
    this.desks.set(party, desk)
    return desk
  }

  person(party: string, role: Role = 'delegation'): TestPerson {
    const person = new TestPerson(this, partyId(party), role, 1000 + this.people.length)
    this.people.push(person)
    person.sync()
    return person
  }

  /** An act as the server does it; the writes are made when it is not refused. */
  act(person: TestPerson, input: ActInput): Performed | Refusal {
    const act = actSchema.parse(input)
    const done = perform(this.table, act, person.actor, this.desks.get(person.party) ?? null, this.tools())
    if (!isRefusal(done)) applyWrites(this.table, done.writes)
    return done
  }

  tools() {
    return { now: this.now++, newId: this.newId }
  }

  mirror(person: TestPerson): void {
    const done = mirrorDesk(this.table, this.desk(person.party), person.actor, this.tools())
    if (done === null) return
    applyWrites(this.table, done.writes)
    this.mirrored++
  }

  /** The server ends and starts again from what it has kept: the same documents, each under a fresh client id. */
  restart(): void {
    const fresh = (from: Y.Doc, clientId: number) => {
      const doc = new Y.Doc()
      doc.clientID = clientId
      return [doc, Y.encodeStateAsUpdate(from)] as const
    }
    const [doc, state] = fresh(this.table.doc, this.table.doc.clientID + 10_000)
    this.table.destroy()
    this.sheet.destroy()
    this.table = new Table(doc)
    this.sheet = new Sheet(this.table, null, null)
    Y.applyUpdate(doc, state, remote)
    for (const [party, desk] of this.desks) {
      const [deskDoc, deskState] = fresh(desk.doc, desk.doc.clientID + 10_000)
      desk.destroy()
      this.desks.set(party, new Desk(deskDoc))
      Y.applyUpdate(deskDoc, deskState, remote)
    }
  }

  /** Lets everybody who is online send and receive until nothing is new. */
  flush(): void {
    for (let round = 0; round < 2; round++) for (const person of this.people) if (person.online) person.sync()
  }

  /** A paragraph of the table in the printed notation. */
  print(label = '1'): string {
    return printHost(this.sheet, hostOf(this.sheet, label))
  }

  draftText(label = '1'): string {
    const text = this.sheet.text(hostOf(this.sheet, label))
    return text === null ? '' : readWords(text).text
  }

  /** The one open proposal of a party whose words contain a text (or that strikes it). */
  proposalOf(party: string, containing = ''): ReturnType<typeof proposalId> {
    for (const { id, party: by, text, standing, change } of this.table.proposals()) {
      if (by !== party || standing.is !== 'open') continue
      const struck = change.is === 'words' ? change.was.struck : ''
      if (text.toString().includes(containing) || (containing !== '' && struck.includes(containing))) return id
    }
    throw new Error(`no open proposal of ${party} with "${containing}"`)
  }
}

/** A person at their own machine: a copy of the table, a copy of their party's desk, and an undo of their own. */
export class TestPerson {
  readonly room: TestRoom
  readonly party: PartyId
  readonly actor: Actor
  table: Table
  desk: Desk
  sheet: Sheet
  editing: Editing
  undo: Y.UndoManager
  online = true

  constructor(room: TestRoom, party: PartyId, role: Role, clientId: number) {
    this.room = room
    this.party = party
    this.actor = { capacity: capacityId(`c${clientId}`), person: `${party} ${clientId}`, role, party }
    this.table = new Table(new Y.Doc())
    const deskDoc = new Y.Doc()
    deskDoc.clientID = clientId
    this.desk = new Desk(deskDoc)
    this.sheet = new Sheet(this.table, this.desk, party)
    this.editing = new Editing(this.sheet, this.desk, () => proposalId(room.newId()))
    this.undo = new Y.UndoManager(this.desk.roots.drafts, { trackedOrigins: new Set([typed]), captureTimeout: 0 })
  }

  /** Opens the page anew from what the device has kept: the same documents, a fresh client id, nothing to undo. */
  reload(): void {
    const [tableState, deskState] = [this.table.doc, this.desk.doc].map(doc => Y.encodeStateAsUpdate(doc))
    const clientId = this.desk.doc.clientID + 10_000
    this.sheet.destroy()
    this.undo.destroy()
    this.table = new Table(new Y.Doc())
    const deskDoc = new Y.Doc()
    deskDoc.clientID = clientId
    this.desk = new Desk(deskDoc)
    this.sheet = new Sheet(this.table, this.desk, this.party)
    this.editing = new Editing(this.sheet, this.desk, () => proposalId(this.room.newId()))
    this.undo = new Y.UndoManager(this.desk.roots.drafts, { trackedOrigins: new Set([typed]), captureTimeout: 0 })
    if (tableState !== undefined) Y.applyUpdate(this.table.doc, tableState, remote)
    if (deskState !== undefined) Y.applyUpdate(this.desk.doc, deskState, remote)
  }

  /** Sends what is new and receives what is new. The table only ever comes down. */
  sync(): void {
    if (!this.online) return
    const desk = this.room.desk(this.party)
    exchange(this.desk.doc, desk.doc)
    if (this.room.tabling === 'as typed') this.room.mirror(this)
    Y.applyUpdate(
      this.table.doc,
      Y.encodeStateAsUpdate(this.room.table.doc, Y.encodeStateVector(this.table.doc)),
      remote,
    )
  }

  /** The text as this person sees it, struck words included. */
  shown(label = '1'): string {
    return project(this.sheet, hostOf(this.sheet, label))
      .map(({ text }) => text)
      .join('')
  }

  /** What this person's party reads: without the words it has struck itself. */
  view(host: Host): string {
    return project(this.sheet, host)
      .filter(({ struck }) => !struck.some(id => this.isOurs(id)))
      .map(({ text }) => text)
      .join('')
  }

  isOurs(id: ReturnType<typeof proposalId>): boolean {
    return this.sheet.record(id)?.party === this.party
  }

  print(label = '1'): string {
    return printHost(this.sheet, hostOf(this.sheet, label))
  }

  edit(from: number, to: number, text: string, label = '1', group: string | null = null) {
    return editWords(this.editing, hostOf(this.sheet, label), from, to, plainWords(text), group)
  }

  editHost(host: Host, from: number, to: number, words: string | Words, group: string | null = null) {
    return editWords(this.editing, host, from, to, typeof words === 'string' ? plainWords(words) : words, group)
  }

  /** Replaces words by others, typed letter by letter as a person does. */
  replace(find: string, text: string, label = '1'): void {
    const from = this.at(find, label)
    let caret = { from, to: from + find.length }
    if (text === '') this.edit(caret.from, caret.to, '', label)
    for (const letter of text) caret = this.edit(caret.from, caret.to, letter, label)
    this.sync()
  }

  strike(find: string, label = '1'): void {
    this.replace(find, '', label)
  }

  /** Types at the place just before some words, or just after them. */
  insert(where: { before: string } | { after: string }, text: string, label = '1'): void {
    const at = 'before' in where ? this.at(where.before, label) : this.at(where.after, label) + where.after.length
    let caret = { from: at, to: at }
    for (const letter of text) caret = this.edit(caret.from, caret.to, letter, label)
    this.sync()
  }

  private at(find: string, label: string): number {
    const shown = this.shown(label)
    const index = shown.indexOf(find)
    if (index < 0) throw new Error(`"${find}" does not stand in "${shown}"`)
    return index
  }
}

export function hostOf(sheet: Sheet, label: string): Host {
  for (const item of outline(sheet)) {
    const own = item.is === 'block' ? item.block.label : (item.paragraph.proposal?.label ?? null)
    if (own === label) return item.host
  }
  return blockHost(blockId(label))
}

export function printHost(sheet: Sheet, host: Host): string {
  return printBrackets(sheet, bracketTokens(sheet, project(sheet, host)))
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), remote)
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), remote)
}
