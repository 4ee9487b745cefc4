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
import { Desk } from '../../shared/desk/Desk.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import {
  type BlockId,
  blockId,
  type NoteId,
  noteId,
  type PartyId,
  partyId,
  type proposalId,
} from '../../shared/table/ids.ts'
import type { Role } from '../../shared/table/Party.ts'
import { Table } from '../../shared/table/Table.ts'
import { noteMark, plainWords, readWords } from '../../shared/table/words.ts'

import { hostOf, printHost } from './printHost.ts'
import { TestPerson } from './TestPerson.ts'

const remote = 'remote'

export interface Backup {
  readonly table: Uint8Array
  readonly desks: ReadonlyMap<PartyId, Uint8Array>
}

/** A server in memory with people before it, whose network is flushed by hand. A note mark in a paragraph gets a note N1, N2, … */
export class TestRoom {
  table: Table
  sheet: Sheet
  readonly desks = new Map<PartyId, Desk>()
  readonly people: TestPerson[] = []
  /** Another one after each restoring from a backup. */
  epoch = 0
  /** How often a desk's mirror had something to write. */
  mirrored = 0
  private counted = 0
  now = 1_700_000_000_000

  constructor(paragraphs: readonly string[], parties: readonly string[], tabling: 'by act' | 'as typed' = 'as typed') {
    const doc = new Y.Doc()
    doc.clientID = 1
    this.table = new Table(doc)
    this.sheet = new Sheet(this.table, null, null)
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

  get tabling(): 'by act' | 'as typed' {
    return this.table.procedure().tabling
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
    if (isRefusal(done)) return done
    applyWrites(this.table, done.writes)
    // What stands on the desks is then tabled at once.
    if (act.act === 'tabling') for (const { actor } of this.people) this.mirror(actor)
    return done
  }

  tools() {
    return { now: this.now++, newId: this.newId }
  }

  /** Makes the table say what a desk says, where tabling is as typed. */
  mirror(actor: Actor): void {
    if (this.tabling !== 'as typed' || actor.party === null) return
    const done = mirrorDesk(this.table, this.desk(actor.party), actor, this.tools())
    if (done === null) return
    applyWrites(this.table, done.writes)
    this.mirrored++
  }

  /** The server ends and starts again from what it has kept: the same documents, each under a fresh client id. */
  restart(): void {
    this.startFrom(this.backup())
  }

  /** What a backup of the server holds. */
  backup(): Backup {
    const desks = [...this.desks].map(([party, desk]) => [party, Y.encodeStateAsUpdate(desk.doc)] as const)
    return { table: Y.encodeStateAsUpdate(this.table.doc), desks: new Map(desks) }
  }

  /** The server is restored from a backup: what was done since has never happened, and clients learn of another epoch. */
  restore(backup: Backup): void {
    this.epoch++
    this.startFrom(backup)
  }

  private startFrom(backup: Backup): void {
    const fresh = (from: Y.Doc) => {
      const doc = new Y.Doc()
      doc.clientID = from.clientID + 10_000
      return doc
    }
    const doc = fresh(this.table.doc)
    this.table.destroy()
    this.sheet.destroy()
    this.table = new Table(doc)
    this.sheet = new Sheet(this.table, null, null)
    Y.applyUpdate(doc, backup.table, remote)
    for (const [party, desk] of this.desks) {
      const deskDoc = fresh(desk.doc)
      desk.destroy()
      this.desks.set(party, new Desk(deskDoc))
      const state = backup.desks.get(party)
      if (state !== undefined) Y.applyUpdate(deskDoc, state, remote)
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
