import { useMemo } from 'react'
import type { Card } from '../../shared/projection/Card.ts'
import { ShownCards } from '../../shared/projection/ShownCards.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { Host } from '../../shared/table/Host.ts'

/** The cards of the whole sheet in reading order, by the text they are on; the same map while nothing has changed. */
export function useCards(shown: ShownSheet): ReadonlyMap<Host, readonly Card[]> {
  return useMemo(() => new ShownCards(shown), [shown]).read()
}
