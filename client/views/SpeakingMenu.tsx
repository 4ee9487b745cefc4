import type { CapacityId } from '../../shared/table/ids.ts'
import type { Party, Role } from '../../shared/table/Party.ts'
import { inkStyle } from '../design/inks.ts'
import { Menu } from '../design/Menu.tsx'
import { roleName } from './roleName.ts'

/** One of the capacities a person holds in this negotiation. */
export interface CapacityChoice {
  readonly id: CapacityId
  readonly party: Party | null
  readonly role: Role
}

/** In whose name one acts here, and the other capacities one holds; these open in their own window. */
export interface Speaking {
  readonly person: string
  readonly current: CapacityChoice
  readonly others: readonly CapacityChoice[]
  readonly onSwitch: (id: CapacityId) => void
}

/** "You speak for: European Union", always in sight; a menu where a person holds two capacities. */
export function SpeakingMenu({ speaking }: { readonly speaking: Speaking }) {
  const { current, others, person } = speaking
  const words = <Voice choice={current} />
  if (others.length === 0)
    return (
      <p className="voice" title={person}>
        {words}
      </p>
    )
  return (
    <Menu
      trigger={
        <button type="button" className="voice">
          {words}
          <span aria-hidden="true">▾</span>
        </button>
      }
      sections={[
        {
          title: `${person} may speak for`,
          entries: [current, ...others].map(choice => ({
            id: choice.id,
            label: nameOf(choice),
            hint: choice.party === null ? null : roleName(choice.role),
            checked: choice.id === current.id,
            onSelect: () => choice.id !== current.id && speaking.onSwitch(choice.id),
          })),
        },
      ]}
    />
  )
}

function Voice({ choice }: { readonly choice: CapacityChoice }) {
  const { party, role } = choice
  return (
    <>
      <span className="party-dot" style={party === null ? {} : inkStyle(party.ink)} />
      <span className="voice-words">{voiceWords(role)} </span>
      {role !== 'observer' && <b className="voice-name">{nameOf(choice)}</b>}
      {role !== 'observer' && <b className="voice-short">{party?.short ?? roleName(role)}</b>}
    </>
  )
}

function voiceWords(role: Role): string {
  switch (role) {
    case 'delegation':
      return 'You speak for:'
    case 'facilitator':
    case 'secretariat':
      return 'You act as:'
    case 'observer':
      return 'You are an observer'
    default:
      throw new Error(`unknown role ${role satisfies never}`)
  }
}

const nameOf = ({ party, role }: CapacityChoice) => party?.name ?? roleName(role)
