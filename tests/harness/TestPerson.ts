import * as Y from 'yjs'
import type { Actor } from '../../shared/acts/Actor.ts'
import { Desk } from '../../shared/desk/Desk.ts'
import { Editing } from '../../shared/desk/Editing.ts'
import { editWords } from '../../shared/desk/editWords.ts'
import { isMine } from '../../shared/desk/isMine.ts'
import { isOurs } from '../../shared/desk/isOurs.ts'
import { newUndo } from '../../shared/desk/newUndo.ts'
import { project } from '../../shared/projection/project.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import { capacityId, type PartyId, type ProposalId, proposalId } from '../../shared/table/ids.ts'
import type { Role } from '../../shared/table/Party.ts'
import { Table } from '../../shared/table/Table.ts'
import { plainWords, readWords, type Words } from '../../shared/table/words.ts'
import { hostOf, printHost } from './printHost.ts'
import type { TestRoom } from './TestRoom.ts'

const remote = 'remote'

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
  private epoch: number
  /** The state of all documents when this person last had and had given everything. */
  private synced = ''
  /** Words that were on this device when the server was restored from a copy. */
  readonly keptAside: string[] = []
  /** Words of withdrawn drafts that went then. */
  readonly leftWithdrawn: string[] = []

  constructor(room: TestRoom, party: PartyId, role: Role, clientId: number) {
    this.room = room
    this.epoch = room.epoch
    this.party = party
    this.actor = { capacity: capacityId(`c${clientId}`), person: `${party} ${clientId}`, role, party }
    this.table = new Table(new Y.Doc())
    const deskDoc = new Y.Doc()
    deskDoc.clientID = clientId
    this.desk = new Desk(deskDoc)
    this.sheet = new Sheet(this.table, this.desk, party)
    this.editing = new Editing(this.sheet, this.desk, () => proposalId(room.newId()))
    this.undo = newUndo(this.desk, 0)
  }

  /** Opens the page anew from what the device has kept: the same documents, a fresh client id, nothing to undo. */
  reload(): void {
    this.open([this.table.doc, this.desk.doc].map(doc => Y.encodeStateAsUpdate(doc)))
  }

  /** Opens the page anew after the server was restored from a copy: what the device has is put aside, and all comes from the server. */
  private startAfresh(): void {
    for (const { withdrawn, text } of this.desk.drafts())
      (withdrawn ? this.leftWithdrawn : this.keptAside).push(readWords(text).text)
    this.open([])
    this.epoch = this.room.epoch
  }

  private open([tableState, deskState]: readonly Uint8Array[]): void {
    const clientId = this.desk.doc.clientID + 10_000
    this.sheet.destroy()
    this.undo.destroy()
    this.table = new Table(new Y.Doc())
    const deskDoc = new Y.Doc()
    deskDoc.clientID = clientId
    this.desk = new Desk(deskDoc)
    this.sheet = new Sheet(this.table, this.desk, this.party)
    this.editing = new Editing(this.sheet, this.desk, () => proposalId(this.room.newId()))
    this.undo = newUndo(this.desk, 0)
    if (tableState !== undefined) Y.applyUpdate(this.table.doc, tableState, remote)
    if (deskState !== undefined) Y.applyUpdate(this.desk.doc, deskState, remote)
  }

  /** Sends what is new and receives what is new. The table only ever comes down. */
  sync(): void {
    if (!this.online) return
    if (this.epoch !== this.room.epoch) this.startAfresh()
    const desk = this.room.desk(this.party)
    // Exchanging what both have takes as long as all that was ever deleted; it is most of the time of a long test.
    const state = () => [desk.doc, this.desk.doc, this.room.table.doc, this.table.doc].map(versionOf).join()
    if (this.synced === state()) return
    exchange(this.desk.doc, desk.doc)
    this.room.mirror(this.actor)
    Y.applyUpdate(
      this.table.doc,
      Y.encodeStateAsUpdate(this.room.table.doc, Y.encodeStateVector(this.table.doc)),
      remote,
    )
    this.synced = state()
  }

  /** The text as this person sees it, struck words included. */
  shown(label = '1'): string {
    return this.shownText(hostOf(this.sheet, label))
  }

  /** What this person's party reads: without the words it has struck itself. */
  view(host: Host): string {
    return project(this.sheet, host)
      .filter(({ struck }) => !struck.some(id => this.isOurs(id)))
      .map(({ text }) => text)
      .join('')
  }

  /** A text as this person sees it, struck words included. */
  shownText(host: Host): string {
    return project(this.sheet, host)
      .map(({ text }) => text)
      .join('')
  }

  /** Whether a text is on this person's desk, to be typed in. */
  isMine(host: Host): boolean {
    return isMine(this.editing, host)
  }

  isOurs(id: ProposalId): boolean {
    return isOurs(this.editing, id)
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

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), remote)
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), remote)
}

/** Tells states of a document apart, and documents. */
function versionOf(doc: Y.Doc): string {
  const known = versions.get(doc)
  if (known !== undefined) return `${known.name}.${known.updates}`
  const version = { name: named++, updates: 0 }
  versions.set(doc, version)
  doc.on('update', () => version.updates++)
  return `${version.name}.0`
}

const versions = new WeakMap<Y.Doc, { readonly name: number; updates: number }>()
let named = 0
