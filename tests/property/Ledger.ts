import { outline } from '../../shared/projection/outline.ts'
import { project } from '../../shared/projection/project.ts'
import { unplaced } from '../../shared/projection/unplaced.ts'
import { noteHost } from '../../shared/table/Host.ts'
import { noteId, type PartyId, type ProposalId } from '../../shared/table/ids.ts'
import { readWords } from '../../shared/table/words.ts'
import type { TestPerson } from '../harness/TestPerson.ts'
import type { TestRoom } from '../harness/TestRoom.ts'

const firstFresh = 0x4e00

/** Follows every typed letter: each is typed once in all, so that one can ask where it stands and whose it is. */
export class Ledger {
  private readonly letters = new Map<string, TypedLetter>()
  private readonly deletedByOwn = new Set<string>()
  private readonly copies = new Map<string, number>()
  private readonly authors = new Map<ProposalId, PartyId>()
  private next = firstFresh

  /** A letter never typed before, now to be typed at a desk, in its own party's name or in that of the one it is entered for. */
  freshLetter(desk: PartyId, inNameOf: PartyId): string {
    const letter = String.fromCharCode(this.next++)
    this.letters.set(letter, { desk, inNameOf, isDirect: false })
    return letter
  }

  /** An act brought these letters to the table past every desk; `refused`, it did not. */
  proposedDirectly(text: string, refused: boolean): void {
    for (const letter of text) {
      const typed = this.letters.get(letter)
      if (refused || typed === undefined) this.letters.delete(letter)
      else this.letters.set(letter, { ...typed, isDirect: true })
    }
  }

  /** These letters were copied at a desk: tabled or landed before, they may stand in one place more until that is tabled. */
  copied(text: string): void {
    for (const letter of text) this.copies.set(letter, (this.copies.get(letter) ?? 0) + 1)
  }

  /** What a party's own hand removes from its desk it has deleted; what it brings back it has not. */
  byOwnHand<Written>(person: TestPerson, write: () => Written): Written {
    const before = deskLetters(person)
    const written = write()
    const after = deskLetters(person)
    for (const letter of before) if (!after.has(letter)) this.deletedByOwn.add(letter)
    for (const letter of after) if (!before.has(letter)) this.deletedByOwn.delete(letter)
    return written
  }

  /** What never lay on a desk, and was not in the backup the server was restored from, is gone with it. */
  afterRestore(room: TestRoom): void {
    const kept = new Set([...room.table.proposals()].flatMap(({ text }) => [...readWords(text).text]))
    for (const [letter, { isDirect }] of this.letters) if (isDirect && !kept.has(letter)) this.letters.delete(letter)
  }

  /** Every letter before a person is there once, and every open record's letters are placed or in the tray. */
  checkConserved(person: TestPerson): void {
    const placed = this.lettersPlaced(person)
    for (const [letter, times] of placed)
      must(
        times <= 1 + (this.copies.get(letter) ?? 0) || !this.letters.has(letter),
        `"${letter}" stands ${times} times for ${person.actor.person}`,
      )
    const inTray = lettersInTray(person)
    for (const { id, text, withdrawn } of person.desk.drafts()) {
      if (withdrawn) continue
      const tabled = person.table.proposal(id)
      const isOpen = person.sheet.openDraft(id) !== null
      const closed = isOpen || tabled === null ? '' : readWords(tabled.text).text
      for (const letter of readWords(text).text)
        must(
          (isOpen && placed.has(letter)) || inTray.has(letter) || closed.includes(letter),
          `"${letter}" of ${id} is neither placed nor in the tray nor in its closed card`,
        )
    }
    for (const { id, text, standing } of person.table.proposals()) {
      if (standing.is !== 'open' || person.sheet.openDraft(id) !== null || !isReached(person, id)) continue
      for (const letter of readWords(text).text)
        must(placed.has(letter), `"${letter}" of the tabled ${id} does not stand for ${person.actor.person}`)
    }
  }

  /**
   * Conservation (R20), when all have sent and received: what this person's party typed and did not delete is placed or landed,
   * in a closed card, in the tray, in a withdrawn draft, or put aside when the server was restored from a backup.
   */
  checkAccounted(person: TestPerson): void {
    const found = new Set([...this.lettersPlaced(person).keys(), ...lettersInTray(person)])
    const add = (text: string) => {
      for (const letter of text) found.add(letter)
    }
    for (const { id, text, standing } of person.table.proposals())
      if (standing.is !== 'open' || (person.sheet.openDraft(id) === null && !isReached(person, id)))
        add(readWords(text).text)
    for (const { text, withdrawn } of person.desk.drafts()) if (withdrawn) add(readWords(text).text)
    for (const { party, keptAside, leftWithdrawn } of person.room.people)
      if (party === person.party) for (const text of [...keptAside, ...leftWithdrawn]) add(text)
    for (const [letter, { desk }] of this.letters)
      if (desk === person.party && !this.deletedByOwn.has(letter))
        must(found.has(letter), `"${letter}" was typed by ${desk} and is nowhere for ${person.actor.person}`)
  }

  /** Nobody's proposal on the table ever has a letter that was not typed in its own party's name. */
  checkAttribution(room: TestRoom): void {
    for (const { id, party, text } of room.table.proposals()) {
      if (!this.authors.has(id)) this.authors.set(id, party)
      const author = this.authors.get(id)
      for (const letter of readWords(text).text) {
        const by = this.letters.get(letter)?.inNameOf
        must(by === undefined || by === author, `"${letter}" of ${by} stands in ${id}, a proposal of ${author}`)
      }
    }
  }

  private lettersPlaced(person: TestPerson): ReadonlyMap<string, number> {
    const placed = new Map<string, number>()
    for (const host of readHosts(person))
      for (const { text } of project(person.sheet, host))
        for (const letter of text) placed.set(letter, (placed.get(letter) ?? 0) + 1)
    return placed
  }
}

interface TypedLetter {
  readonly desk: PartyId
  readonly inNameOf: PartyId
  readonly isDirect: boolean
}

const lettersInTray = (person: TestPerson): ReadonlySet<string> =>
  new Set(unplaced(person.sheet).flatMap(({ words }) => [...words.text]))

/** The texts a person has before them: blocks, proposed paragraphs, and the notes mentioned in them. */
export function readHosts(reader: Pick<TestPerson, 'sheet' | 'table'>) {
  const notes = [...reader.table.roots.notes.keys()].map(id => noteHost(noteId(id)))
  return [...outline(reader.sheet).map(({ host }) => host), ...notes]
}

/** Whether a tabled record and every record it is written on is open and has its place. */
function isReached(person: TestPerson, id: ProposalId): boolean {
  const record = person.sheet.record(id)
  if (record === null) return false
  if (record.change.is === 'paragraph') return true
  const place = person.sheet.place(record.change)
  if (place === null) return false
  if (place.host.startsWith('block:')) return person.table.order().some(block => place.host === `block:${block}`)
  const outer = [...person.table.proposals()].find(other => place.host === `proposal:${other.id}`)
  if (outer === undefined) return place.host.startsWith('note:')
  return isReached(person, outer.id)
}

export function deskLetters(person: TestPerson): Set<string> {
  return new Set([...person.desk.drafts()].flatMap(({ text }) => [...readWords(text).text]))
}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
