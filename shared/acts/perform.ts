import type { Desk } from '../desk/Desk.ts'
import { isDisturbed, wasAt } from '../desk/was.ts'
import { Sheet } from '../projection/Sheet.ts'
import { isClosedTo } from '../table/Block.ts'
import { hostParts } from '../table/Host.ts'
import { decisionId, type ProposalId, stanceId } from '../table/ids.ts'
import type { Proposal } from '../table/Proposal.ts'
import type { Table } from '../table/Table.ts'
import { readWords } from '../table/words.ts'
import type { Act } from './Act.ts'
import type { Actor } from './Actor.ts'
import { incorporate } from './incorporate.ts'
import type { Performed, Tools } from './Performed.ts'
import { isPermitted } from './permissions.ts'
import { proposeDirectly } from './proposeDirectly.ts'
import { type Refusal, refuse } from './Refusal.ts'
import type { TableWrite } from './TableWrite.ts'
import { tableDrafts } from './tableDrafts.ts'
import { takeBack } from './takeBack.ts'
import { withdrawal } from './withdrawal.ts'

/**
 * What an act comes to on this table, or why it is refused. Pure: it reads, decides, and returns the writes; nothing is changed.
 * `desk` is the actor's own, as the server has it; only tabling reads it.
 */
export function perform(table: Table, act: Act, actor: Actor, desk: Desk | null, tools: Tools): Performed | Refusal {
  if (!isPermitted(actor.role, act.act))
    return refuse('not allowed', `As ${withArticle(actor.role)} you cannot do this (${act.act}).`)
  const sheet = new Sheet(table, null, null)
  switch (act.act) {
    case 'table':
      return tableDrafts(sheet, act.drafts, actor, desk, tools)
    case 'propose':
      return proposeDirectly(sheet, act, actor, tools)
    case 'withdraw':
      return withOwn(table, act.proposal, actor, proposal => done(withdrawal(table, proposal, tools.now)))
    case 'confirm':
      return withOwn(table, act.proposal, actor, proposal => confirmed(sheet, proposal))
    case 'disown':
      return withOwn(table, act.proposal, actor, proposal =>
        proposal.enteredBy === null
          ? refuse('impossible', 'This proposal was tabled by your own people; withdraw it instead.')
          : done(withdrawal(table, proposal, tools.now)),
      )
    case 'stance':
      return takeStance(table, act, actor, tools)
    case 'withdraw stance': {
      const stance = table.roots.stances.get(act.stance)
      if (stance === undefined) return refuse('impossible', 'This stance is no longer there.')
      if (stance.party !== actor.party) return refuse('not allowed', 'A stance is withdrawn by the party that took it.')
      return done([{ write: 'withdraw stance', id: act.stance }])
    }
    case 'incorporate':
      return incorporate(sheet, act.proposals, act.texts, actor, tools)
    case 'set aside':
      return setAside(sheet, act, actor, tools)
    case 'take back':
      return takeBack(sheet, act.decision, actor, tools)
    case 'status':
      return setStatus(sheet, act, actor, tools)
    case 'tabling':
      return done([{ write: 'procedure', procedure: { ...table.procedure(), tabling: act.tabling } }])
    default:
      throw new Error(`unknown act ${act satisfies never}`)
  }
}

const done = (writes: readonly TableWrite[], ids: readonly string[] = []): Performed => ({ writes, ids })
const withArticle = (role: string) =>
  /^[aeiou]/.test(role) ? `an ${role}` : role === 'secretariat' ? 'the Secretariat' : `a ${role}`

function withOwn(
  table: Table,
  id: ProposalId,
  actor: Actor,
  act: (proposal: Proposal) => Performed | Refusal,
): Performed | Refusal {
  const proposal = table.proposal(id)
  if (proposal === null) return refuse('impossible', 'There is no such proposal on the table.')
  if (proposal.party !== actor.party && proposal.enteredBy !== actor.party)
    return refuse('not allowed', 'Only the party whose proposal it is can do this.')
  if (proposal.standing.is !== 'open') return refuse('impossible', `This proposal is ${proposal.standing.is} already.`)
  return act(proposal)
}

