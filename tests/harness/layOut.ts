import { isRefusal } from '../../shared/acts/Refusal.ts'
import {
  type Noted,
  type NotedAlternative,
  type NotedStance,
  parseNotation,
} from '../../shared/notation/parseNotation.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { StanceKind } from '../../shared/table/Stance.ts'
import { readWords } from '../../shared/table/words.ts'
import type { TestPerson } from './TestPerson.ts'
import { TestRoom } from './TestRoom.ts'

/** A room with one paragraph laid out as its printed notation says: `States shall [promote / ensure - EU] …`. */
export function layOut(notation: string): { readonly room: TestRoom; readonly person: (party: string) => TestPerson } {
  const noted = parseNotation(notation)
  const parties = [...new Set(partiesOf(noted))]
  const room = new TestRoom([draftOf(noted)], parties, 'by act')
  const people = new Map(parties.map(party => [party, room.person(party)]))
  const person = (party: string) => people.get(party) ?? failed(`no party ${party} in "${notation}"`)
  place(room, person, 'block:P1', noted)
  room.flush()
  return { room, person }
}

type Bracket = Exclude<Noted, string>

/** A bracket of struck words begins with words of the text itself: its first alternative names nobody as proposing them. */
const isStruck = ({ alternatives: [first] }: Bracket) =>
  first !== undefined && !first.stances.some(({ verb }) => verb === '')

function draftOf(noted: readonly Noted[]): string {
  return noted
    .map(each => (typeof each === 'string' ? each : isStruck(each) ? draftOf(each.alternatives[0]?.content ?? []) : ''))
    .join('')
}

function partiesOf(noted: readonly Noted[]): readonly string[] {
  return noted.flatMap(each =>
    typeof each === 'string'
      ? []
      : each.alternatives.flatMap(({ content, stances }) => [
          ...partiesOf(content),
          ...stances.flatMap(({ parties }) => parties),
        ]),
  )
}

function place(room: TestRoom, person: (party: string) => TestPerson, host: Host, noted: readonly Noted[]): void {
  let at = 0
  for (const each of noted) {
    if (typeof each === 'string') {
      at += each.length
      continue
    }
    const [first, ...others] = each.alternatives
    if (first === undefined) continue
    if (!isStruck(each)) {
      placeInserted(room, person, host, at, at, first)
      continue
    }
    const end = at + draftOf(first.content).length
    const ids = new Map<string, string>()
    for (const party of named(first.stances, 'delete')) ids.set(party, propose(room, person(party), host, at, end, ''))
    for (const other of others) for (const id of placeInserted(room, person, host, at, end, other)) ids.set(id, id)
    const [on] = ids.values()
    for (const verb of ['retain', 'reserve'] as const)
      for (const party of named(first.stances, verb)) if (on !== undefined) take(room, person(party), on, verb)
    at = end
  }
}

function placeInserted(
  room: TestRoom,
  person: (party: string) => TestPerson,
  host: Host,
  from: number,
  to: number,
  { content, stances }: NotedAlternative,
): readonly string[] {
  const [proposer, ...supporters] = named(stances, '')
  if (proposer === undefined) return []
  const id = propose(room, person(proposer), host, from, to, draftOf(content))
  for (const party of supporters) take(room, person(party), id, 'support')
  for (const verb of ['delete', 'reserve'] as const)
    for (const party of named(stances, verb)) take(room, person(party), id, verb)
  place(room, person, `proposal:${id}`, content)
  return [id]
}

const named = (stances: readonly NotedStance[], verb: NotedStance['verb']) =>
  stances.filter(stance => stance.verb === verb).flatMap(({ parties }) => parties)

function propose(room: TestRoom, by: TestPerson, host: Host, from: number, to: number, text: string): string {
  const was = readWords(room.sheet.text(host) ?? failed(`no ${host}`)).text.slice(from, to)
  const done = room.act(by, { act: 'propose', host, from, to, was, text })
  if (isRefusal(done)) throw new Error(done.refused)
  return done.ids[0] ?? failed('nothing was proposed')
}

function take(room: TestRoom, by: TestPerson, on: string, kind: StanceKind): void {
  const words = [...room.table.proposals()].find(({ id }) => id === on)?.text
  const done = room.act(by, {
    act: 'stance',
    on,
    kind,
    words: words === undefined ? '' : readWords(words).text,
    reason: kind === 'reserve' ? 'pending instructions' : null,
  })
  if (isRefusal(done)) throw new Error(done.refused)
}

function failed(sentence: string): never {
  throw new Error(sentence)
}
