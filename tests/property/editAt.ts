import { untabledOfAnother } from '../../shared/desk/untabledOfAnother.ts'
import { project } from '../../shared/projection/project.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { Words } from '../../shared/table/words.ts'
import type { TestPerson } from '../harness/TestPerson.ts'
import { must, readHosts } from './Ledger.ts'
import type { Stage } from './Stage.ts'

const nothing: Words = { text: '', notes: [] }

/**
 * Replaces, strikes or types at a place; what its party reads afterwards must be what it read before with exactly that edit
 * (R12), and every other text as before.
 */
export function editAt(stage: Stage, person: TestPerson, host: Host, at: number, group: string | null = null): void {
  const { random } = stage
  const cells = cellsOf(person, host)
  const from = Math.min(at, cells.length)
  const to = random.chance(1, 2) ? from : Math.min(cells.length, from + random.below(12))
  // The editor asks the same before it writes.
  if (untabledOfAnother(person.editing, host, from, to) !== null) return
  const words = from === to || random.chance(1, 2) ? freshWords(stage, person) : nothing
  // The editor asks the same before it writes.
  if (untabledOfAnother(person.editing, host, from, to) === null)
    replace(stage, person, host, { from, to, words }, group)
}

/** An edit whose outcome is held against its plain-string model. Returns where it left the caret. */
export function replace(
  stage: Stage,
  person: TestPerson,
  host: Host,
  { from, to, words }: { readonly from: number; readonly to: number; readonly words: Words },
  group: string | null = null,
) {
  const cells = cellsOf(person, host)
  const kind = words.text === '' ? 'strike' : from === to ? 'type' : 'replace'
  const shown = project(person.sheet, host).map(({ text }) => text)
  stage.did(kind, `${person.actor.person} ${host} ${from}-${to} "${words.text}" of "${shown.join('|')}"`)
  const others = stage.random.chance(1, 4) ? readHosts(person).filter(other => other !== host) : []
  const before = others.map(other => person.view(other))
  const wanted = cells.slice(0, from).join('') + words.text + cells.slice(to).join('')
  const edited = stage.ledger.byOwnHand(person, () => person.editHost(host, from, to, words, group))
  const got = person.view(host)
  must(got === wanted, `my view is not the old view with that edit:\n  wanted ${wanted}\n  got    ${got}`)
  others.forEach((other, index) => {
    must(person.view(other) === before[index], `an edit in ${host} changed ${other}`)
  })
  return edited
}

/** What is fresh to be typed by somebody, in the name they now speak in. */
export const freshWords = (stage: Stage, person: TestPerson): Words =>
  stage.freshWords(person.party, person.editing.enteredFor ?? person.party)

/** Each shown character as its party reads it: nothing where they have struck it. */
function cellsOf(person: TestPerson, host: Host): readonly string[] {
  return project(person.sheet, host).flatMap(({ text, struck }) => {
    const gone = struck.some(id => person.isOurs(id))
    return [...text].map(character => (gone ? '' : character))
  })
}
