import type { ActInput } from '../../shared/acts/Act.ts'
import { planIncorporation } from '../../shared/acts/planIncorporation.ts'
import { isRefusal, type Refusal } from '../../shared/acts/Refusal.ts'
import { discardDraft } from '../../shared/desk/discardDraft.ts'
import { enterParagraph, removeParagraph } from '../../shared/desk/editParagraphs.ts'
import { isVoidRecord } from '../../shared/projection/isVoidRecord.ts'
import { project } from '../../shared/projection/project.ts'
import { blockHost, type Host, noteHost, proposalHost } from '../../shared/table/Host.ts'
import { noteId, type ProposalId } from '../../shared/table/ids.ts'
import { stanceKinds } from '../../shared/table/Stance.ts'
import { noteMark, readWords } from '../../shared/table/words.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import { type TestPerson, TestRoom } from '../harness/TestRoom.ts'
import { checkConverged, checkMirrored, checkReadAnew, mustReadAlike, printed } from './agreement.ts'
import { Ledger, must, readHosts } from './Ledger.ts'

const paragraphs = [
  `States shall promote and protect human rights${noteMark} for all.`,
  `We the the aaa aa note with concern,${noteMark} and and regret, that that much is still to be done.`,
]

/** Runs a seeded negotiation and checks after every step what must always hold. Returns 'held', or what broke with the steps before it. */
export function randomNegotiation(seed: number, tabling: 'by act' | 'as typed', operations: number): string {
  const run = new Run(seed, tabling)
  try {
    for (let step = 0; step < operations; step++) run.step()
    run.finish()
    return 'held'
  } catch (error) {
    const steps = run.log.slice(-12).join('\n  ')
    return `seed ${seed}, ${tabling}: ${error instanceof Error ? error.message : String(error)}\n  ${steps}`
  }
}

export class Run {
  readonly log: string[] = []
  private readonly random: SeededRandom
  private readonly room: TestRoom
  readonly people: readonly TestPerson[]
  private readonly chair: TestPerson
  private readonly ledger = new Ledger()
  private drafts: string
  private mayChangeDraft = false

  /** What may happen, and how often against the others. */
  private readonly moves: readonly (readonly [number, (person: TestPerson) => void])[] = [
    [40, person => this.edit(person)],
    [3, person => this.together(person)],
    [3, person => this.editAcross(person)],
    [6, person => this.undo(person)],
    [3, person => this.enter(person)],
    [1, person => this.removeOwn(person)],
    [1, person => this.discard(person)],
    [3, person => this.goOffline(person)],
    [8, () => this.flush()],
    [6, person => this.table(person)],
    [5, () => this.incorporate()],
    [2, () => this.setAside()],
    [2, () => this.takeBack()],
    [2, person => this.withdraw(person)],
    [2, person => this.stance(person)],
    [1, person => this.confirm(person)],
    [2, () => this.status()],
    [2, person => this.propose(person)],
    [1, person => this.restart(person)],
  ]

  constructor(seed: number, tabling: 'by act' | 'as typed') {
    this.random = new SeededRandom(seed)
    this.room = new TestRoom(paragraphs, ['A', 'B', 'C'], tabling)
    this.people = ['A', 'A', 'B', 'B', 'C', 'C'].map(party => this.room.person(party))
    this.chair = this.room.person('Chair', 'facilitator')
    this.drafts = this.draftTexts()
  }

  step(): void {
    const person = this.random.pick(this.people)
    let ticket = this.random.below(this.moves.reduce((sum, [weight]) => sum + weight, 0))
    this.mayChangeDraft = false
    for (const [weight, move] of this.moves) {
      ticket -= weight
      if (ticket >= 0) continue
      move(person)
      break
    }
    must(this.mayChangeDraft || this.drafts === this.draftTexts(), 'the draft changed without a decision')
    this.drafts = this.draftTexts()
    this.ledger.checkAttribution(this.room)
    if (this.random.chance(1, 10)) this.ledger.checkConserved(person)
  }

