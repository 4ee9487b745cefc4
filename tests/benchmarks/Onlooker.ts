import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Sheet } from '../../shared/projection/Sheet.ts'
import { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { hostParts } from '../../shared/table/Host.ts'
import type { PartyId } from '../../shared/table/ids.ts'
import { Table } from '../../shared/table/Table.ts'
import { connect, isSynced } from './roomSocket.ts'
import type { LaidNegotiation } from './serverProcess.ts'

/** Somebody of another party who reads the sheet as it changes, over a socket, without a screen. */
export class Onlooker {
  private readonly shown: ShownSheet
  private readonly socket: WebsocketProvider
  private waiting: { readonly party: PartyId; readonly characters: number; readonly seen: () => void } | null = null

  private constructor(shown: ShownSheet, socket: WebsocketProvider) {
    this.shown = shown
    this.socket = socket
    shown.onStale(() => this.look())
  }

  /** Resolves when the table is here. */
  static async come(url: string, laid: LaidNegotiation, seat: number): Promise<Onlooker> {
    const doc = new Y.Doc()
    const table = new Table(doc)
    const socket = connect(url, laid, seat, 'table', doc)
    await isSynced(socket)
    return new Onlooker(new ShownSheet(new Sheet(table, null, null)), socket)
  }

  /** How many characters this party's proposals show on the sheet. */
  characters(party: PartyId): number {
    const { shown } = this
    let count = 0
    for (const { host } of shown.roots)
      for (const passage of shown.passages(host)) {
        const parts = hostParts(passage.host)
        if (parts.is === 'proposal' && shown.sheet.table.proposal(parts.id)?.party === party)
          count += passage.text.length
      }
    return count
  }

  /** Resolves at the moment the sheet shows so many characters of this party. */
  sees(party: PartyId, characters: number): Promise<void> {
    return new Promise(seen => {
      this.waiting = { party, characters, seen }
      this.look()
    })
  }

  leave(): void {
    this.socket.destroy()
    this.socket.doc.destroy()
    this.shown.destroy()
  }

  private look(): void {
    this.shown.refresh()
    if (this.waiting === null || this.characters(this.waiting.party) !== this.waiting.characters) return
    const { seen } = this.waiting
    this.waiting = null
    seen()
  }
}
