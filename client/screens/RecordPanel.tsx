import type { Saying } from '../../shared/projection/Card.ts'
import type { Decision } from '../../shared/table/Decision.ts'
import { type Host, hostParts, proposalHost } from '../../shared/table/Host.ts'
import type { Party } from '../../shared/table/Party.ts'
import type { Proposal } from '../../shared/table/Proposal.ts'
import { readWords } from '../../shared/table/words.ts'
import type { Negotiation } from '../connection/Negotiation.ts'
import { type DecisionEntry, DecisionsPanel } from '../views/DecisionsPanel.tsx'
import type { Doing } from './useActs.ts'

export interface RecordPanelProps {
  readonly negotiation: Negotiation
  readonly open: boolean
  readonly doing: Doing
  readonly onGoTo: (host: Host) => void
  readonly onClose: () => void
}

/** The decisions on record, the latest first. */
export function RecordPanel({ negotiation, open, doing, onGoTo, onClose }: RecordPanelProps) {
  const { session, sheet } = negotiation
  const decisions = open ? sheet.table.decisions() : []
  const back = new Set(decisions.flatMap(decision => (decision.is === 'take back' ? [decision.decision] : [])))
  const mayTakeBack = session.abilities.includes('take back')
  const entries = decisions.toReversed().map(decision => {
    const entry = entryOf(negotiation, decision)
    const takenBack = back.has(decision.id)
    const canBe = decision.is === 'incorporate' || decision.is === 'set aside'
    return { ...entry, takenBack, mayTakeBack: mayTakeBack && canBe && !takenBack }
  })
  return (
    <DecisionsPanel
      open={open}
      entries={entries}
      busy={doing.busy}
      onTakeBack={decision => doing.act({ act: 'take back', decision })}
      onGoTo={entry => {
        const decision = decisions.find(({ id }) => id === entry.decision.id)
        const host = decision === undefined ? null : hostOf(negotiation, decision)
        if (host !== null) onGoTo(host)
      }}
      onClose={onClose}
    />
  )
}

function entryOf({ shown, sheet }: Negotiation, decision: Decision): Omit<DecisionEntry, 'takenBack' | 'mayTakeBack'> {
  const texts = decision.is === 'incorporate' || decision.is === 'take back' ? decision.texts : []
  const proposals = decision.is === 'incorporate' || decision.is === 'set aside' ? decision.proposals : []
  const setAside = decision.is === 'set aside' ? decision.proposals : []
  const host = hostOf({ sheet }, decision)
  return {
    decision,
    at: host === null ? '' : nameOf({ shown, sheet }, host),
    sayings: setAside.flatMap(id => {
      const proposal = sheet.table.proposal(id)
      return proposal === null ? [] : [sayingOf(proposal)]
    }),
    parties: partiesOf(
      proposals.map(id => sheet.table.proposal(id)?.party),
      sheet,
    ),
    objecting: partiesOf(decision.is === 'incorporate' ? decision.objecting : [], sheet),
    texts: texts.map(text => ({ ...text, label: nameOf({ shown, sheet }, text.host) })),
  }
}

function partiesOf(ids: readonly (string | undefined)[], sheet: Negotiation['sheet']): readonly Party[] {
  return [...new Set(ids)].flatMap(id => {
    const party = id === undefined ? null : sheet.table.party(id)
    return party === null ? [] : [party]
  })
}

/** A paragraph that left the sheet, too, is named as it was when it was on it. */
function nameOf({ shown, sheet }: Pick<Negotiation, 'shown' | 'sheet'>, host: Host): string {
  const parts = hostParts(host)
  return shown.nameOf(host) || ((parts.is === 'proposal' ? sheet.table.proposal(parts.id)?.label : null) ?? '')
}

/** What a proposal said, whether or not it still stands. */
function sayingOf({ change, label, text }: Proposal): Saying {
  const words = readWords(text).text
  if (change.is === 'paragraph')
    return { is: 'new paragraph', label: label ?? '', text: words, relation: change.relation.is }
  const { struck } = change.was
  if (struck === '') return { is: 'insert', text: words }
  return words === '' ? { is: 'strike', struck } : { is: 'replace', struck, text: words }
}

function hostOf({ sheet }: Pick<Negotiation, 'sheet'>, decision: Decision): Host | null {
  switch (decision.is) {
    case 'incorporate':
    case 'take back':
      return decision.texts[0]?.host ?? null
    case 'status':
      return decision.block
    case 'set aside': {
      const [id] = decision.proposals
      return id === undefined ? null : sheet.table.root(proposalHost(id))
    }
    default:
      throw new Error(`unknown decision ${decision satisfies never}`)
  }
}
