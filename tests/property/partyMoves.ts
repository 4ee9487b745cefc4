import { isRefusal } from '../../shared/acts/Refusal.ts'
import { isDisturbed } from '../../shared/desk/was.ts'
import { pendingDrafts } from '../../shared/projection/pendingDrafts.ts'
import { project } from '../../shared/projection/project.ts'
import { blockHost, noteHost, proposalHost } from '../../shared/table/Host.ts'
import { noteId } from '../../shared/table/ids.ts'
import type { Proposal } from '../../shared/table/Proposal.ts'
import { stanceKinds } from '../../shared/table/Stance.ts'
import { readWords } from '../../shared/table/words.ts'
import type { TestPerson } from '../harness/TestPerson.ts'
import { editAt } from './editAt.ts'
import { must, readHosts } from './Ledger.ts'
import type { Move } from './Move.ts'
import type { Stage } from './Stage.ts'

/** What parties do on the table, and the Secretariat for them. */
export const partyMoves: readonly Move[] = [
  { weight: 7, move: table },
  { weight: 5, move: amend },
  { weight: 1, move: tableStale },
  { weight: 3, move: withdraw },
  { weight: 4, move: stance },
  { weight: 1, move: withdrawStance },
  { weight: 3, move: confirm },
  { weight: 1, move: disown },
  { weight: 3, move: propose },
  { weight: 3, move: enterAtDesk },
  { weight: 1, move: enterDirectly },
]

/** What is pending, some or all of it, as the preview lists it. */
function preview(stage: Stage, person: TestPerson) {
  const pending = pendingDrafts(person.sheet)
  const some = stage.random.chance(1, 2) ? pending : pending.filter(() => stage.random.chance(2, 3))
  return some.map(({ draft, pending: how }) => ({ id: draft.id, words: readWords(draft.text).text, how }))
}

function table(stage: Stage, person: TestPerson): void {
  if (!person.online) return
  person.sync()
  const drafts = preview(stage, person)
  if (drafts.length === 0) return
  const kind = drafts.some(({ how }) => how === 'amended') ? 'table amended' : 'table'
  const done = stage.act(person, { act: 'table', drafts: drafts.map(({ id, words }) => ({ id, words })) }, kind)
  if (isRefusal(done)) return
  person.sync()
  const left = new Set(pendingDrafts(person.sheet).map(({ draft }) => draft.id))
  for (const { id, words, how } of drafts) {
    const proposal = stage.room.table.proposal(id)
    must(proposal !== null && !left.has(id), `${id} was tabled and is still pending`)
    if (how === 'withdrawal') {
      const isPassedOn = proposal.party !== person.party && proposal.enteredBy !== person.party
      must(proposal.standing.is === 'withdrawn' || isPassedOn, `${id} was withdrawn and stands`)
    } else must(readWords(proposal.text).text === words, `${id} was tabled as "${readWords(proposal.text).text}"`)
  }
}

/** Words of one's own that are on the table already, changed and tabled anew. */
function amend(stage: Stage, person: TestPerson): void {
  if (!person.online) return
  person.sync()
  const own = [...person.desk.drafts()].filter(({ id }) => person.sheet.record(id)?.proposal != null)
  if (own.length === 0) return
  const { id } = stage.random.pick(own)
  const host = readHosts(person).find(each =>
    project(person.sheet, each).some(passage => passage.host === proposalHost(id)),
  )
  if (host === undefined) return
  let at = 0
  for (const passage of project(person.sheet, host)) {
    if (passage.host === proposalHost(id)) break
    at += passage.text.length
  }
  editAt(stage, person, host, at + stage.random.below(3))
  if (stage.random.chance(2, 3)) table(stage, person)
}

/** A preview that a colleague's words overtake is not tabled (R30). */
function tableStale(stage: Stage, person: TestPerson): void {
  const colleague = stage.colleagueOf(person)
  if (colleague === undefined || !person.online || !colleague.online) return
  for (const each of [person, colleague, person]) each.sync()
  const drafts = preview(stage, person)
  if (drafts.length === 0) return
  const host = stage.random.pick(readHosts(colleague))
  editAt(stage, colleague, host, stage.random.below(colleague.shownText(host).length + 1))
  colleague.sync()
  const changed = drafts.some(({ id, words }) => {
    const now = stage.room.desk(person.party).draft(id)
    return now !== null && !now.withdrawn && readWords(now.text).text !== words
  })
  const asked = { act: 'table', drafts: drafts.map(({ id, words }) => ({ id, words })) } as const
  const done = stage.act(person, asked, 'table from an old preview')
  if (changed) must(isRefusal(done), 'words that nobody has seen in a preview were tabled')
}

function withdraw(stage: Stage, person: TestPerson): void {
  const own = stage.openProposals().filter(({ party }) => party === person.party)
  const supported = own.filter(({ id }) => stage.room.table.stancesOn(id).some(({ kind }) => kind === 'support'))
  if (own.length === 0) return
  const proposal = stage.random.pick(supported.length > 0 && stage.random.chance(4, 5) ? supported : own)
  const words = readWords(proposal.text).text
  const support = stage.room.table
    .stancesOn(proposal.id)
    .filter(({ kind, words: on }) => kind === 'support' && on === words)
  const done = stage.act(
    person,
    { act: 'withdraw', proposal: proposal.id },
    support.length > 0 ? 'withdraw supported' : 'withdraw',
  )
  must(!isRefusal(done), 'a party could not withdraw its own proposal')
  const now = stage.room.table.proposal(proposal.id)
  if (support.length === 0) must(now?.standing.is === 'withdrawn', 'withdrawn, and it stands')
  else
    must(
      now?.standing.is === 'open' && support.some(({ party }) => party === now.party),
      'supported, and it went (R42)',
    )
  must(now !== null && readWords(now.text).text === words, 'withdrawing changed the words')
}

