import type { Role } from '../table/Party.ts'
import type { ActName } from './Act.ts'

/** Who may do what: one row per act, asked by the server for every act and sent to clients as their abilities. */
const permissions: Readonly<Record<ActName | 'invite' | 'shelve' | 'write at a desk', readonly Role[]>> = {
  'write at a desk': ['facilitator', 'secretariat', 'delegation'],
  table: ['facilitator', 'secretariat', 'delegation'],
  propose: ['facilitator', 'secretariat', 'delegation'],
  withdraw: ['facilitator', 'secretariat', 'delegation'],
  confirm: ['facilitator', 'secretariat', 'delegation'],
  disown: ['delegation'],
  stance: ['delegation'],
  'withdraw stance': ['delegation'],
  incorporate: ['facilitator'],
  'set aside': ['facilitator'],
  'take back': ['facilitator'],
  status: ['facilitator'],
  tabling: ['facilitator', 'secretariat'],
  invite: ['facilitator', 'secretariat'],
  shelve: ['facilitator', 'secretariat'],
}

export type Ability = keyof typeof permissions

export function isPermitted(role: Role, ability: Ability): boolean {
  return permissions[ability].includes(role)
}

export function abilitiesOf(role: Role): readonly Ability[] {
  const all: readonly Ability[] = [
    'write at a desk',
    'table',
    'propose',
    'withdraw',
    'confirm',
    'disown',
    'stance',
    'withdraw stance',
    'incorporate',
    'set aside',
    'take back',
    'status',
    'tabling',
    'invite',
    'shelve',
  ]
  return all.filter(ability => isPermitted(role, ability))
}
