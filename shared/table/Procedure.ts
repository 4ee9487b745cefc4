import type { Host } from './Host.ts'

/** How this negotiation is run. Only the server changes it, by an act of somebody entitled to it. */
export interface Procedure {
  readonly title: string
  readonly symbol: string | null
  /** `by act`: a party tables finished words. `as typed`: the server mirrors each desk to the table as it changes. */
  readonly tabling: 'by act' | 'as typed'
  readonly labels: 'running' | 'ppop'
  /** The paragraph on the floor, or null. */
  readonly floor: Host | null
}

export const procedureKey = 'procedure'
