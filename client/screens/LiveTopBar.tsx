import { TopBar, type TopBarProps } from '../views/TopBar.tsx'
import type { Desktop } from './Desktop.ts'
import { useChanges } from './useChanges.ts'

export interface LiveTopBarProps extends Omit<TopBarProps, 'connection' | 'here'> {
  readonly desktop: Desktop
}

/** The top bar, rendered by itself when the connection, or who is here, changes: the page below has no part in that. */
export function LiveTopBar({ desktop, ...props }: LiveTopBarProps) {
  useChanges(desktop.lineTold)
  const { negotiation, line } = desktop
  const { table } = negotiation.sheet
  const here = line.here.map(({ party, role, count }) => ({
    party: party === null ? null : table.party(party),
    role,
    count,
  }))
  return <TopBar {...props} connection={line.connection} here={here} />
}
