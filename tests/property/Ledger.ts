import { outline } from '../../shared/projection/outline.ts'
import { project } from '../../shared/projection/project.ts'
import { unplaced } from '../../shared/projection/unplaced.ts'
import { noteHost } from '../../shared/table/Host.ts'
import { noteId, type PartyId, type ProposalId } from '../../shared/table/ids.ts'
import { readWords } from '../../shared/table/words.ts'
import type { TestPerson, TestRoom } from '../harness/TestRoom.ts'

const firstFresh = 0x4e00

/** Follows every typed letter: each is typed once in all, so that one can ask where it stands and whose it is. */
export class Ledger {
  private readonly typedBy = new Map<string, PartyId>()
  private readonly deletedByOwn = new Set<string>()
  private readonly copies = new Map<string, number>()
  private readonly authors = new Map<ProposalId, PartyId>()
  private next = firstFresh

  freshLetter(party: PartyId): string {
    const letter = String.fromCharCode(this.next++)
    this.typedBy.set(letter, party)
    return letter
  }

  /** An act that was to bring these letters was refused. */
  neverTyped(text: string): void {
    for (const letter of text) this.typedBy.delete(letter)
  }

  /** These letters were copied at a desk: tabled or landed before, they may stand in one place more until that is tabled. */
  copied(text: string): void {
    for (const letter of text) this.copies.set(letter, (this.copies.get(letter) ?? 0) + 1)
  }

  /** What a party's own hand removes from its desk it has deleted; what it brings back it has not. */
  byOwnHand(person: TestPerson, write: () => unknown): void {
    const before = deskLetters(person)
    write()
    const after = deskLetters(person)
    for (const letter of before) if (!after.has(letter)) this.deletedByOwn.add(letter)
    for (const letter of after) if (!before.has(letter)) this.deletedByOwn.delete(letter)
  }

  /** Every letter on a desk is placed exactly once, closed with its record, or in the tray. */
  checkConserved(person: TestPerson): void {
    const placed = new Map<string, number>()
    for (const host of readHosts(person))
      for (const { text } of project(person.sheet, host))
        for (const letter of text) placed.set(letter, (placed.get(letter) ?? 0) + 1)
    for (const [letter, times] of placed)
      if (this.typedBy.has(letter))
        must(
          times <= 1 + (this.copies.get(letter) ?? 0),
          `"${letter}" stands ${times} times for ${person.actor.person}`,
        )
    const inTray = new Set(unplaced(person.sheet).flatMap(({ words }) => [...words.text]))
    for (const { id, text, withdrawn } of person.desk.drafts()) {
      const standing = person.table.proposal(id)?.standing.is ?? 'open'
      if (withdrawn || standing !== 'open' || person.sheet.openDraft(id) === null) continue
      for (const letter of readWords(text).text)
        must(placed.has(letter) || inTray.has(letter), `"${letter}" of ${id} is neither placed nor in the tray`)
    }
    for (const { id, text, standing } of person.table.proposals()) {
      if (standing.is !== 'open' || person.desk.draft(id) !== null || !isReached(person, id)) continue
      for (const letter of readWords(text).text)
        must(placed.has(letter), `"${letter}" of the tabled ${id} does not stand for ${person.actor.person}`)
    }
  }

  /** What was typed and not deleted by its own party is still kept: at its desk, or in what was tabled. */
  checkNothingVanished(room: TestRoom): void {
    const kept = new Set(room.people.flatMap(person => [...deskLetters(person)]))
    for (const { text } of room.table.proposals()) for (const letter of readWords(text).text) kept.add(letter)
    for (const letter of this.typedBy.keys())
      must(kept.has(letter) || this.deletedByOwn.has(letter), `"${letter}" was typed and is nowhere`)
  }

  /** Nobody's proposal on the table ever has a letter that its own party did not type. */
  checkAttribution(room: TestRoom): void {
    for (const { id, party, text } of room.table.proposals()) {
      if (!this.authors.has(id)) this.authors.set(id, party)
      const author = this.authors.get(id)
      for (const letter of readWords(text).text) {
        const by = this.typedBy.get(letter)
        must(by === undefined || by === author, `"${letter}" of ${by} stands in ${id}, a proposal of ${author}`)
      }
    }
  }
}

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

function deskLetters(person: TestPerson): Set<string> {
  return new Set([...person.desk.drafts()].flatMap(({ text }) => [...readWords(text).text]))
}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise)
}