function confirmed(sheet: Sheet, proposal: Proposal): Performed | Refusal {
  const { change } = proposal
  const writes: TableWrite[] =
    proposal.enteredBy === null ? [] : [{ write: 'entered by', id: proposal.id, enteredBy: null }]
  const place = change.is === 'words' ? sheet.place(change) : null
  const text = place === null ? null : sheet.text(place.host)
  if (change.is === 'words' && place !== null && text !== null) {
    const words = readWords(text).text
    if (isDisturbed(change.was, words, place.start, place.end))
      writes.push({
        write: 'change',
        id: proposal.id,
        change: { ...change, was: wasAt(words, place.start, place.end) },
      })
  }
  return writes.length > 0
    ? done(writes)
    : refuse('impossible', 'There is nothing to confirm: it stands as it was written.')
}

function takeStance(
  table: Table,
  act: Extract<Act, { act: 'stance' }>,
  actor: Actor,
  tools: Tools,
): Performed | Refusal {
  const { party } = actor
  const proposal = table.proposal(act.on)
  if (party === null) return refuse('not allowed', 'Only a party takes a stance.')
  if (proposal === null || proposal.standing.is !== 'open')
    return refuse('impossible', 'This proposal is no longer open.')
  if (proposal.party === party) return refuse('impossible', 'Your party made this proposal; it stands for it already.')
  if (readWords(proposal.text).text !== act.words)
    return refuse('moved on', 'The words have changed since you read them. Look again before you take a stance.')
  if (act.kind === 'reserve' && act.reason === null)
    return refuse('impossible', 'A reserve says what it waits for: instructions, or a paragraph.')
  const earlier = table.stancesOn(act.on).filter(stance => stance.party === party)
  const id = stanceId(tools.newId())
  const { on, kind, words, reason } = act
  return done(
    [
      ...earlier.map(stance => ({ write: 'withdraw stance', id: stance.id }) as const),
      { write: 'stance', stance: { id, party, on, kind, words, reason, at: tools.now } },
    ],
    [id],
  )
}

function setAside(
  sheet: Sheet,
  act: Extract<Act, { act: 'set aside' }>,
  actor: Actor,
  tools: Tools,
): Performed | Refusal {
  for (const proposal of act.proposals)
    if (sheet.record(proposal) === null) return refuse('impossible', 'This proposal is no longer open.')
  const id = decisionId(tools.newId())
  const { proposals, reason } = act
  return done(
    [
      ...proposals.map(
        proposal => ({ write: 'standing', id: proposal, standing: { is: 'set aside', decision: id } }) as const,
      ),
      {
        write: 'decision',
        decision: {
          is: 'set aside',
          id,
          at: tools.now,
          person: actor.person,
          capacity: actor.capacity,
          proposals,
          reason,
        },
      },
    ],
    [id],
  )
}

/** A paragraph with an open bracket is not agreed, and agreed text is reopened only with a reason (D18). */
function setStatus(
  sheet: Sheet,
  act: Extract<Act, { act: 'status' }>,
  actor: Actor,
  tools: Tools,
): Performed | Refusal {
  const parts = hostParts(act.block)
  const block = parts.is === 'block' ? sheet.table.block(parts.id) : null
  if (block === null) return refuse('impossible', 'There is no such paragraph in the draft.')
  if (block.status === act.to) return refuse('impossible', `The paragraph is ${act.to} already.`)
  const open = sheet.records(act.block).filter(({ start, end, text }) => start < end || text.length > 0)
  if (isClosedTo(act.to) && open.length > 0) {
    const count = open.length === 1 ? 'one open bracket' : `${open.length} open brackets`
    return refuse('impossible', `The paragraph has ${count}; resolve every one before it is ${act.to}.`)
  }
  if (isClosedTo(block.status) && !isClosedTo(act.to) && act.reason === null)
    return refuse('impossible', 'Agreed text is reopened only with a reason, for the record.')
  const id = decisionId(tools.newId())
  const { person, capacity } = actor
  const { block: host, to, reason } = act
  return done(
    [
      { write: 'block status', id: block.id, status: to },
      {
        write: 'decision',
        decision: { is: 'status', id, at: tools.now, person, capacity, block: host, from: block.status, to, reason },
      },
    ],
    [id],
  )
}