  finish(): void {
    for (const person of this.people) person.online = true
    this.flush()
    this.flush()
    checkConverged(this.room)
    checkReadAnew(this.room)
    for (const person of this.people) this.ledger.checkConserved(person)
    this.ledger.checkNothingVanished(this.room)
  }

  private edit(person: TestPerson): void {
    const host = this.random.pick(readHosts(person))
    this.editAt(person, host, this.random.below(person.view(host).length + 1))
  }

  /** Replaces, strikes or types at a place; what its party reads afterwards must be what it read before with exactly that edit. */
  private editAt(person: TestPerson, host: Host, at: number, group: string | null = null): void {
    const { random } = this
    const passages = project(person.sheet, host)
    const cells = passages.flatMap(({ text, struck }) => {
      const gone = struck.some(id => person.isOurs(id))
      return [...text].map(character => (gone ? '' : character))
    })
    const from = Math.min(at, cells.length)
    const to = random.chance(1, 2) ? from : Math.min(cells.length, from + random.below(12))
    const text = from === to || random.chance(1, 2) ? this.freshText(person) : ''
    const notes = [...text].filter(letter => letter === noteMark).map(() => noteId('N1'))
    const before = passages.map(passage => passage.text).join('|')
    this.log.push(`edit ${person.actor.person} ${host} ${from}-${to} "${text}" of "${before}"`)
    const wanted = cells.slice(0, from).join('') + text + cells.slice(to).join('')
    this.ledger.byOwnHand(person, () => person.editHost(host, from, to, { text, notes }, group))
    const got = person.view(host)
    must(got === wanted, `my view is not the old view with that edit:\n  wanted ${wanted}\n  got    ${got}`)
  }

  /** Two people of one party write at one place before either has seen the other's words. */
  private together(person: TestPerson): void {
    const colleague = this.people.find(other => other !== person && other.party === person.party)
    if (colleague === undefined || !person.online || !colleague.online) return
    for (const each of [person, colleague, person]) each.sync()
    const host = this.random.pick(readHosts(person))
    const at = this.random.below(person.view(host).length + 1)
    this.log.push('together')
    for (const each of [person, colleague]) this.editAt(each, host, at)
    for (const each of [person, colleague, person]) each.sync()
    must(person.view(host) === colleague.view(host), 'two of one party read different texts')
  }

  /** One change in two texts, as a selection across paragraphs makes it. */
  private editAcross(person: TestPerson): void {
    const hosts = readHosts(person)
    const group = this.room.newId()
    for (const host of [this.random.pick(hosts), this.random.pick(hosts)])
      this.editAt(person, host, this.random.below(person.view(host).length + 1), group)
  }

  private undo(person: TestPerson): void {
    const isUndo = this.random.chance(2, 3)
    this.log.push(`${isUndo ? 'undo' : 'redo'} ${person.actor.person}`)
    this.ledger.byOwnHand(person, () => (isUndo ? person.undo.undo() : person.undo.redo()))
  }

  private enter(person: TestPerson): void {
    const host = this.random.pick(readHosts(person).filter(each => !each.startsWith('note:')))
    const before = person.view(host)
    const offset = this.random.below(before.length + 1)
    this.log.push(`enter ${person.actor.person} ${host} ${offset} of "${before}"`)
    this.ledger.copied(readWords(person.sheet.text(host) ?? failed()).text)
    this.ledger.byOwnHand(person, () => enterParagraph(person.editing, host, offset))
  }

  private removeOwn(person: TestPerson): void {
    const host = this.random.pick(readHosts(person))
    this.log.push(`remove ${person.actor.person} ${host}`)
    this.ledger.byOwnHand(person, () => removeParagraph(person.editing, host))
  }

  private discard(person: TestPerson): void {
    const drafts = [...person.desk.drafts()]
    if (drafts.length === 0) return
    const { id, text } = this.random.pick(drafts)
    this.log.push(`discard ${person.actor.person} ${id}`)
    this.ledger.copied(readWords(person.table.proposal(id)?.text ?? text).text)
    this.ledger.byOwnHand(person, () => discardDraft(person.editing, id))
  }

