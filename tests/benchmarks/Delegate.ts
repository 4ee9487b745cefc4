import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { newId } from '../../server/newId.ts'
import type { ActInput } from '../../shared/acts/Act.ts'
import { Desk } from '../../shared/desk/Desk.ts'
import { Editing } from '../../shared/desk/Editing.ts'
import { editWords } from '../../shared/desk/editWords.ts'
import { pendingDrafts } from '../../shared/projection/pendingDrafts.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import { type PartyId, partyId, proposalId } from '../../shared/table/ids.ts'
import { Table } from '../../shared/table/Table.ts'
import { plainWords, readWords } from '../../shared/table/words.ts'
import type { SeededRandom } from '../harness/SeededRandom.ts'
import { paragraphHosts } from './randomProposals.ts'
import { connect, isSynced, linkOf } from './roomSocket.ts'
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
  static async sitDown(url: string, laid: LaidNegotiation, seat: number): Promise<Delegate> {
    const { party } = linkOf(laid, seat)
    const table = new Table(new Y.Doc())
    const desk = new Desk(new Y.Doc())
    const sockets = [connect(url, laid, seat, 'table', table.doc), connect(url, laid, seat, `desk/${party}`, desk.doc)]
    await Promise.all(sockets.map(isSynced))
    return new Delegate(table, desk, partyId(party), sockets)
  }

  leave(): void {
    this.rest()
    for (const each of this.providers) {
      each.destroy()
      each.doc.destroy()
    }
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

  /** The act that tables whatever this desk says and the table does not yet. */
  tablingAct(): ActInput {
    const drafts = pendingDrafts(this.sheet).map(({ draft }) => ({ id: draft.id, words: readWords(draft.text).text }))
    const state = Buffer.from(Y.encodeStateVector(this.editing.desk.doc)).toString('base64')
    return { act: 'table', drafts, state }
  }

  private freshPlace(random: SeededRandom) {
    const host = random.pick(paragraphHosts(this.table))
    return { host, at: random.below((this.sheet.text(host)?.length ?? 0) + 1), letters: 0 }
  }
}
