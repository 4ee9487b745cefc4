import { useState } from 'react'
import type { Draft } from '../../shared/desk/Draft.ts'
import { isDisturbed } from '../../shared/desk/was.ts'
import { type Pending, pendingDrafts } from '../../shared/projection/pendingDrafts.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { readWords } from '../../shared/table/words.ts'
import type { Negotiation } from '../connection/Negotiation.ts'
import { offsetOfRecord } from '../editor/recordAt.ts'
import type { PrintedPiece } from '../views/PrintedLine.tsx'
import { type TablePiece, TablePreview } from '../views/TablePreview.tsx'
import type { Doing } from './useActs.ts'

export interface TableDialogProps {
  readonly negotiation: Negotiation
  /** Which drafts are to be tabled: one card's, or all; null while the dialog is closed. */
  readonly asked: 'all' | ProposalId | null
  readonly doing: Doing
  readonly onClose: () => void
}

/** What will be tabled, as it will print; and the act, which carries exactly these words. */
export function TableDialog({ negotiation, asked, doing, onClose }: TableDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<ProposalId>>(new Set())
  const [movedOn, setMovedOn] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { shown, sheet } = negotiation
  const pending =
    asked === null
      ? []
      : inReadingOrder(
          shown,
          pendingDrafts(sheet).filter(({ draft }) => asked === 'all' || draft.id === asked),
        )
  const pieces = pending.map(({ draft, pending: how }) => pieceOf(shown, draft, how, !left.has(draft.id)))
  const close = () => {
    setLeft(new Set())
    setMovedOn(false)
    setRefused(null)
    onClose()
  }
  const table = async () => {
    const drafts = pending
      .filter(({ draft }) => !left.has(draft.id))
      .map(({ draft }) => ({ id: draft.id, words: readWords(draft.text).text }))
    const state = negotiation.deskState()
    const done = await doing.act({ act: 'table', drafts, ...(state === undefined ? {} : { state }) })
    if (done.done) close()
    else {
      setMovedOn(done.movedOn)
      setRefused(done.movedOn ? null : done.refused)
    }
  }
  return (
    <TablePreview
      open={asked !== null}
      party={(sheet.party === null ? undefined : sheet.table.party(sheet.party)?.name) ?? ''}
      pieces={pieces}
      onChoose={(id, isChosen) =>
        setLeft(before => new Set(isChosen ? [...before].filter(each => each !== id) : [...before, id]))
      }
      movedOn={movedOn}
      refused={refused}
      busy={doing.busy}
      onTable={table}
      onClose={close}
    />
  )
}

type PendingDraft = ReturnType<typeof pendingDrafts>[number]

function inReadingOrder(shown: ShownSheet, pending: readonly PendingDraft[]): readonly PendingDraft[] {
  const placed = pending.map(each => {
    const root = shown.rootOf(each.draft.id)
    const index = shown.roots.findIndex(({ host }) => host === root)
    return { each, index, offset: root === null ? 0 : offsetOfRecord(shown, root, each.draft.id) }
  })
  return placed.toSorted((a, b) => a.index - b.index || a.offset - b.offset).map(({ each }) => each)
}

function pieceOf(shown: ShownSheet, draft: Draft, pending: Pending, chosen: boolean): TablePiece {
  const { sheet } = shown
  const root = shown.rootOf(draft.id)
  const place = draft.change.is === 'words' ? sheet.place(draft.change) : null
  const text = place === null ? null : sheet.text(place.host)
  const isChanged =
    draft.change.is === 'words' && place !== null && text !== null && draft.change.was.struck !== ''
      ? isDisturbed(draft.change.was, readWords(text).text, place.start, place.end)
      : false
  return {
    id: draft.id,
    at: root === null ? '' : shown.nameOf(root),
    print: printOf(shown, draft, pending, aroundOf(text === null ? null : readWords(text).text, place)),
    chosen,
    changed: isChanged ? 'The words you struck have changed since you wrote this. Look at the paragraph first.' : null,
    refused: null,
  }
}

/** How many characters of the words around a change are shown on each side: about a line. */
const aroundCharacters = 60

/** The words around a place, cut between words; dots where more follows. */
function aroundOf(text: string | null, place: { readonly start: number; readonly end: number } | null) {
  if (text === null || place === null) return { before: '', after: '' }
  const before = text.slice(0, place.start)
  const after = text.slice(place.end)
  const cutBefore = before.slice(-aroundCharacters).replace(/^\S*\s/u, '')
  const cutAfter = after.slice(0, aroundCharacters).replace(/\s\S*$/u, '')
  return {
    before: before.length > aroundCharacters ? `… ${cutBefore}` : before,
    after: after.length > aroundCharacters ? `${cutAfter} …` : after,
  }
}

/** The change in its bracket, with the words around it. */
function printOf(
  { sheet }: ShownSheet,
  { change, text, enteredFor }: Draft,
  pending: Pending,
  { before, after }: { readonly before: string; readonly after: string },
): readonly PrintedPiece[] {
  const party = sheet.table.party(enteredFor ?? sheet.party ?? '')
  const ink = party?.ink ?? 0
  const words = readWords(text).text
  const plain = (written: string): PrintedPiece => ({ is: 'words', text: written, ink: null })
  const mark = (written: string): PrintedPiece => ({ is: 'mark', text: written, ink })
  const who: PrintedPiece = { is: 'who', text: ` – ${party?.short ?? ''}`, ink }
  if (pending === 'withdrawal') return [plain('Withdrawn: '), { is: 'struck', text: words, ink }]
  const inserted: PrintedPiece = { is: 'inserted', text: words, ink }
  if (change.is === 'paragraph') return [mark('['), inserted, who, mark(']')]
  const { struck } = change.was
  const old: PrintedPiece = { is: 'struck', text: struck, ink }
  const inside =
    struck === ''
      ? [inserted, who]
      : words === ''
        ? [old, { ...who, text: `${who.text} delete` }]
        : [old, mark(' / '), inserted, who]
  return [plain(before), mark('['), ...inside, mark(']'), plain(after)]
}
