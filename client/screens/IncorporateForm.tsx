import { useEffect, useMemo, useState } from 'react'
import { planIncorporation } from '../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../shared/acts/Refusal.ts'
import type { Card, CardStance } from '../../shared/projection/Card.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { FacilitatorPreview, type NestedChoice, type OtherProposal } from '../views/FacilitatorPreview.tsx'
import type { Doing } from './useActs.ts'

export interface IncorporateFormProps {
  readonly card: Card
  readonly shown: ShownSheet
  readonly cardOf: (id: ProposalId) => Card | null
  readonly doing: Doing
  readonly onClose: () => void
}

/** What incorporating would do, from the table as it stands at this moment, and the decision on exactly that. */
export function IncorporateForm({ card, shown, cardOf, doing, onClose }: IncorporateFormProps) {
  const [nested, setNested] = useState<ReadonlySet<ProposalId>>(new Set())
  const [movedOn, setMovedOn] = useState(false)
  const sheet = useMemo(() => new Sheet(shown.sheet.table, null, null), [shown])
  const chosen = [card.id, ...card.group.filter(id => sheet.record(id) !== null), ...nested]
  const plan = planIncorporation(sheet, chosen)
  const refused = isRefusal(plan) ? plan.refused : null
  const [asOf, setAsOf] = useState(Date.now)
  const reading = isRefusal(plan) ? '' : JSON.stringify(plan.texts)
  useEffect(() => {
    // The moment belongs to the words shown: when these change, so does it.
    if (reading !== '') setAsOf(Date.now())
  }, [reading])
  const other = (id: ProposalId): OtherProposal[] => {
    const found = cardOf(id)
    return found === null ? [] : [{ id, party: found.party, saying: found.saying }]
  }
  const choices = nestedIn(sheet, card.id).flatMap(id =>
    other(id).map((found): NestedChoice => ({ ...found, chosen: nested.has(id) })),
  )
  const incorporate = async () => {
    if (isRefusal(plan)) return
    const done = await doing.act({ act: 'incorporate', proposals: chosen, texts: [...plan.texts] })
    if (done.done) onClose()
    else setMovedOn(done.movedOn)
  }
  return (
    <FacilitatorPreview
      texts={isRefusal(plan) ? [] : plan.texts.map(text => ({ ...text, label: shown.nameOf(text.host) || card.at }))}
      nested={choices}
      onChoose={(id, isChosen) => setNested(before => toggled(before, id, isChosen))}
      objections={isRefusal(plan) ? [] : plan.objections.flatMap(stance => objection(shown, stance))}
      superseded={isRefusal(plan) ? [] : plan.superseded.flatMap(other)}
      asOf={asOf}
      refused={refused}
      movedOn={movedOn}
      busy={doing.busy}
      onIncorporate={incorporate}
      onSetAside={null}
      onCancel={onClose}
    />
  )
}

/** Every proposal in another's words, however deep. */
function nestedIn(sheet: Sheet, id: ProposalId): readonly ProposalId[] {
  return sheet.records(`proposal:${id}`).flatMap(record => [record.id, ...nestedIn(sheet, record.id)])
}

function objection(shown: ShownSheet, stance: CardStance['stance']): readonly CardStance[] {
  const party = shown.sheet.table.party(stance.party)
  return party === null ? [] : [{ stance, party, earlierWording: false }]
}

function toggled(set: ReadonlySet<ProposalId>, id: ProposalId, isIn: boolean): ReadonlySet<ProposalId> {
  const next = new Set(set)
  if (isIn) next.add(id)
  else next.delete(id)
  return next
}
