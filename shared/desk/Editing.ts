import * as Y from 'yjs'
import type { Sheet } from '../projection/Sheet.ts'
import type { PartyId, ProposalId } from '../table/ids.ts'
import type { Change } from '../table/Proposal.ts'
import { insertWords, type Words } from '../table/words.ts'
import { created, type Desk, typed } from './Desk.ts'
import type { RevivedRun } from './RevivedRun.ts'

/**
 * Writing on a desk. Creating a draft is a transaction of its own that undo leaves alone; what is typed, struck or withdrawn
 * is one that it takes back.
 */
export class Editing {
  readonly sheet: Sheet
  readonly desk: Desk
  private readonly newId: () => ProposalId
  /** The party the Secretariat types for; null for one's own. */
  enteredFor: PartyId | null = null

  constructor(sheet: Sheet, desk: Desk, newId: () => ProposalId) {
    this.sheet = sheet
    this.desk = desk
    this.newId = newId
  }

  freshId(): ProposalId {
    return this.newId()
  }

  /** Adds an empty draft; a `hidden` one shows only when `typed` un-withdraws it. */
  create(id: ProposalId, change: Change, group: string | null, hidden = false): void {
    this.desk.doc.transact(() => {
      const map = new Y.Map<unknown>()
      map.set('change', change)
      map.set('text', new Y.Text())
      if (group !== null) map.set('group', group)
      if (hidden) map.set('withdrawn', true)
      if (this.enteredFor !== null) map.set('enteredFor', this.enteredFor)
      this.desk.roots.drafts.set(id, map)
      this.sheet.refresh(id)
    }, created)
  }

  /** Runs writes that undo takes back as one. */
  type(write: () => void): void {
    this.desk.doc.transact(write, typed)
  }

  setChange(id: ProposalId, change: Change): void {
    this.set(id, 'change', change)
  }

  setWithdrawn(id: ProposalId, withdrawn: boolean): void {
    this.set(id, 'withdrawn', withdrawn)
  }

  /** Notes which tabled words are other characters on the desk now. */
  setRevived(id: ProposalId, revived: readonly RevivedRun[]): void {
    this.set(id, 'revived', revived)
  }

  setReason(id: ProposalId, reason: string): void {
    this.set(id, 'reason', reason)
  }

  insert(id: ProposalId, offset: number, words: Words): void {
    const draft = this.desk.draft(id)
    if (draft === null) throw new Error(`no draft ${id} to write in`)
    insertWords(draft.text, offset, words)
  }

  delete(id: ProposalId, offset: number, length: number): void {
    this.desk.draft(id)?.text.delete(offset, length)
  }

  private set(id: ProposalId, field: string, value: unknown): void {
    this.type(() => {
      this.desk.roots.drafts.get(id)?.set(field, value)
      this.sheet.refresh(id)
    })
  }
}
