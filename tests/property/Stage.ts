import type { ActInput } from '../../shared/acts/Act.ts'
import type { Performed } from '../../shared/acts/Performed.ts'
import { isRefusal, type Refusal } from '../../shared/acts/Refusal.ts'
import { isClosedTo } from '../../shared/table/Block.ts'
import { blockHost, type Host, noteHost } from '../../shared/table/Host.ts'
import { type BlockId, noteId, type PartyId } from '../../shared/table/ids.ts'
import type { Proposal } from '../../shared/table/Proposal.ts'
import { noteMark, readWords, type Words } from '../../shared/table/words.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import type { TestPerson } from '../harness/TestPerson.ts'
import { type Backup, TestRoom } from '../harness/TestRoom.ts'
import { Ledger, must } from './Ledger.ts'
import { Tally } from './Tally.ts'

export type Tabling = 'by act' | 'as typed'

/** Repeated words and letters, where an edit that goes by comparing strings slides; notes; and a text that is soon empty. */
const paragraphs = [
  `States shall promote and protect human rights${noteMark} for all.`,
  `We the the aaa aa note with concern,${noteMark} and and regret, that that much is still to be done.`,
  'All.',
]

/** A negotiation under test: who is there, what has been typed so far, and what the moves of all kinds share. */
export class Stage {
  readonly random: SeededRandom
  readonly room: TestRoom
  /** Two people of each party. */
  readonly people: readonly TestPerson[]
  readonly chair: TestPerson
  readonly typist: TestPerson
  readonly ledger = new Ledger()
  readonly tally = new Tally()
  /** Previews of decisions, which are no operations. */
  readonly previews = new Tally()
  readonly log: string[] = []
  /** Whether what happens now is a decision, which alone may change the draft. */
  mayChangeDraft = false
  /** The newest backup of the server, and what was read on it. */
  backup: { readonly of: Backup; readonly read: ReadonlyMap<Host, string> } | null = null
  private drafts: string
  private closed: ReadonlyMap<BlockId, string>

  constructor(seed: number, tabling: Tabling, texts: readonly string[] = paragraphs) {
    this.random = new SeededRandom(seed)
    const parties = this.random.chance(1, 3) ? ['A', 'B', 'C', 'D'] : ['A', 'B', 'C']
    this.room = new TestRoom(texts, parties, tabling)
    this.people = parties.flatMap(party => [this.room.person(party), this.room.person(party)])
    this.chair = this.room.person('Chair', 'facilitator')
    this.typist = this.room.person('Secretariat', 'secretariat')
    this.drafts = this.draftTexts()
    this.closed = this.closedTexts()
  }

  get everybody(): readonly TestPerson[] {
    return this.room.people
  }

  colleagueOf(person: TestPerson): TestPerson | undefined {
    return this.people.find(other => other !== person && other.party === person.party)
  }

  openProposals(): readonly Proposal[] {
    return [...this.room.table.proposals()].filter(({ standing }) => standing.is === 'open')
  }

  /** An operation that was done, or is about to be. */
  did(kind: string, what: string): void {
    this.tally.count(kind, null)
    this.log.push(`${kind} ${what}`)
  }

  /** An act on the table, done or refused. */
  act(person: TestPerson, act: ActInput, kind: string = act.act): Performed | Refusal {
    const done = this.room.act(person, act)
    const refused = isRefusal(done) ? done.refused : null
    this.tally.count(kind, refused)
    this.log.push(
      `${kind} ${person.actor.person} ${JSON.stringify(act)}${refused === null ? '' : ` refused: ${refused}`}`,
    )
    return done
  }

  /** Letters that are never typed twice; now and then with a space, a comma or a note's mark, where seams are repaired. */
  freshWords(desk: PartyId, inNameOf: PartyId = desk): Words {
    const { random } = this
    let text = random.chance(1, 6) ? random.pick([' ', ', ', noteMark]) : ''
    for (let count = 1 + random.below(3); count > 0; count--) text += this.ledger.freshLetter(desk, inNameOf)
    if (random.chance(1, 6)) text += random.pick([' ', ',', noteMark])
    return { text, notes: [...text].filter(letter => letter === noteMark).map(() => noteId('N1')) }
  }

  /** The draft changes only by decisions (R50); what is agreed does not change, and has no open bracket (R59). */
  checkDraft(): void {
    const drafts = this.draftTexts()
    must(this.mayChangeDraft || this.drafts === drafts, 'the draft changed without a decision')
    this.drafts = drafts
    const closed = this.closedTexts()
    for (const [id, text] of closed) {
      const before = this.closed.get(id)
      must(before === undefined || before === text, `${id} is agreed and changed: "${before}", "${text}"`)
    }
    this.closed = closed
  }

  /** After the server was restored from a backup the draft is what it was then. */
  forgetDraft(): void {
    this.drafts = this.draftTexts()
    this.closed = this.closedTexts()
  }

  private closedTexts(): ReadonlyMap<BlockId, string> {
    const { table, sheet } = this.room
    const closed = new Map<BlockId, string>()
    for (const id of table.order()) {
      const block = table.block(id)
      if (block === null || !isClosedTo(block.status)) continue
      const open = sheet.records(blockHost(id)).find(({ start, end, text }) => start < end || text.length > 0)
      must(open === undefined, `${id} is ${block.status} and has the open bracket ${open?.id}`)
      closed.set(id, readWords(block.text).text)
    }
    return closed
  }

  private draftTexts(): string {
    const { table } = this.room
    const hosts = [...table.order().map(blockHost), ...[...table.roots.notes.keys()].map(id => noteHost(noteId(id)))]
    return hosts.map(host => readWords(table.text(host) ?? failed()).text).join('\n')
  }
}

function failed(): never {
  throw new Error('no such text')
}