  private goOffline(person: TestPerson): void {
    // Some are away for long, others only while a lift closes.
    if (!person.online && this.random.chance(1, 2)) return
    person.online = !person.online
    this.log.push(`${person.online ? 'online' : 'offline'} ${person.actor.person}`)
    person.sync()
  }

  private flush(): void {
    this.log.push('flush')
    this.room.flush()
    if (this.room.tabling === 'as typed') checkMirrored(this.room)
  }

  private table(person: TestPerson): void {
    if (!person.online) return
    person.sync()
    const drafts = [...person.desk.drafts()]
      .filter(({ id, withdrawn }) => {
        const record = person.sheet.record(id)
        return withdrawn || (record !== null && !isVoidRecord(record))
      })
      .filter(() => this.random.chance(2, 3))
      .map(({ id, text }) => ({ id, words: readWords(text).text }))
    if (drafts.length > 0) this.act(person, { act: 'table', drafts })
  }

  private incorporate(): void {
    const chosen = this.choose()
    const plan = chosen.length === 0 ? null : planIncorporation(this.room.sheet, chosen)
    if (plan === null || isRefusal(plan)) return
    const isShort = this.random.chance(1, 4)
    if (isShort) this.flush()
    const before = this.allPrinted()
    const writesBefore = this.room.mirrored
    const fresh = planIncorporation(this.room.sheet, chosen)
    if (isRefusal(fresh)) return
    this.mayChangeDraft = true
    const done = this.act(this.chair, { act: 'incorporate', proposals: [...chosen], texts: [...fresh.texts] })
    must(!isRefusal(done), 'a decision on an up-to-date preview was refused')
    for (const { host, after } of fresh.texts) {
      const landed = this.room.table.order().find(id => `proposal:${this.room.table.block(id)?.from}` === host)
      const text = this.room.table.text(landed === undefined ? host : blockHost(landed))
      must(text !== null && readWords(text).text === after, `${host} is not as the preview showed it`)
    }
    const decision = this.room.table.decisions().at(-1)
    if (!isShort || decision === undefined) return
    this.room.flush()
    if (this.room.mirrored !== writesBefore) return
    const back = this.act(this.chair, { act: 'take back', decision: decision.id })
    must(!isRefusal(back), 'a decision just taken could not be taken back')
    this.room.flush()
    if (this.room.mirrored !== writesBefore) return
    this.allPrinted().forEach((now, index) => {
      mustReadAlike(
        before[index] ?? failed(),
        now,
        `taken back at once, ${this.people[index]?.actor.person ?? 'table'}`,
      )
    })
  }

  private allPrinted() {
    return [...this.people.filter(({ online }) => online), this.room].map(printed)
  }

  /** An open proposal, its group, and some of what is nested in them, however deep. */
  private choose(): readonly ProposalId[] {
    const open = [...this.room.table.proposals()].filter(({ standing }) => standing.is === 'open')
    if (open.length === 0) return []
    const { id, group } = this.random.pick(open)
    const chosen = group === null ? [id] : open.filter(other => other.group === group).map(other => other.id)
    if (this.random.chance(1, 2))
      for (const taken of chosen)
        for (const nested of this.room.sheet.records(proposalHost(taken)))
          if (this.random.chance(2, 3) && !chosen.includes(nested.id)) chosen.push(nested.id)
    return chosen
  }

  private setAside(): void {
    const proposals = [...this.choose()]
    if (proposals.length > 0) this.act(this.chair, { act: 'set aside', proposals, reason: null })
  }

  private takeBack(): void {
    const decisions = this.room.table.decisions()
    if (decisions.length === 0) return
    const decision = this.random.pick(decisions)
    this.mayChangeDraft = true
    const done = this.act(this.chair, { act: 'take back', decision: decision.id })
    if (isRefusal(done) || decision.is !== 'incorporate') return
    for (const { host, before } of decision.texts) {
      if (host.startsWith('proposal:')) continue
      must(readWords(this.room.table.text(host) ?? failed()).text === before, `${host} is not as it was before`)
    }
  }

