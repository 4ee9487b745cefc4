import { discardDraft } from '../../shared/desk/discardDraft.ts'
import { enterParagraph, proposeParagraph, removeParagraph } from '../../shared/desk/editParagraphs.ts'
import { project } from '../../shared/projection/project.ts'
import { hostParts, proposalHost } from '../../shared/table/Host.ts'
import { plainWords, readWords } from '../../shared/table/words.ts'
import type { TestPerson } from '../harness/TestPerson.ts'
import { mustReadAlike, printed } from './agreement.ts'
import { editAt, freshWords, replace } from './editAt.ts'
import { deskLetters, must, readHosts } from './Ledger.ts'
import type { Move } from './Move.ts'
import type { Stage } from './Stage.ts'

/** What people do at their desks. */
export const writingMoves: readonly Move[] = [
  { weight: 30, move: edit },
  { weight: 4, move: typeOn },
  { weight: 3, move: backspace },
  { weight: 3, move: together },
  { weight: 3, move: editAcross },
  { weight: 2, move: paste },
  { weight: 6, move: undo },
  { weight: 3, move: doUndoRedo },
  { weight: 3, move: enter },
  { weight: 1, move: remove },
  { weight: 1, move: discard },
  { weight: 1, move: giveReason },
  { weight: 2, move: sendAnew },
]

function somewhere(stage: Stage, person: TestPerson) {
  const host = stage.random.pick(readHosts(person))
  return { host, at: stage.random.below(person.shownText(host).length + 1) }
}

function edit(stage: Stage, person: TestPerson): void {
  const { host, at } = somewhere(stage, person)
  editAt(stage, person, host, at)
}

/** A word letter by letter, each where the one before left the caret. */
function typeOn(stage: Stage, person: TestPerson): void {
  const { host, at } = somewhere(stage, person)
  let caret = at
  let typed = ''
  const before = person.view(host).length
  for (let count = 0; count < 4; count++) {
    const words = freshWords(stage, person)
    caret = replace(stage, person, host, { from: caret, to: caret, words }).to
    typed += words.text
  }
  must(person.view(host).includes(typed), `"${typed}" was typed in one go and does not stand together`)
  must(person.view(host).length === before + typed.length, 'typing took something away')
}

/** Letters taken away one by one to the left, as with Backspace. */
function backspace(stage: Stage, person: TestPerson): void {
  const { host, at } = somewhere(stage, person)
  let caret = at
  for (let count = 0; count < 4 && caret > 0; count++)
    caret = replace(stage, person, host, { from: caret - 1, to: caret, words: plainWords('') }).from
}

/** Two people of one party write at one place before either has seen the other's words. */
function together(stage: Stage, person: TestPerson): void {
  const colleague = stage.colleagueOf(person)
  if (colleague === undefined || !person.online || !colleague.online) return
  for (const each of [person, colleague, person]) each.sync()
  const { host, at } = somewhere(stage, person)
  for (const each of [person, colleague]) editAt(stage, each, host, at)
  if (stage.random.chance(1, 3)) undo(stage, stage.random.pick([person, colleague]))
  for (const each of [person, colleague, person]) each.sync()
  must(person.view(host) === colleague.view(host), 'two of one party read different texts')
}

/** One change in several texts, as a selection across paragraphs makes it. */
function editAcross(stage: Stage, person: TestPerson): void {
  const group = stage.room.newId()
  for (let pieces = 2 + stage.random.below(2); pieces > 0; pieces--) {
    const { host, at } = somewhere(stage, person)
    editAt(stage, person, host, at, group)
  }
}

/** Several lines: the first where the caret stands, each further one a paragraph, all one change. */
function paste(stage: Stage, person: TestPerson): void {
  const { random, ledger } = stage
  const host = random.pick(readHosts(person).filter(each => !each.startsWith('note:')))
  const group = stage.room.newId()
  const at = random.below(person.shownText(host).length + 1)
  replace(stage, person, host, { from: at, to: at, words: freshWords(stage, person) }, group)
  let after = host
  for (let lines = 1 + random.below(2); lines > 0; lines--) {
    const words = freshWords(stage, person)
    const of = hostParts(host)
    const relation = of.is === 'block' && random.chance(1, 3) ? ({ is: 'alternative', of: of.id } as const) : additional
    const kind = random.chance(1, 4) ? 'subparagraph' : 'paragraph'
    stage.did('propose paragraph', `${person.actor.person} after ${after} "${words.text}"`)
    const id = ledger.byOwnHand(person, () => proposeParagraph(person.editing, after, relation, kind, words, group))
    after = proposalHost(id)
    must(person.view(after) === words.text, `the new paragraph reads "${person.view(after)}", not "${words.text}"`)
  }
}

const additional = { is: 'additional' } as const

