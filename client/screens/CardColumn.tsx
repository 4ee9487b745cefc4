import { useMemo, useState } from 'react'
import type { Ability } from '../../shared/acts/permissions.ts'
import { discardDraft } from '../../shared/desk/discardDraft.ts'
import type { Card } from '../../shared/projection/Card.ts'
import type { Host } from '../../shared/table/Host.ts'
import { type ProposalId, partyId } from '../../shared/table/ids.ts'
import { readWords } from '../../shared/table/words.ts'
import { type CardAct, oppositionTo } from '../views/cardActs.ts'
import { Margin, type MarginCard } from '../views/Margin.tsx'
import { ReasonForm } from '../views/ReasonForm.tsx'
import { StanceForm } from '../views/StanceForm.tsx'
import { useLatest } from '../views/useLatest.ts'
import { type CardHandlers, useCardContents } from './cardContents.tsx'
import type { Desktop } from './Desktop.ts'
import { IncorporateForm } from './IncorporateForm.tsx'
import type { Doing, Done } from './useActs.ts'
import { useTops } from './useTops.ts'

export interface CardColumnProps {
  readonly desktop: Desktop
  readonly cardsByHost: ReadonlyMap<Host, readonly Card[]>
  readonly doing: Doing
  readonly onTable: (id: ProposalId) => void
  readonly onPedigree: (id: ProposalId) => void
}

/** The cards of the sheet with what this reader may do on each, level with their words. */
export function CardColumn({ desktop, cardsByHost, doing, onTable, onPedigree }: CardColumnProps) {
  const { negotiation, active, root } = desktop
  const { session, shown, sheet, editing } = negotiation
  const [open, setOpen] = useState<{ readonly id: ProposalId; readonly act: CardAct } | null>(null)
  const cards = [...cardsByHost.values()].flat()
  const tops = useTops(desktop, cardsByHost)
  const party = session.party === null ? null : partyId(session.party)
  const cardOf = (id: ProposalId) => cards.find(card => card.id === id) ?? null
  const goTo = (id: ProposalId) => {
    const host = shown.rootOf(id)
    desktop.activate(id)
    if (host !== null) desktop.editor?.goTo(host, id)
  }
  const stance = (
    card: Card,
    kind: 'support' | 'live with' | 'retain' | 'delete' | 'reserve',
    reason: string | null,
  ) => {
    const text = sheet.table.proposal(card.id)?.text
    const words = text === undefined ? '' : readWords(text).text
    return doing.act({ act: 'stance', on: card.id, kind, words, reason })
  }
  const onAct = (act: CardAct, card: Card) => {
    switch (act) {
      case 'support':
      case 'live with':
        stance(card, act, null)
        return
      case 'oppose':
        stance(card, oppositionTo(card.saying), null)
        return
      case 'withdraw stance': {
        const own = card.stances.find(each => each.party.id === party)
        if (own !== undefined) doing.act({ act: 'withdraw stance', stance: own.stance.id })
        return
      }
      case 'table':
        onTable(card.id)
        return
      case 'discard':
        if (editing !== null) discardDraft(editing, card.id)
        return
      case 'amend':
      case 'counter':
      case 'bridge':
        goTo(card.id)
        return
      case 'withdraw':
      case 'confirm':
      case 'disown':
        doing.act({ act, proposal: card.id })
        return
      case 'reserve':
      case 'incorporate':
      case 'set aside':
        setOpen({ id: card.id, act })
        return
      default:
        throw new Error(`unknown act ${act satisfies never}`)
    }
  }
  const close = () => setOpen(null)
  // What one has typed into a form stays there when the act was refused.
  const closeWhenDone = ({ done }: Done) => {
    if (done) close()
  }
  const inside = (card: Card) => {
    if (open?.id !== card.id) return null
    if (open.act === 'reserve')
      return (
        <StanceForm
          party={party === null ? '' : (sheet.table.party(party)?.name ?? '')}
          paragraphs={paragraphLabels(desktop)}
          busy={doing.busy}
          onReserve={reason => stance(card, 'reserve', reason).then(closeWhenDone)}
          onCancel={close}
        />
      )
    if (open.act === 'set aside')
      return (
        <ReasonForm
          title="Set aside: the proposal leaves the text and stays on the record."
          label="Reason, for the record"
          button="Set aside"
          busy={doing.busy}
          onDone={reason => doing.act({ act: 'set aside', proposals: [card.id], reason }).then(closeWhenDone)}
          onCancel={close}
        />
      )
    return <IncorporateForm card={card} shown={shown} cardOf={cardOf} doing={doing} onClose={close} />
  }
  const handlers = useLatest<CardHandlers>({ onAct, onGoTo: goTo, onFocus: id => desktop.activate(id), onPedigree })
  const abilities = useMemo(
    () => session.abilities.filter((ability): ability is Ability => ability !== ''),
    [session.abilities],
  )
  const contentOf = useCardContents()
  const margin = cards.map(
    (card): MarginCard => ({
      id: card.id,
      y: tops.get(card.id) ?? 0,
      root: card.root,
      at: card.at,
      content: contentOf({
        card,
        active: card.id === active,
        abilities,
        party,
        busy: doing.busy,
        provenance: desktop.provenance?.ofRecord(card.id) ?? null,
        handlers,
        children: inside(card),
      }),
    }),
  )
  return (
    <Margin
      cards={margin}
      active={open?.id ?? active}
      onActivate={id => {
        const card = cards.find(each => each.id === id)
        if (card !== undefined) desktop.activate(card.id)
      }}
      current={root !== null && cardsByHost.has(root) ? root : null}
      onClose={() => desktop.caretMoved({ ref: null, root: null, record: null })}
    />
  )
}

function paragraphLabels({ negotiation }: Desktop): readonly string[] {
  const { shown } = negotiation
  return shown.roots.flatMap(root =>
    root.is === 'block' && root.block.kind === 'paragraph' ? [shown.labels.get(root.host)?.full ?? ''] : [],
  )
}
