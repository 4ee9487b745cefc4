import type { TestPerson } from '../harness/TestPerson.ts'
import { checkMirrored, mustReadAlike, printed } from './agreement.ts'
import type { Move } from './Move.ts'
import type { Stage } from './Stage.ts'

/** What happens to connections, pages and the server. None of it is an operation; none of it may change what anybody reads. */
export const machineMoves: readonly Move[] = [
  { weight: 3, move: goOffline },
  { weight: 3, move: comeBack },
  { weight: 8, move: flush },
  { weight: 1, move: openAnew },
  { weight: 1, move: restart },
  { weight: 0.6, move: backUp },
  { weight: 0.4, move: restore },
]

function goOffline(stage: Stage, person: TestPerson): void {
  if (!person.online) return
  // Sometimes a whole delegation sits where there is no network.
  const party = stage.random.chance(1, 4) ? stage.people.filter(each => each.party === person.party) : [person]
  for (const each of party) each.online = false
  stage.log.push(`offline ${party.map(each => each.actor.person).join()}`)
}

function comeBack(stage: Stage, person: TestPerson): void {
  // Some are away for long, others only while a lift closes.
  if (person.online || stage.random.chance(1, 2)) return
  person.online = true
  stage.log.push(`online ${person.actor.person}`)
  person.sync()
}

function flush(stage: Stage): void {
  stage.log.push('flush')
  stage.room.flush()
  checkMirrored(stage.room)
}

function openAnew(stage: Stage, person: TestPerson): void {
  stage.log.push(`${person.actor.person} opens the page anew`)
  const before = printed(person)
  person.reload()
  mustReadAlike(before, printed(person), 'after opening the page anew')
}

function restart(stage: Stage): void {
  stage.log.push('the server restarts')
  const before = printed(stage.room)
  stage.room.restart()
  mustReadAlike(before, printed(stage.room), 'after a restart')
}

function backUp(stage: Stage): void {
  stage.log.push('a backup is made')
  stage.backup = { of: stage.room.backup(), read: printed(stage.room) }
}

/** The server is restored from a backup: another epoch. Everybody starts afresh from it, with what they wrote put aside. */
function restore(stage: Stage): void {
  const { backup } = stage
  if (backup === null) return
  stage.log.push('the server is restored from its backup')
  stage.backup = null
  stage.room.restore(backup.of)
  mustReadAlike(backup.read, printed(stage.room), 'after restoring')
  stage.ledger.afterRestore(stage.room)
  stage.forgetDraft()
}
