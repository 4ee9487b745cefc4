import { currentOrigin } from '../desk/currentOrigin.ts'
import type { Desk } from '../desk/Desk.ts'
import type { Draft } from '../desk/Draft.ts'
import { isDisturbed } from '../desk/was.ts'
import { type GivenLabel, nextLabel } from '../labels/nextLabel.ts'
import { saysNothing } from '../projection/pendingDrafts.ts'
import type { Sheet } from '../projection/Sheet.ts'
import { isClosedTo } from '../table/Block.ts'
import { hostParts, proposalHost } from '../table/Host.ts'
import type { PartyId, ProposalId } from '../table/ids.ts'
import { isOpenToDesk, tableLeads } from '../table/Proposal.ts'
import { runsOf } from '../table/runsOf.ts'
import type { Table } from '../table/Table.ts'
import { readWords } from '../table/words.ts'
import type { Actor } from './Actor.ts'
import { amendment } from './amendment.ts'
import { currentChange } from './currentChange.ts'
import type { Performed, Tools } from './Performed.ts'
import { isRefusal, type Refusal, refuse } from './Refusal.ts'
import { standingDrafts } from './standingDrafts.ts'
import type { TableWrite } from './TableWrite.ts'
import { withdrawal } from './withdrawal.ts'

/** A draft to be tabled, with its words as the preview showed them. */
export interface Shown {
  readonly id: ProposalId
  readonly words: string
}

/**
 * Puts drafts of a desk on the table: new ones as new text (no history travels along), tabled ones by the smallest edit. All or
 * none; the words must still be those of the preview. What cannot be placed comes back with the reason and stays on the desk.
 */
export function tableDrafts(
  sheet: Sheet,
  shown: readonly Shown[],
  actor: Actor,
  desk: Desk | null,
  tools: Tools,
): Performed | Refusal {
  if (desk === null || actor.party === null) return refuse('not allowed', 'You have no desk to table from.')
  const writes: TableWrite[] = []
  const labels: GivenLabel[] = []
  const tabledNow = new Set<ProposalId>()
  const drafts: Draft[] = []
  for (const { id, words } of shown) {
    const draft = desk.draft(id)
    if (draft === null)
      return refuse('moved on', 'This draft has not reached the server yet. Wait until it is saved, and look again.')
    if (readWords(draft.text).text !== words && !draft.withdrawn)
      return refuse(
        'moved on',
        'The words on your desk have changed since this preview was made. Look at the new preview.',
      )
    drafts.push(draft)
  }
  for (const draft of standingDrafts(sheet.table, desk, drafts)) {
    const tabled = sheet.table.proposal(draft.id)
    // Emptied of all it said, it is withdrawn, as its preview said.
    const isOurs = tabled?.party === actor.party || tabled?.enteredBy === actor.party
    const isEmptied = tabled?.standing.is === 'open' && isOurs && saysNothing(draft)
    const written = isEmptied
      ? withdrawal(sheet.table, tabled, tools.now, 'on desk')
      : tableDraft(sheet, draft, actor, actor.party, tools, labels, tabledNow)
    if (isRefusal(written)) return written
    writes.push(...written)
    tabledNow.add(draft.id)
  }
  writes.push(...followers(sheet.table, desk, labels))
  return writes.length > 0
    ? { writes, ids: shown.map(({ id }) => id) }
    : refuse('impossible', 'There is nothing new to table.')
}

/** Paragraphs tabled before the one they follow on the desk come behind it now that it is there; their words are not touched. */
function followers(table: Table, desk: Desk, given: readonly GivenLabel[]): readonly TableWrite[] {
  return [...desk.drafts()].flatMap(({ id, withdrawn, change }): readonly TableWrite[] => {
    const isOpen = table.proposal(id)?.standing.is === 'open' && !withdrawn
    const follows = change.is === 'paragraph' && given.some(label => change.after === proposalHost(label.id))
    return isOpen && follows ? [{ write: 'change', id, change }] : []
  })
}