function stance(stage: Stage, person: TestPerson): void {
  const open = stage.openProposals().filter(({ party }) => party !== person.party)
  if (open.length === 0) return
  const { random } = stage
  const { id, text } = random.pick(open)
  const kind = random.chance(1, 2) ? 'support' : random.pick(stanceKinds)
  const reason = random.chance(7, 8) ? 'Instructions.' : null
  const words = random.chance(9, 10) ? readWords(text).text : 'Other words.'
  const done = stage.act(person, { act: 'stance', on: id, kind, words, reason })
  if (kind === 'reserve' && reason === null) must(isRefusal(done), 'a reserve did not say what it waits for (R41)')
  if (words === 'Other words.') must(isRefusal(done), 'a stance was taken on words that do not stand (R40)')
  const own = stage.room.table.stancesOn(id).filter(({ party }) => party === person.party)
  must(isRefusal(done) || own.length === 1, 'a party has other than one stance on a proposal')
}

function withdrawStance(stage: Stage, person: TestPerson): void {
  const taken = [...stage.room.table.roots.stances.values()]
  const own = taken.filter(({ party }) => party === person.party)
  const others = taken.filter(({ party }) => party !== person.party)
  const from = stage.random.chance(9, 10) ? own : others
  if (from.length === 0) return
  const { id, party } = stage.random.pick(from)
  const done = stage.act(person, { act: 'withdraw stance', stance: id })
  must(isRefusal(done) === (party !== person.party), `${person.party} withdrew a stance of ${party}`)
}

/** A party confirms what was entered for it, and what a decision has disturbed; now and then what needs no confirming. */
function confirm(stage: Stage, person: TestPerson): void {
  const own = stage.openProposals().filter(({ party }) => party === person.party)
  const waiting = own.filter(proposal => proposal.enteredBy !== null || isProposalDisturbed(stage, proposal))
  const chosen = waiting.length > 0 ? waiting : stage.random.chance(1, 6) ? own : []
  if (chosen.length === 0) return
  const proposal = stage.random.pick(chosen)
  stage.room.mirror(person.actor)
  const done = stage.act(person, { act: 'confirm', proposal: proposal.id })
  if (isRefusal(done)) return
  stage.room.mirror(person.actor)
  const now = stage.room.table.proposal(proposal.id)
  must(
    now?.enteredBy === null && !isProposalDisturbed(stage, now),
    `${proposal.id} was confirmed and still waits (R57)`,
  )
}

function isProposalDisturbed({ room: { sheet } }: Stage, { change }: Proposal): boolean {
  const place = change.is === 'words' ? sheet.place(change) : null
  const text = place === null ? null : sheet.text(place.host)
  if (change.is !== 'words' || place === null || text === null) return false
  return isDisturbed(change.was, readWords(text).text, place.start, place.end)
}

function disown(stage: Stage): void {
  const entered = stage.openProposals().filter(({ enteredBy }) => enteredBy !== null)
  if (entered.length === 0) return
  const { id, party } = stage.random.pick(entered)
  const person = stage.people.find(each => each.party === party)
  if (person !== undefined) stage.act(person, { act: 'disown', proposal: id })
}

/** A proposal of a program, given whole, on any text of the table: also in others' proposals. */
function propose(stage: Stage, person: TestPerson): void {
  proposeBy(stage, person, null)
}

function enterDirectly(stage: Stage, person: TestPerson): void {
  proposeBy(stage, stage.typist, person)
}

function proposeBy(stage: Stage, person: TestPerson, enteredFor: TestPerson | null): void {
  const { random, room } = stage
  const blocks = room.table.order().map(blockHost)
  const open = stage.openProposals().map(({ id }) => proposalHost(id))
  const host = random.pick([...blocks, ...blocks, noteHost(noteId('N1')), ...open])
  const words = readWords(room.sheet.text(host) ?? failed()).text
  const from = random.below(words.length + 1)
  const to = random.chance(1, 2) ? from : Math.min(words.length, from + random.below(12))
  const party = (enteredFor ?? person).party
  const text = stage.freshWords(person.party, party).text.replace(/\uFFFC/g, '')
  const was = random.chance(9, 10) ? words.slice(from, to) : `${words.slice(from, to)}!`
  const asked = { act: 'propose', host, from, to, was, text } as const
  const done = stage.act(
    person,
    enteredFor === null ? asked : { ...asked, party },
    enteredFor === null ? 'propose' : 'propose for another',
  )
  stage.ledger.proposedDirectly(text, isRefusal(done))
  must(isRefusal(done) || !was.endsWith('!'), 'words were proposed over others than stand there')
}

/** The Secretariat types at its desk what a party says, and tables it in that party's name. */
function enterAtDesk(stage: Stage, person: TestPerson): void {
  const { typist, random } = stage
  if (!typist.online) return
  typist.editing.enteredFor = person.party
  const host = random.pick(readHosts(typist))
  editAt(stage, typist, host, random.below(typist.shownText(host).length + 1))
  if (random.chance(1, 2)) table(stage, typist)
}

function failed(): never {
  throw new Error('no such text')
}
