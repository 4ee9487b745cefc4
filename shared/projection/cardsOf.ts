import { isDisturbed } from '../desk/was.ts'
import type { Block } from '../table/Block.ts'
import type { Host } from '../table/Host.ts'
import { hostParts, proposalHost } from '../table/Host.ts'
import type { NoteId, PartyId, ProposalId } from '../table/ids.ts'
import type { Party } from '../table/Party.ts'
import { readWords, sliceWords } from '../table/words.ts'
import type { Card, CardStance, Saying } from './Card.ts'
import { isVoidRecord } from './isVoidRecord.ts'
import { pendingOf } from './pendingDrafts.ts'
import type { Passage } from './project.ts'
import type { OpenRecord, Sheet } from './Sheet.ts'

/** One root text as shown: its host, what it is called, and its passages. */
export interface ShownRoot {
  readonly host: Host
  readonly label: string
  readonly passages: readonly Passage[]
}

/**
 * The cards of a text in the order their words are read: one per open record that says something. `numbers` are the notes'
 * indicators as shown, to say what becomes of them.
 */
export function cardsOf(sheet: Sheet, root: ShownRoot, numbers: ReadonlyMap<NoteId, string>): readonly Card[] {
  const ids = new Set<ProposalId>()
  const own = root.host.startsWith('proposal:') ? root.host.slice('proposal:'.length) : null
  for (const id of sheet.table.paragraphIds()) if (id === own) ids.add(id)
  if (own !== null) for (const { id } of sheet.desk?.drafts() ?? []) if (id === own) ids.add(id)
  for (const { inserted, struck } of root.passages) for (const id of [...struck, ...inserted]) ids.add(id)
  const cards: Card[] = []
  for (const id of ids) {
    const record = sheet.record(id)
    if (record === null || isVoidRecord(record)) continue
    cards.push(cardOf(sheet, root, record, numbers))
  }
  return cards
}

function cardOf(sheet: Sheet, root: ShownRoot, record: OpenRecord, numbers: ReadonlyMap<NoteId, string>): Card {
  const { id, change, text, proposal, mine, party } = record
  const rootParts = hostParts(root.host)
  const block = rootParts.is === 'block' ? sheet.table.block(rootParts.id) : null
  const place = change.is === 'words' ? sheet.place(change) : null
  const hostText = place === null ? null : sheet.text(place.host)
  const hostWords = hostText === null ? { text: '', notes: [] } : readWords(hostText)
  const struck = place === null ? { text: '', notes: [] } : sliceWords(hostWords, place.start, place.end)
  const words = readWords(text)
  const draft = sheet.desk?.draft(id) ?? null
  return {
    id,
    party: partyOf(sheet, party),
    mine,
    ours: mine || party === sheet.party,
    enteredBy: proposal?.enteredBy == null ? null : partyOf(sheet, proposal.enteredBy),
    bridging: proposal?.bridging ?? false,
    shown: draft !== null && pendingOf(sheet, draft) === 'withdrawal' ? 'withdrawal' : record.shown,
    saying: sayingOf(record, block !== null && isParagraph(block), struck.text, hostWords.text, words.text),
    reason: draft?.reason ?? proposal?.reason ?? null,
    tabledAt: proposal?.tabledAt ?? null,
    stances: stancesOf(sheet, id),
    disturbed:
      place !== null &&
      change.is === 'words' &&
      proposal !== null &&
      isDisturbed(change.was, hostWords.text, place.start, place.end),
    group: groupOf(sheet, record),
    nested: sheet.records(proposalHost(id)).map(nested => nested.id),
    notes: noteSentences(struck.notes, words.notes, numbers),
    root: root.host,
    at: root.label,
  }
}

function sayingOf(
  { change, proposal }: OpenRecord,
  isOnParagraph: boolean,
  struck: string,
  host: string,
  text: string,
): Saying {
  if (change.is === 'paragraph')
    return { is: 'new paragraph', label: proposal?.label ?? '', text, relation: change.relation.is }
  if (struck === '') return { is: 'insert', text }
  if (text !== '') return { is: 'replace', struck, text }
  return struck === host && isOnParagraph ? { is: 'delete paragraph', struck } : { is: 'strike', struck }
}

function stancesOf(sheet: Sheet, id: ProposalId): readonly CardStance[] {
  const text = sheet.table.proposal(id)?.text
  const words = text === undefined ? '' : readWords(text).text
  return sheet.table
    .stancesOn(id)
    .map(stance => ({ stance, party: partyOf(sheet, stance.party), earlierWording: stance.words !== words }))
}

function groupOf(sheet: Sheet, { id, proposal }: OpenRecord): readonly ProposalId[] {
  const group = proposal?.group ?? sheet.desk?.draft(id)?.group ?? null
  if (group === null) return []
  const others = [...sheet.table.proposals(), ...(sheet.desk?.drafts() ?? [])].filter(other => other.group === group)
  return [...new Set(others.map(other => other.id))].filter(other => other !== id)
}

/** What becomes of notes when words around their marks are struck or moved (D23). */
function noteSentences(
  struck: readonly NoteId[],
  carried: readonly NoteId[],
  numbers: ReadonlyMap<NoteId, string>,
): readonly string[] {
  const named = (id: NoteId) => `note ${numbers.get(id) ?? '?'}`
  const kept = struck.filter(id => carried.includes(id)).map(id => `Keeps ${named(id)} with the new words.`)
  const gone = struck.filter(id => !carried.includes(id)).map(id => `${capital(named(id))} would go with these words.`)
  const moved = carried.filter(id => !struck.includes(id)).map(id => `Carries ${named(id)} here.`)
  return [...gone, ...kept, ...moved]
}

/** Titles and headings are not: their words go, and nothing with a number of its own. */
const isParagraph = ({ kind }: Block) => ['chapeau', 'paragraph', 'subparagraph'].includes(kind)

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

function partyOf(sheet: Sheet, id: PartyId): Party {
  return sheet.table.party(id) ?? { id, name: id, short: id, kind: 'state', ink: 0 }
}
