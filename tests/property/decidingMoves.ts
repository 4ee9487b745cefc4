import { type Incorporation, planIncorporation } from '../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../shared/acts/Refusal.ts'
import { blockStatuses, isClosedTo } from '../../shared/table/Block.ts'
import { blockHost, proposalHost } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { readWords } from '../../shared/table/words.ts'
import { mustReadAlike, printed } from './agreement.ts'
import { editAt } from './editAt.ts'
import { must, readHosts } from './Ledger.ts'
import type { Move } from './Move.ts'
import type { Stage } from './Stage.ts'

/** What the facilitator does: drafts, decides, takes back. */
export const decidingMoves: readonly Move[] = [
  { weight: 7, move: incorporate },
  { weight: 2, move: incorporateAndBack },
  { weight: 1, move: incorporateStale },
  { weight: 2, move: setAside },
  { weight: 3, move: takeBack },
  { weight: 4, move: status },
  { weight: 3, move: draftBridge },
  { weight: 0.4, move: switchTabling },
]

/** An open proposal or two, each with its group, and some of what is nested in them, however deep. */
function choose(stage: Stage): readonly ProposalId[] {
  const { random, room } = stage
  const open = stage.openProposals()
  if (open.length === 0) return []
  const chosen: ProposalId[] = []
  const standing = open.filter(({ change }) => change.is === 'paragraph' || !change.host.startsWith('proposal:'))
  for (let count = random.chance(1, 4) ? 2 : 1; count > 0; count--) {
    const { id, group } = random.pick(standing.length > 0 && random.chance(4, 5) ? standing : open)
    chosen.push(...(group === null ? [id] : open.filter(other => other.group === group).map(other => other.id)))
  }
  if (random.chance(1, 2))
    for (const taken of chosen)
      for (const nested of room.sheet.records(proposalHost(taken)))
        if (random.chance(2, 3) && !chosen.includes(nested.id)) chosen.push(nested.id)
  return [...new Set(chosen)]
}

function plan(stage: Stage) {
  const proposals = choose(stage)
  if (proposals.length === 0) return null
  const planned = planIncorporation(stage.room.sheet, proposals)
  stage.previews.count('preview of a decision', isRefusal(planned) ? planned.refused : null)
  return isRefusal(planned) ? null : { proposals, texts: [...planned.texts] }
}

type Plan = NonNullable<ReturnType<typeof plan>>

function decide(stage: Stage, { proposals, texts }: Plan, kind: string) {
  stage.mayChangeDraft = true
  const done = stage.act(stage.chair, { act: 'incorporate', proposals: [...proposals], texts }, kind)
  if (!isRefusal(done)) checkDecided(stage, texts)
  return done
}

/** A decision leaves exactly the words its preview showed (R50). */
function checkDecided({ room: { table } }: Stage, texts: Incorporation['texts']): void {
  for (const { host, after } of texts) {
    const landed = table.order().find(id => `proposal:${table.block(id)?.from}` === host)
    const text = table.text(landed === undefined ? host : blockHost(landed))
    must(text !== null && readWords(text).text === after, `${host} is not as the preview showed it`)
  }
}

function incorporate(stage: Stage): void {
  const planned = plan(stage)
  if (planned === null) return
  const done = decide(stage, planned, 'incorporate')
  must(!isRefusal(done), 'a decision on an up-to-date preview was refused')
}

/** Decided and taken back with nothing between, all read to the letter what they read before (R58). */
function incorporateAndBack(stage: Stage): void {
  const { room } = stage
  room.flush()
  const planned = plan(stage)
  if (planned === null) return
  const before = allPrinted(stage)
  const mirroredBefore = room.mirrored
  must(!isRefusal(decide(stage, planned, 'incorporate')), 'a decision on an up-to-date preview was refused')
  const decision = room.table.decisions().at(-1)
  room.flush()
  if (room.mirrored !== mirroredBefore || decision === undefined) return
  const back = stage.act(stage.chair, { act: 'take back', decision: decision.id })
  must(!isRefusal(back), 'a decision just taken could not be taken back')
  room.flush()
  if (room.mirrored !== mirroredBefore) return
  const after = allPrinted(stage)
  for (const [who, read] of before) mustReadAlike(read, after.get(who) ?? new Map(), `taken back at once, ${who}`)
}

