import type { ActInput } from '../../shared/acts/Act.ts'
import { planIncorporation } from '../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../shared/acts/Refusal.ts'
import { enterParagraph } from '../../shared/desk/editParagraphs.ts'
import { isVoidRecord } from '../../shared/projection/isVoidRecord.ts'
import { outline } from '../../shared/projection/outline.ts'
import { project } from '../../shared/projection/project.ts'
import { unplaced } from '../../shared/projection/unplaced.ts'
import { readWords } from '../../shared/table/words.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import { printHost, type TestPerson, TestRoom } from '../harness/TestRoom.ts'

const paragraphs = [
  'States shall promote and protect human rights for all.',
  'We the the aaa aa note with concern, and and regret, that that much is still to be done.',
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
  private readonly people: readonly TestPerson[]
  private readonly chair: TestPerson
  private readonly deletedByOwn = new Set<string>()
  private readonly typed = new Set<string>()
  private readonly moved = new Set<string>()
  private nextCharacter = 0x4e00
  private drafts = ''

  constructor(seed: number, tabling: 'by act' | 'as typed') {
    this.random = new SeededRandom(seed)
    this.room = new TestRoom(paragraphs, ['A', 'B', 'C'], tabling)
    this.people = ['A', 'A', 'B', 'B', 'C', 'C'].map(party => this.room.person(party))
    this.chair = this.room.person('Chair', 'facilitator')
    this.drafts = this.draftTexts()
  }

  step(): void {
    const { random } = this
    const person = random.pick(this.people)
    const kind = random.below(40)
    if (kind < 22) this.edit(person)
    else if (kind < 25) this.undo(person)
    else if (kind < 26) this.enter(person)
    else if (kind < 28) this.goOffline(person)
    else if (kind < 32) this.flush()
    else if (kind < 34) this.table(person)
    else if (kind < 36) this.decide('incorporate')
    else if (kind < 37) this.decide('set aside')
    else if (kind < 38) this.decide('take back')
    else if (kind < 39) this.withdraw(person)
    else this.stance(person)
    if (!/^(incorporate|take back) /.test(this.log.at(-1) ?? ''))
      must(this.drafts === this.draftTexts(), 'the draft changed without a decision')
    this.drafts = this.draftTexts()
  }

  finish(): void {
    for (const person of this.people) person.online = true
    this.flush()
    this.flush()
    this.converged()
    for (const person of this.people) this.conserved(person)
    this.nothingVanished()
  }

  private edit(person: TestPerson): void {
    const { random } = this
    const host = random.pick(outline(person.sheet)).host
    const passages = project(person.sheet, host)
    const cells = passages.flatMap(({ text, struck }) => {
      const gone = struck.some(id => person.isOurs(id))
      return [...text].map(character => (gone ? '' : character))
    })
    const from = random.below(cells.length + 1)
    const to = random.chance(1, 2) ? from : Math.min(cells.length, from + random.below(12))
    const text = from === to || random.chance(1, 2) ? this.freshText() : ''
    this.log.push(
      `edit ${person.actor.person} ${host} ${from}-${to} "${text}" of "${passages.map(p => p.text).join('|')}"`,
    )
    const wanted = cells.slice(0, from).join('') + text + cells.slice(to).join('')
    this.byOwnHand(person, () => person.editHost(host, from, to, text))
    const got = person.view(host)
    must(got === wanted, `my view is not the old view with that edit:\n  wanted ${wanted}\n  got    ${got}`)
    for (const letter of text) this.typed.add(letter)
  }

  private undo(person: TestPerson): void {
    const isUndo = this.random.chance(2, 3)
    this.log.push(`${isUndo ? 'undo' : 'redo'} ${person.actor.person}`)
    this.byOwnHand(person, () => (isUndo ? person.undo.undo() : person.undo.redo()))
  }

  private enter(person: TestPerson): void {
    const { host } = this.random.pick(outline(person.sheet))
    const offset = this.random.below((person.sheet.text(host)?.length ?? 0) + 1)
    this.log.push(`enter ${person.actor.person} ${host} ${offset}`)
    // Enter in one's own paragraph takes its tail along: on the table, or landed, those words may stand until that is tabled.
    for (const character of readWords(person.sheet.text(host) ?? failed()).text) this.moved.add(character)
    this.byOwnHand(person, () => enterParagraph(person.editing, host, offset))
  }

  private goOffline(person: TestPerson): void {
    person.online = !person.online
    this.log.push(`${person.online ? 'online' : 'offline'} ${person.actor.person}`)
    person.sync()
  }

  private flush(): void {
    this.log.push('flush')
    this.room.flush()
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
    if (drafts.length === 0) return
    this.act(person, { act: 'table', drafts })
  }

  private decide(kind: 'incorporate' | 'set aside' | 'take back'): void {
    if (kind === 'take back') {
      const decisions = this.room.table.decisions()
      if (decisions.length > 0) this.act(this.chair, { act: 'take back', decision: this.random.pick(decisions).id })
      return
    }
    const open = [...this.room.table.proposals()].filter(({ standing }) => standing.is === 'open')
    if (open.length === 0) return
    const proposals = [this.random.pick(open).id]
    if (this.random.chance(1, 2))
      for (const nested of this.room.sheet.records(`proposal:${proposals[0]}`)) proposals.push(nested.id)
    if (kind === 'set aside') {
      this.act(this.chair, { act: 'set aside', proposals, reason: null })
      return
    }
    const plan = planIncorporation(this.room.sheet, proposals)
    if (isRefusal(plan)) return
    this.act(this.chair, { act: 'incorporate', proposals, texts: [...plan.texts] })
    for (const { host, after } of plan.texts)
      if (host.startsWith('block:'))
        must(this.room.sheet.text(host)?.toString() === after, 'the draft is not as the preview showed it')
  }

  private withdraw(person: TestPerson): void {
    const own = [...this.room.table.proposals()].filter(p => p.party === person.party && p.standing.is === 'open')
    if (own.length > 0) this.act(person, { act: 'withdraw', proposal: this.random.pick(own).id })
  }

  private stance(person: TestPerson): void {
    const open = [...this.room.table.proposals()].filter(p => p.party !== person.party && p.standing.is === 'open')
    if (open.length === 0) return
    const { id, text } = this.random.pick(open)
    const kind = this.random.pick(['support', 'delete', 'retain'] as const)
    this.act(person, { act: 'stance', on: id, kind, words: readWords(text).text })
  }

  private act(person: TestPerson, act: ActInput): void {
    const done = this.room.act(person, act)
    this.log.push(
      `${act.act} ${person.actor.person} ${JSON.stringify(act)} ${isRefusal(done) ? `refused: ${done.refused}` : ''}`,
    )
  }

  /** What a party's own hand removes from its desk it has deleted; what it brings back it has not. */
  private byOwnHand(person: TestPerson, write: () => unknown): void {
    const before = deskCharacters(person)
    write()
    const after = deskCharacters(person)
    for (const character of before) if (!after.has(character)) this.deletedByOwn.add(character)
    for (const character of after) if (!before.has(character)) this.deletedByOwn.delete(character)
  }

  private converged(): void {
    for (const person of this.people) {
      for (const { host } of outline(this.room.sheet)) {
        const theirs = outline(person.sheet)
        const hasOwn = [...person.desk.drafts()].some(({ id }) => {
          const shown = person.sheet.record(id)?.shown
          return shown !== undefined && shown !== 'tabled'
        })
        const withdrawn = [...person.desk.drafts()].some(
          d => d.withdrawn && this.room.table.proposal(d.id)?.standing.is === 'open',
        )
        if (hasOwn || withdrawn) continue
        must(
          theirs.some(item => item.host === host),
          `${person.actor.person} does not see ${host}`,
        )
        const server = printHost(this.room.sheet, host)
        const own = printHost(person.sheet, host)
        must(server === own, `${person.actor.person} reads another text:\n  ${own}\n  the table: ${server}`)
      }
    }
  }

  /** Every word on a desk is placed exactly once, closed with its record, or in the tray. */
  private conserved(person: TestPerson): void {
    const placed = new Map<string, number>()
    for (const { host } of outline(person.sheet))
      for (const { text } of project(person.sheet, host))
        for (const character of text) placed.set(character, (placed.get(character) ?? 0) + 1)
    for (const [character, times] of placed)
      if (this.typed.has(character))
        must(times === 1, `"${character}" stands ${times} times for ${person.actor.person}`)
    const inTray = unplaced(person.sheet)
      .map(({ words }) => words.text)
      .join('')
    for (const { id, text, withdrawn } of person.desk.drafts()) {
      const standing = person.table.proposal(id)?.standing.is ?? 'open'
      if (withdrawn || standing !== 'open' || person.sheet.openDraft(id) === null) continue
      for (const character of readWords(text).text)
        must(
          placed.has(character) || inTray.includes(character),
          `"${character}" of ${id} is neither placed nor in the tray`,
        )
    }
  }

  /** What was typed and not deleted by its own party is still on that party's desk. */
  private nothingVanished(): void {
    const kept = new Set(this.people.flatMap(person => [...deskCharacters(person)]))
    for (const character of this.typed)
      must(kept.has(character) || this.deletedByOwn.has(character), `"${character}" was typed and is nowhere`)
  }

  private draftTexts(): string {
    return this.room.table
      .order()
      .map(id => this.room.table.block(id)?.text.toString())
      .join('\n')
  }

  /** Letters that are never typed twice, so that each can be followed. */
  private freshText(): string {
    let text = ''
    for (let count = 1 + this.random.below(3); count > 0; count--) text += String.fromCharCode(this.nextCharacter++)
    return text
  }
}

function deskCharacters(person: TestPerson): Set<string> {
  return new Set([...person.desk.drafts()].flatMap(({ text }) => [...readWords(text).text]))
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

function failed(): never {
  throw new Error('no such text')
}