  private withdraw(person: TestPerson): void {
    const own = [...this.room.table.proposals()].filter(p => p.party === person.party && p.standing.is === 'open')
    if (own.length > 0) this.act(person, { act: 'withdraw', proposal: this.random.pick(own).id })
  }

  private confirm(person: TestPerson): void {
    const own = [...this.room.table.proposals()].filter(p => p.party === person.party && p.standing.is === 'open')
    for (const { id } of own) this.act(person, { act: 'confirm', proposal: id })
  }

  private stance(person: TestPerson): void {
    const taken = [...this.room.table.roots.stances.values()].filter(({ party }) => party === person.party)
    if (taken.length > 0 && this.random.chance(1, 3)) {
      this.act(person, { act: 'withdraw stance', stance: this.random.pick(taken).id })
      return
    }
    const open = [...this.room.table.proposals()].filter(p => p.party !== person.party && p.standing.is === 'open')
    if (open.length === 0) return
    const { id, text } = this.random.pick(open)
    const kind = this.random.pick(stanceKinds)
    this.act(person, { act: 'stance', on: id, kind, words: readWords(text).text, reason: 'Instructions.' })
  }

  private status(): void {
    const block = blockHost(this.random.pick(this.room.table.order()))
    const to = this.random.pick(['open', 'open', 'agreed in informals', 'agreed ad referendum'] as const)
    this.act(this.chair, { act: 'status', block, to, reason: 'A delegation asked.' })
  }

  /** A proposal of a program, given whole, on any text of the table: also in others' proposals. */
  private propose(person: TestPerson): void {
    const open = [...this.room.table.proposals()].filter(({ standing }) => standing.is === 'open')
    const blocks = this.room.table.order().map(blockHost)
    const host = this.random.pick([
      ...blocks,
      ...blocks,
      noteHost(noteId('N1')),
      ...open.map(({ id }) => proposalHost(id)),
    ])
    const words = readWords(this.room.sheet.text(host) ?? failed()).text
    const from = this.random.below(words.length + 1)
    const to = this.random.chance(1, 2) ? from : Math.min(words.length, from + this.random.below(12))
    const text = this.freshText(person).replaceAll(noteMark, '')
    const done = this.act(person, { act: 'propose', host, from, to, was: words.slice(from, to), text })
    if (isRefusal(done)) this.ledger.neverTyped(text)
  }

  private restart(person: TestPerson): void {
    const isServer = this.random.chance(1, 2)
    const reader = isServer ? this.room : person
    this.log.push(isServer ? 'the server restarts' : `${person.actor.person} opens the page anew`)
    const before = printed(reader)
    if (isServer) this.room.restart()
    else person.reload()
    mustReadAlike(before, printed(reader), 'after a restart')
  }

  private act(person: TestPerson, act: ActInput): object | Refusal {
    const done = this.room.act(person, act)
    const refused = isRefusal(done) ? `refused: ${done.refused}` : ''
    this.log.push(`${act.act} ${person.actor.person} ${JSON.stringify(act)} ${refused}`)
    return done
  }

  private draftTexts(): string {
    const { table } = this.room
    const hosts = [...table.order().map(blockHost), ...[...table.roots.notes.keys()].map(id => noteHost(noteId(id)))]
    return hosts.map(host => readWords(table.text(host) ?? failed()).text).join('\n')
  }

  /** Letters that are never typed twice; now and then with a space, a comma or a note's mark, where seams are repaired. */
  private freshText(person: TestPerson): string {
    const { random } = this
    let text = random.chance(1, 6) ? random.pick([' ', ', ', noteMark]) : ''
    for (let count = 1 + random.below(3); count > 0; count--) text += this.ledger.freshLetter(person.party)
    return random.chance(1, 6) ? text + random.pick([' ', ',', noteMark]) : text
  }
}

function failed(): never {
  throw new Error('no such text')
}