function allPrinted({ room, everybody }: Stage) {
  const online = everybody.filter(person => person.online)
  return new Map([['table', printed(room)], ...online.map(each => [each.actor.person, printed(each)] as const)])
}

/** A preview that others' acts may overtake: decided as it showed, or not at all (R51). */
function incorporateStale(stage: Stage): void {
  const planned = plan(stage)
  if (planned === null) return
  stage.room.flush()
  if (stage.random.chance(1, 2)) incorporate(stage)
  const decisions = stage.room.table.decisions().length
  const done = decide(stage, planned, 'incorporate from an old preview')
  must(!isRefusal(done) || stage.room.table.decisions().length === decisions, 'refused, and something was decided')
}

function setAside(stage: Stage): void {
  const proposals = [...choose(stage)]
  if (proposals.length === 0) return
  const done = stage.act(stage.chair, { act: 'set aside', proposals, reason: null })
  if (isRefusal(done)) return
  for (const id of proposals) must(stage.room.table.proposal(id)?.standing.is === 'set aside', `${id} is not set aside`)
}

function takeBack(stage: Stage): void {
  const { random, room } = stage
  const decisions = room.table.decisions()
  const taken = new Set(decisions.map(each => (each.is === 'take back' ? each.decision : null)))
  const standing = decisions.filter(({ is, id }) => (is === 'incorporate' || is === 'set aside') && !taken.has(id))
  const from = random.chance(1, 12) ? decisions : standing
  const decision = random.chance(2, 3) ? from.at(-1) : from[random.below(Math.max(1, from.length))]
  if (decision === undefined) return
  stage.mayChangeDraft = true
  const done = stage.act(stage.chair, { act: 'take back', decision: decision.id })
  if (isRefusal(done)) return
  if (decision.is === 'set aside' || decision.is === 'incorporate')
    for (const id of decision.proposals)
      must(room.table.proposal(id)?.standing.is === 'open', `${id} is not open again after its decision was taken back`)
  if (decision.is !== 'incorporate') return
  for (const { host, before } of decision.texts) {
    const text = host.startsWith('proposal:') ? null : room.table.text(host)
    must(text === null || readWords(text).text === before, `${host} is not as it was before`)
  }
}

function status(stage: Stage): void {
  const { random, room } = stage
  const blocks = room.table.order().map(id => ({ id, status: room.table.block(id)?.status ?? 'open' }))
  const closed = blocks.filter(each => isClosedTo(each.status))
  const bare = blocks.filter(({ id }) => room.sheet.records(blockHost(id)).length === 0)
  const among = random.pick([closed, closed, bare, blocks].filter(each => each.length > 0))
  const block = random.pick(among)
  const to =
    isClosedTo(block.status) && random.chance(3, 4)
      ? 'open'
      : random.pick(blockStatuses.filter(each => each !== block.status || random.chance(1, 20)))
  const reason = random.chance(7, 8) ? 'A delegation asked.' : null
  const done = stage.act(stage.chair, { act: 'status', block: blockHost(block.id), to, reason })
  if (isClosedTo(block.status) && !isClosedTo(to) && reason === null)
    must(isRefusal(done), 'agreed text was reopened without a reason (R59)')
}

/** The facilitator writes words to bring parties together, and tables them; a decision may follow at once. */
function draftBridge(stage: Stage): void {
  const { chair, random } = stage
  const host = random.pick(readHosts(chair))
  editAt(stage, chair, host, random.below(chair.shownText(host).length + 1))
  chair.sync()
  const drafts = [...chair.desk.drafts()].filter(({ id }) => {
    const shown = chair.sheet.record(id)?.shown
    return shown === 'untabled' || shown === 'amended'
  })
  const asked = drafts.map(({ id, text }) => ({ id, words: readWords(text).text }))
  if (asked.length > 0) stage.act(chair, { act: 'table', drafts: asked }, 'table a bridge')
}

function switchTabling(stage: Stage): void {
  const tabling = stage.room.tabling === 'by act' ? 'as typed' : 'by act'
  stage.act(stage.random.pick([stage.chair, stage.typist]), { act: 'tabling', tabling })
}
