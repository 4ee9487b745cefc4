import { IndexeddbPersistence } from 'y-indexeddb'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ActInput } from '../../shared/acts/Act.ts'
import { Desk } from '../../shared/desk/Desk.ts'
import { Editing } from '../../shared/desk/Editing.ts'
import { newUndo } from '../../shared/desk/newUndo.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { actDoneSchema } from '../../shared/protocol/ActAnswer.ts'
import { closeOf } from '../../shared/protocol/closes.ts'
import { deskHereSchema, tableHereSchema } from '../../shared/protocol/Here.ts'
import type { Session } from '../../shared/protocol/Session.ts'
import { partyId, proposalId } from '../../shared/table/ids.ts'
import type { Role } from '../../shared/table/Party.ts'
import { Table } from '../../shared/table/Table.ts'
import { readCaret } from '../editor/caret.ts'
import type { Colleague } from '../editor/colleaguesPlugin.ts'
import type { Connection } from '../views/ConnectionSentence.tsx'
import { ask } from './ask.ts'
import { isDeskSaved, type SavedDesk } from './deskSaved.ts'
import { deskName } from './keptBefore.ts'
import { OnItsWay } from './OnItsWay.ts'

/** Pauses longer than this begin a new step of undo; the usual pause between sentences, shorter than one's patience with undo. */
const undoPauseMs = 600

/** Who is here, by party: how many people, never where they are in the text. */
export interface HereCount {
  readonly party: string | null
  readonly role: Role
  readonly count: number
}

/**
 * One way in to one negotiation, live: the table, one's desk, what is shown, and the connection to the server. What is typed
 * is kept on this device until the server says that it is durable.
 */
export class Negotiation {
  readonly session: Session
  readonly sheet: Sheet
  readonly shown: ShownSheet
  readonly editing: Editing | null
  readonly undo: Y.UndoManager | null
  private readonly tableSocket: WebsocketProvider
  private readonly deskSocket: WebsocketProvider | null
  private readonly kept: IndexeddbPersistence | null
  private readonly onItsWay: OnItsWay
  private readonly listeners = new Set<() => void>()
  private closedSentence: string | null = null
  private saved: SavedDesk | null = null
  private isLoaded = false
  /** Counted again when somebody has come or gone. */
  private hereCounts: readonly HereCount[] | null = null

  constructor(session: Session, origin: { readonly sockets: string; readonly newKey: () => string }) {
    this.session = session
    const { negotiation, capacity, party, abilities, epoch } = session
    this.newKey = origin.newKey
    const rooms = `${origin.sockets}/sync/${negotiation}`
    const tableDoc = new Y.Doc()
    const table = new Table(tableDoc)
    // With the epoch of its store, so that one restored meanwhile from a copy is not told what it may never have had.
    const params = { as: capacity, epoch }
    this.tableSocket = new WebsocketProvider(rooms, 'table', tableDoc, { params, disableBc: true })
    const mayWrite = party !== null && abilities.includes('write at a desk')
    const desk = mayWrite ? new Desk(new Y.Doc()) : null
    this.sheet = new Sheet(table, desk, party === null ? null : partyId(party))
    if (desk === null) {
      this.deskSocket = null
      this.kept = null
      this.editing = null
      this.undo = null
    } else {
      this.kept = new IndexeddbPersistence(deskName(session), desk.doc)
      this.deskSocket = new WebsocketProvider(rooms, `desk/${party}`, desk.doc, {
        params,
        disableBc: true,
      })
      this.editing = new Editing(this.sheet, desk, () => proposalId(origin.newKey()))
      this.undo = newUndo(desk, undoPauseMs)
    }
    this.shown = new ShownSheet(this.sheet)
    this.onItsWay = new OnItsWay(this.shown, () => this.isUp)
    desk?.doc.on('update', () => {
      this.onItsWay.written()
      this.tell()
    })
    this.follow()
  }

  private readonly newKey: () => string

  /** Whether the table has come; until then there is nothing to show. */
  get isHere(): boolean {
    return this.isLoaded
  }