/** The writes that make the table say what one draft says; none when it does already. `labels` are those given in the same act. */
export function tableDraft(
  sheet: Sheet,
  draft: Draft,
  actor: Actor,
  deskParty: PartyId,
  tools: Tools,
  labels: GivenLabel[],
  tabledNow: ReadonlySet<ProposalId>,
): readonly TableWrite[] | Refusal {
  const proposal = sheet.table.proposal(draft.id)
  if (proposal === null)
    return draft.withdrawn ? [] : tableNew(sheet, draft, actor, deskParty, tools, labels, tabledNow)
  if (proposal.party !== deskParty && proposal.enteredBy !== deskParty)
    return refuse('not allowed', 'Another party has a proposal of this name.')
  const { standing } = proposal
  if (draft.withdrawn && !isOpenToDesk(standing))
    return refuse('impossible', `This proposal is ${standing.is} already.`)
  if (draft.withdrawn) return standing.is === 'open' ? withdrawal(sheet.table, proposal, tools.now, 'on desk') : []
  if (!isOpenToDesk(standing)) return refuse('impossible', `This proposal is ${standing.is} already.`)
  const reopened: TableWrite[] =
    standing.is === 'open' ? [] : [{ write: 'standing', id: draft.id, standing: { is: 'open' } }]
  const placed = proposal.change.is === 'words' ? sheet.place(proposal.change)?.host : null
  const closed = placed == null ? null : closedReason(sheet, placed)
  if (closed !== null) return closed
  const splices = amendment(readWords(proposal.text), currentOrigin(proposal.origin, draft.revived), draft.text)
  const change = currentChange(sheet, draft.change)
  const moved = !tableLeads(proposal.change, draft.change)
  const { id, reason, group } = draft
  // Words undone and done again are the same words, but new characters: the table must know them to follow the next edit.
  const origin = runsOf(draft.text)
  const isSame = splices.length === 0 && JSON.stringify(origin) === JSON.stringify(proposal.origin)
  if (isSame && !moved && proposal.reason === reason && proposal.group === group) return reopened
  return [...reopened, { write: 'amend', id, splices, origin, change: moved ? change : proposal.change, reason, group }]
}

function tableNew(
  sheet: Sheet,
  draft: Draft,
  actor: Actor,
  deskParty: PartyId,
  tools: Tools,
  labels: GivenLabel[],
  tabledNow: ReadonlySet<ProposalId>,
): readonly TableWrite[] | Refusal {
  const { id, reason, group } = draft
  if (draft.enteredFor !== null && actor.role !== 'secretariat')
    return refuse('not allowed', 'Only the Secretariat enters proposals for others.')
  if (draft.enteredFor !== null && sheet.table.party(draft.enteredFor) === null)
    return refuse('impossible', 'There is no such party in this negotiation.')
  if (actor.role === 'secretariat' && draft.enteredFor === null)
    return refuse('not allowed', 'The Secretariat proposes nothing of its own: choose the party this is entered for.')
  const words = readWords(draft.text)
  const change = currentChange(sheet, draft.change)
  let label: string | null = null
  if (change.is === 'words') {
    const place = sheet.place(change)
    if (place === null)
      return refuse(
        'impossible',
        'The words this change was written on are gone. It stays on your desk; write it anew where it belongs.',
      )
    const closed = closedReason(sheet, place.host)
    if (closed !== null) return closed
    if (place.start === place.end && words.text === '') return refuse('impossible', 'There is nothing in this draft.')
    const host = readWords(sheet.text(place.host) ?? draft.text).text
    if (isDisturbed(change.was, host, place.start, place.end) && change.was.struck !== '')
      return refuse('moved on', 'The words you struck have changed since. Look at the paragraph again before tabling.')
  } else {
    if (words.text.trim() === '') return refuse('impossible', 'The proposed paragraph has no words yet.')
    const after = hostParts(sheet.standsAfter(change))
    if (after.is === 'proposal' && sheet.record(after.id) === null && !tabledNow.has(after.id))
      return refuse('impossible', 'It follows a paragraph of yours that is not tabled: table that one first.')
    if (after.is === 'note' || (after.is === 'block' && sheet.table.block(after.id) === null))
      return refuse('impossible', 'The paragraph it follows is gone.')
    const given = nextLabel(sheet.table, change, labels)
    labels.push({ ...given, id, after: change.after })
    label = given.label
  }
  return [
    {
      write: 'add proposal',
      proposal: {
        id,
        party: draft.enteredFor ?? deskParty,
        enteredBy: draft.enteredFor === null ? null : deskParty,
        bridging: actor.role === 'facilitator',
        change,
        origin: runsOf(draft.text),
        group,
        reason,
        tabledAt: tools.now,
        label,
        standing: { is: 'open' },
      },
      words,
    },
  ]
}

function closedReason(sheet: Sheet, host: Parameters<Sheet['text']>[0]): Refusal | null {
  const root = hostParts(sheet.table.root(host))
  const status = root.is === 'block' ? sheet.table.block(root.id)?.status : undefined
  if (status === undefined || !isClosedTo(status)) return null
  return refuse(
    'impossible',
    `The paragraph is ${status}: nothing is proposed there unless the Chair reopens it. Your words stay on your desk.`,
  )
}
