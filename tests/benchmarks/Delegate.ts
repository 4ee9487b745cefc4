import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { newId } from '../../server/newId.ts'
import { Desk } from '../../shared/desk/Desk.ts'
import { Editing } from '../../shared/desk/Editing.ts'
import { editWords } from '../../shared/desk/editWords.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import { type PartyId, partyId, proposalId } from '../../shared/table/ids.ts'
import { Table } from '../../shared/table/Table.ts'
import { plainWords } from '../../shared/table/words.ts'
import type { SeededRandom } from '../harness/SeededRandom.ts'
import { paragraphHosts } from './randomProposals.ts'
import type { LaidNegotiation } from './serverProcess.ts'

/** Letters typed at one place before going to another: a clause. */
const clause = 24

/** Somebody at the desk of their party with the table before them, over sockets, without a screen. */
export class Delegate {
  readonly table: Table
  readonly party: PartyId
  readonly sheet: Sheet
  private readonly editing: Editing
  private readonly providers: readonly WebsocketProvider[]
  private place: { readonly host: Host; readonly at: number; readonly letters: number } | null = null
  private timer: NodeJS.Timeout | null = null

  private constructor(table: Table, desk: Desk, party: PartyId, providers: readonly WebsocketProvider[]) {
    this.table = table
    this.party = party
    this.sheet = new Sheet(table, desk, party)
    this.editing = new Editing(this.sheet, desk, () => proposalId(newId()))
    this.providers = providers
  }

  /** Takes the seat of the party of this number (0 is P1); resolves when both documents are here. */
  static async sitDown(url: string, { negotiation, links }: LaidNegotiation, seat: number): Promise<Delegate> {
    const link = links[seat]
    if (link === undefined) throw new Error(`no party ${seat}`)
    const { party, token } = link
    const table = new Table(new Y.Doc())
    const desk = new Desk(new Y.Doc())
    const address = `${url.replace('http', 'ws')}/sync/${negotiation}`
    const tableSocket = provider(address, 'table', table.doc, token)
    const deskSocket = provider(address, `desk/${party}`, desk.doc, token)
    await Promise.all([isSynced(tableSocket), isSynced(deskSocket)])
    return new Delegate(table, desk, partyId(party), [tableSocket, deskSocket])
  }

  leave(): void {
    this.rest()
    for (const each of this.providers) each.destroy()
  }

  /** Types one letter after the last, and goes to another paragraph after a clause. Returns the letter's number in its place. */
  typeLetter(random: SeededRandom): number {
    const { host, at, letters } = this.place ?? this.freshPlace(random)
    const letter = letters % 6 === 5 ? ' ' : 'abcdefghij'.charAt(random.below(10))
    const { to } = editWords(this.editing, host, at, at, plainWords(letter))
    this.place = letters + 1 >= clause ? null : { host, at: to, letters: letters + 1 }
    return letters
  }

  /** Goes on typing by itself until `rest`. */
  keepTyping(random: SeededRandom, lettersPerSecond: number): void {
    this.timer = setInterval(() => this.typeLetter(random), 1000 / lettersPerSecond)
  }

  rest(): void {
    if (this.timer !== null) clearInterval(this.timer)
    this.timer = null
  }

  private freshPlace(random: SeededRandom) {
    const host = random.pick(paragraphHosts(this.table))
    return { host, at: random.below((this.sheet.text(host)?.length ?? 0) + 1), letters: 0 }
  }
}

function provider(address: string, room: string, doc: Y.Doc, token: string): WebsocketProvider {
  const headers = { authorization: `Bearer ${token}` }
  class SocketWithToken extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers })
    }
  }
  return new WebsocketProvider(address, room, doc, {
    // The one seam: ws has every part of a browser's WebSocket that y-websocket uses.
    WebSocketPolyfill: SocketWithToken as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
}

function isSynced(socket: WebsocketProvider): Promise<void> {
  return new Promise(resolve => {
    if (socket.synced) resolve()
    else socket.on('sync', (synced: boolean) => synced && resolve())
  })
}
