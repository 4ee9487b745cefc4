import type { Role } from '../../shared/table/Party.ts'

/** A role as one calls it. */
export function roleName(role: Role): string {
  switch (role) {
    case 'facilitator':
      return 'Facilitator'
    case 'secretariat':
      return 'Secretariat'
    case 'delegation':
      return 'Delegation'
    case 'observer':
      return 'Observer'
    default:
      throw new Error(`unknown role ${role satisfies never}`)
  }
}
