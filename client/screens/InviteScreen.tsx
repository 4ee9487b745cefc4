import { useState } from 'react'
import { wayInSchema } from '../../shared/protocol/NewNegotiation.ts'
import { ask } from '../connection/ask.ts'
import type { Negotiation } from '../connection/Negotiation.ts'
import { type Invitation, InviteDialog } from '../views/InviteDialog.tsx'
import type { WayIn } from '../views/LinkList.tsx'

export interface InviteScreenProps {
  readonly negotiation: Negotiation
  readonly open: boolean
  readonly onCopy: (text: string) => void
  readonly onClose: () => void
}

/** Makes a link for one more person. */
export function InviteScreen({ negotiation, open, onCopy, onClose }: InviteScreenProps) {
  const [made, setMade] = useState<readonly WayIn[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { session, sheet } = negotiation
  const invite = async (invitation: Invitation) => {
    setBusy(true)
    const path = `/api/negotiations/${session.negotiation}/invitations?as=${session.capacity}`
    const asked = await ask({ path, answers: wayInSchema, body: invitation })
    setBusy(false)
    setRefused(
      asked.is === 'refused'
        ? asked.refusal.refused
        : asked.is === 'unreachable'
          ? 'The server cannot be reached.'
          : null,
    )
    if (asked.is !== 'answered') return
    const { role, party, person, link } = asked.answer
    setMade(before => [
      { role, party: party === null ? null : (sheet.table.party(party)?.name ?? party), person, link },
      ...before,
    ])
  }
  return (
    <InviteDialog
      open={open}
      roles={['delegation', 'facilitator', 'secretariat', 'observer']}
      parties={sheet.table.parties().filter(({ kind }) => kind !== 'office')}
      busy={busy}
      refused={refused}
      made={made}
      onInvite={invite}
      onCopy={onCopy}
      onClose={onClose}
    />
  )
}
