import type { TableWrite } from './TableWrite.ts'

/** What an act comes to: the writes to make, and the ids of what it made. */
export interface Performed {
  readonly writes: readonly TableWrite[]
  readonly ids: readonly string[]
}

/** What acts need from outside. */
export interface Tools {
  /** The server's clock: milliseconds since 1970. */
  readonly now: number
  readonly newId: () => string
}
