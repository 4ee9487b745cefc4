import type { TestPerson } from '../harness/TestPerson.ts'
import type { Stage } from './Stage.ts'

/** Something that may happen in a negotiation, and how often against the others. It counts itself where it comes to something. */
export interface Move {
  readonly weight: number
  readonly move: (stage: Stage, person: TestPerson) => void
}
