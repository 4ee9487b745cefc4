import type * as Y from 'yjs'
import type { AnchoredRange, Block } from './Block.ts'
import type { Decision } from './Decision.ts'
import type { Forward, Landing } from './Forward.ts'
import type { BlockId } from './ids.ts'
import type { Party } from './Party.ts'
import type { Procedure } from './Procedure.ts'
import type { Proposal } from './Proposal.ts'
import type { Stance } from './Stance.ts'

/** The roots of a table's document. All are defined before any update is applied, so that each has its type from the start. */
export interface TableRoots {
  readonly draft: Y.Map<Y.Map<unknown>>
  readonly order: Y.Array<BlockId>
  readonly notes: Y.Map<Y.Map<unknown>>
  readonly proposals: Y.Map<Y.Map<unknown>>
  readonly stances: Y.Map<Stance>
  readonly decisions: Y.Array<Decision>
  readonly forwards: Y.Map<readonly Forward[]>
  readonly landings: Y.Map<readonly Landing[]>
  readonly procedure: Y.Map<Procedure>
  readonly parties: Y.Map<Party>
}

export function tableRoots(doc: Y.Doc): TableRoots {
  return {
    draft: doc.getMap('draft'),
    order: doc.getArray('order'),
    notes: doc.getMap('notes'),
    proposals: doc.getMap('proposals'),
    stances: doc.getMap('stances'),
    decisions: doc.getArray('decisions'),
    forwards: doc.getMap('forwards'),
    landings: doc.getMap('landings'),
    procedure: doc.getMap('procedure'),
    parties: doc.getMap('parties'),
  }
}

// The seam between the table's document and its types. Only the server writes a table, from checked acts, so a map read back
// from it has the shape it was written with; these casts say so in one place.
export const blockFields = (map: Y.Map<unknown>) => plainFields(map) as Omit<Block, 'id' | 'text' | 'italics'>
export const proposalFields = (map: Y.Map<unknown>) => plainFields(map) as Omit<Proposal, 'id' | 'text'>
export const italicsOf = (map: Y.Map<unknown>) => (map.get('italics') as readonly AnchoredRange[] | undefined) ?? []
export const noteStar = (map: Y.Map<unknown>) => (map.get('star') as string | undefined) ?? null
export const textField = (map: Y.Map<unknown>) => map.get('text') as Y.Text

function plainFields(map: Y.Map<unknown>): unknown {
  const fields: Record<string, unknown> = {}
  for (const [key, value] of map.entries()) if (key !== 'text') fields[key] = value
  return fields
}