function undo(stage: Stage, person: TestPerson): void {
  const how = stage.random.chance(2, 3) ? 'undo' : 'redo'
  const stack = how === 'undo' ? person.undo.undoStack : person.undo.redoStack
  if (stack.length === 0) return
  stage.did(how, person.actor.person)
  goBack(stage, person, () => person.undo[how]())
}

/** Undo and redo. Two of one party who deleted the same words, and both take that back before either has seen the other's hand, have them twice. */
function goBack(stage: Stage, person: TestPerson, act: () => void): void {
  const own = deskLetters(person)
  stage.ledger.byOwnHand(person, act)
  const colleague = stage.colleagueOf(person)
  const theirs = colleague === undefined ? own : deskLetters(colleague)
  stage.ledger.copied([...deskLetters(person)].filter(letter => !own.has(letter) && theirs.has(letter)).join(''))
}

/** With nothing between, undo restores to the letter what one read, and redo what one had made of it (R16). */
function doUndoRedo(stage: Stage, person: TestPerson): void {
  const before = printed(person)
  const steps = person.undo.undoStack.length
  const { host, at } = somewhere(stage, person)
  editAt(stage, person, host, at)
  const after = printed(person)
  // What strikes only what one has struck already is no step; what can be done again is of before.
  if (person.undo.undoStack.length === steps) return
  stage.did('undo', `${person.actor.person} at once`)
  goBack(stage, person, () => {
    while (person.undo.undoStack.length > steps) person.undo.undo()
  })
  mustReadAlike(before, printed(person), 'undone at once')
  stage.did('redo', `${person.actor.person} at once`)
  goBack(stage, person, () => {
    while (person.undo.redoStack.length > 0) person.undo.redo()
  })
  mustReadAlike(after, printed(person), 'done again at once')
}

function enter(stage: Stage, person: TestPerson): void {
  const { random, ledger } = stage
  const own = readHosts(person).filter(each => each.startsWith('proposal:'))
  const all = readHosts(person).filter(each => !each.startsWith('note:'))
  const host = random.pick(own.length > 0 && random.chance(1, 2) ? own : all)
  const text = readWords(person.sheet.text(host) ?? failed()).text
  const shown = project(person.sheet, host)
  const offset = random.below(person.shownText(host).length + 1)
  stage.did('enter', `${person.actor.person} ${host} ${offset} of "${shown.map(each => each.text).join('|')}"`)
  const isOwn = person.isMine(host)
  ledger.copied(text)
  const made = ledger.byOwnHand(person, () => enterParagraph(person.editing, host, offset))
  const [head, tail] = [host, proposalHost(made)].map(each => readWords(person.sheet.text(each) ?? failed()).text)
  must(head + (tail ?? '') === text, `split, "${text}" reads "${head}" and "${tail}"`)
  must(isOwn || tail === '', `words of another, "${tail}", were taken along into a new paragraph`)
}

function remove(stage: Stage, person: TestPerson): void {
  const own = readHosts(person).filter(host => person.isMine(host))
  if (own.length === 0) return
  const host = stage.random.pick(own)
  stage.did('remove paragraph', `${person.actor.person} ${host}`)
  stage.ledger.byOwnHand(person, () => removeParagraph(person.editing, host))
  must(!readHosts(person).includes(host), `${host} was removed and still stands`)
}

function discard(stage: Stage, person: TestPerson): void {
  const drafts = [...person.desk.drafts()]
  if (drafts.length === 0) return
  const { id, text } = stage.random.pick(drafts)
  stage.did('discard', `${person.actor.person} ${id}`)
  stage.ledger.copied(readWords(person.table.proposal(id)?.text ?? text).text)
  stage.ledger.byOwnHand(person, () => discardDraft(person.editing, id))
  const record = person.sheet.record(id)
  must(record === null || record.shown === 'tabled', `${id} was discarded and is ${record?.shown}`)
}

function giveReason(stage: Stage, person: TestPerson): void {
  const drafts = [...person.desk.drafts()]
  if (drafts.length === 0) return
  stage.did('reason', person.actor.person)
  person.editing.setReason(stage.random.pick(drafts).id, `Instructions of ${stage.random.below(9)}.`)
}

/** Words put aside when the server was restored from a backup, written again. */
function sendAnew(stage: Stage, person: TestPerson): void {
  const text = person.keptAside.pop()?.replace(/\uFFFC/g, '')
  if (text === undefined || text === '') return
  stage.ledger.copied(text)
  stage.ledger.copied(text)
  const { host, at } = somewhere(stage, person)
  stage.did('send anew', person.actor.person)
  replace(stage, person, host, { from: at, to: at, words: plainWords(text) })
}

function failed(): never {
  throw new Error('no such text')
}
