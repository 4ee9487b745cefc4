import { useState } from 'react'
import type { PartyId } from '../../shared/table/ids.ts'
import type { Party, Role } from '../../shared/table/Party.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import './invite.css'
import { LinkList, type WayIn } from './LinkList.tsx'
import { roleName } from './roleName.ts'

export interface Invitation {
  readonly role: Role
  /** The party a delegation speaks for; null for every other role. */
  readonly party: PartyId | null
  /** The person's name as the record will show it. */
  readonly person: string
}

export interface InviteDialogProps {
  readonly open: boolean
  /** The roles one may invite to. */
  readonly roles: readonly Role[]
  /** States and groups of this negotiation. */
  readonly parties: readonly Party[]
  readonly busy: boolean
  /** Why the last invitation was refused, in a sentence. */
  readonly refused: string | null
  /** Links made since the dialog was opened, the latest first. */
  readonly made: readonly WayIn[]
  readonly onInvite: (invitation: Invitation) => void
  readonly onCopy: (text: string) => void
  readonly onClose: () => void
}

/** Makes a link for one more person: role, party, name; then the link to copy. */
export function InviteDialog(props: InviteDialogProps) {
  const { open, roles, parties, busy, refused, made } = props
  const [role, setRole] = useState<Role>(roles.find(each => each === 'delegation') ?? roles[0] ?? 'observer')
  const [party, setParty] = useState<PartyId | null>(parties[0]?.id ?? null)
  const [person, setPerson] = useState('')
  const speaksFor = role === 'delegation' ? party : null
  const ready = person.trim() !== '' && (role !== 'delegation' || speaksFor !== null)
  return (
    <Dialog
      open={open}
      onClose={props.onClose}
      title="Invite"
      sentence="Whoever has the link acts in this capacity, under this name. Hand it to that person alone."
      foot={null}
    >
      <form
        className="invite"
        onSubmit={event => {
          event.preventDefault()
          if (ready) props.onInvite({ role, party: speaksFor, person: person.trim() })
        }}
      >
        <label className="field">
          <span>Role</span>
          <select value={role} onChange={event => setRole(roles.find(each => each === event.target.value) ?? role)}>
            {roles.map(each => (
              <option key={each} value={each}>
                {roleName(each)}
              </option>
            ))}
          </select>
        </label>
        {role === 'delegation' && (
          <label className="field">
            <span>Speaks for</span>
            <select
              value={party ?? ''}
              onChange={event => setParty(parties.find(({ id }) => id === event.target.value)?.id ?? null)}
            >
              {parties.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>Name of the person</span>
          <input value={person} maxLength={120} onChange={event => setPerson(event.target.value)} autoComplete="off" />
        </label>
        {refused !== null && (
          <p className="warn" role="alert">
            {refused}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="button" data-look="main" disabled={busy || !ready}>
            Make the link
          </button>
          <Button onPress={props.onClose}>Done</Button>
        </div>
      </form>
      <div aria-live="polite">{made.length > 0 && <LinkList links={made} onCopy={props.onCopy} />}</div>
    </Dialog>
  )
}