  private get isUp(): boolean {
    return this.tableSocket.wsconnected && this.deskSocket?.wsconnected !== false
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  destroy(): void {
    this.tableSocket.destroy()
    this.deskSocket?.destroy()
    this.kept?.destroy()
    this.onItsWay.arrived()
    this.shown.destroy()
  }

  /** Whether what one types is safe, and where. */
  connection(): Connection {
    if (this.closedSentence !== null) return { is: 'closed', sentence: this.closedSentence }
    const { deskSocket } = this
    const unsent = deskSocket !== null && (this.saved === null || !isDeskSaved(deskSocket.doc, this.saved))
    if (!this.isUp) return navigator.onLine ? { is: 'reconnecting', unsent } : { is: 'offline', unsent }
    if (deskSocket === null) return { is: 'read-only' }
    return { is: unsent ? 'saving' : 'saved' }
  }

  here(): readonly HereCount[] {
    this.hereCounts ??= this.countHere()
    return this.hereCounts
  }

  private countHere(): readonly HereCount[] {
    const counts = new Map<string, HereCount>()
    for (const state of this.tableSocket.awareness.getStates().values()) {
      const here = tableHereSchema.safeParse(state)
      if (!here.success || 'server' in here.data) continue
      const { party, role } = here.data
      const key = `${party} ${role}`
      counts.set(key, { party, role, count: (counts.get(key)?.count ?? 0) + 1 })
    }
    return [...counts.values()]
  }

  colleagues(): readonly Colleague[] {
    const { deskSocket } = this
    if (deskSocket === null) return []
    const ink = this.session.party === null ? 0 : (this.sheet.table.party(this.session.party)?.ink ?? 0)
    return [...deskSocket.awareness.getStates()].flatMap(([key, state]) => {
      const here = deskHereSchema.safeParse(state)
      if (key === deskSocket.awareness.clientID || !here.success || 'server' in here.data) return []
      const { person } = here.data
      const caret = readCaret(state['caret'])
      return caret === null || typeof person !== 'string' ? [] : [{ key, name: person, caret, ink }]
    })
  }

  /** Tells one's colleagues where one is writing. */
  showCaret(caret: unknown): void {
    this.deskSocket?.awareness.setLocalStateField('caret', caret)
  }

  /** Does an act on the table; resolves with what happened, in a sentence when it was not done. */
  async act(
    act: ActInput,
  ): Promise<{ readonly done: true } | { readonly done: false; readonly sentence: string; readonly movedOn: boolean }> {
    const path = `/api/negotiations/${this.session.negotiation}/acts?as=${this.session.capacity}`
    const body = { key: this.newKey(), ...act }
    // A lost answer is asked for again with the same key: the act is done once, however often it is sent.
    for (let attempt = 0; attempt < 2; attempt++) {
      const asked = await ask({ path, answers: actDoneSchema, body })
      if (asked.is === 'answered') return { done: true }
      if (asked.is === 'refused')
        return { done: false, sentence: asked.refusal.refused, movedOn: asked.refusal.because === 'moved on' }
    }
    return {
      done: false,
      sentence: 'The server cannot be reached. Nothing was done; try again when you are connected.',
      movedOn: false,
    }
  }

  /** The desk's state as this device has it, for acts that say what they were read from. */
  deskState(): string | undefined {
    const doc = this.deskSocket?.doc
    return doc === undefined ? undefined : btoa(String.fromCharCode(...Y.encodeStateVector(doc)))
  }

  private follow(): void {
    const { tableSocket, deskSocket } = this
    tableSocket.on('sync', (isSynced: boolean) => {
      this.isLoaded ||= isSynced
      this.tell()
    })
    for (const socket of deskSocket === null ? [tableSocket] : [tableSocket, deskSocket]) {
      socket.on('status', () => {
        if (!this.isUp) this.onItsWay.arrived()
        this.tell()
      })
      socket.on('connection-close', event => this.closed(socket, event))
      socket.awareness.on('change', () => {
        this.hereCounts = null
        this.readSaved()
        this.tell()
      })
    }
    tableSocket.awareness.setLocalState({})
    addEventListener('online', this.tell)
    addEventListener('offline', this.tell)
  }

  private closed(socket: WebsocketProvider, event: CloseEvent | null): void {
    const close = event === null ? null : closeOf(event.code)
    if (close !== null && close.client !== 'come back') {
      this.closedSentence = close.reason
      socket.disconnect()
    }
    this.tell()
  }

  private readSaved(): void {
    for (const state of this.deskSocket?.awareness.getStates().values() ?? []) {
      const here = deskHereSchema.safeParse(state)
      const server = here.success && 'server' in here.data ? here.data.server : null
      if (typeof server !== 'object' || server === null || !('saved' in server && 'deleted' in server)) continue
      const { saved, deleted } = server
      if (typeof saved === 'string' && typeof deleted === 'number')
        this.saved = { saved: Uint8Array.from(atob(saved), character => character.charCodeAt(0)), deleted }
    }
  }

  private readonly tell = () => {
    for (const listener of this.listeners) listener()
  }
}
