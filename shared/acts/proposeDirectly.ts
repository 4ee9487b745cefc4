import { wasAt } from '../desk/was.ts'
import { orderBetween } from '../projection/order.ts'
import type { Sheet } from '../projection/Sheet.ts'
import { anchorAt } from '../table/Anchor.ts'
import { isClosedTo } from '../table/Block.ts'
import { hostParts } from '../table/Host.ts'
import { proposalId } from '../table/ids.ts'
import { cleanTyped, plainWords, readWords } from '../table/words.ts'
import type { Act } from './Act.ts'
import type { Actor } from './Actor.ts'
import type { Performed, Tools } from './Performed.ts'
import { type Refusal, refuse } from './Refusal.ts'

/** A proposal given whole, without a desk: for programs, and for the Secretariat reading one out of a letter. */
export function proposeDirectly(
  sheet: Sheet,
  act: Extract<Act, { act: 'propose' }>,
  actor: Actor,
  tools: Tools,
): Performed | Refusal {
  const { host, from, to, reason } = act
  const party = act.party ?? actor.party
  if (party === null || actor.party === null) return refuse('not allowed', 'You speak for no party here.')
  if (party !== actor.party && actor.role !== 'secretariat')
    return refuse('not allowed', 'Nobody proposes in the name of another party.')
  if (actor.role === 'secretariat' && party === actor.party)
    return refuse('not allowed', 'The Secretariat proposes nothing of its own: name the party this is entered for.')
  if (sheet.table.party(party) === null) return refuse('impossible', 'There is no such party in this negotiation.')
  const text = sheet.text(host)
  const parts = hostParts(host)
  if (text === null) return refuse('impossible', 'There is no such text on the table.')
  if (parts.is === 'proposal' && sheet.record(parts.id) === null)
    return refuse('impossible', 'The proposal it is written on is no longer open.')
  const root = hostParts(sheet.table.root(host))
  const status = root.is === 'block' ? sheet.table.block(root.id)?.status : undefined
  if (status !== undefined && isClosedTo(status))
    return refuse('impossible', `The paragraph is ${status}; it is closed to proposals.`)
  const words = readWords(text).text
  if (from > to || to > words.length)
    return refuse('impossible', `The place ${from}–${to} is not in this text of ${words.length} characters.`)
  if (words.slice(from, to) !== act.was) return refuse('moved on', 'The words there are others now; read them again.')
  const insert = cleanTyped(act.text)
  if (insert === '' && from === to) return refuse('impossible', 'There is nothing in this proposal.')
  const id = proposalId(tools.newId())
  const last = sheet.records(host).findLast(record => record.end === to)
  return {
    ids: [id],
    writes: [
      {
        write: 'add proposal',
        words: plainWords(insert),
        proposal: {
          id,
          party,
          enteredBy: party === actor.party ? null : actor.party,
          bridging: actor.role === 'facilitator',
          change: {
            is: 'words',
            host,
            start: anchorAt(text, from, from === to ? 'after' : 'before'),
            end: anchorAt(text, to, 'after'),
            order: orderBetween(last?.change.order ?? null, null, id),
            basis: sheet.table.roots.decisions.length,
            was: wasAt(words, from, to),
          },
          origin: [],
          group: null,
          reason,
          tabledAt: tools.now,
          label: null,
          standing: { is: 'open' },
        },
      },
    ],
  }
}
