import type { Log } from '../ServerParts.ts'
import type { Store } from '../storage/Store.ts'

/** What a room is given. */
export interface RoomParts {
  readonly store: Store
  readonly now: () => number
  readonly newId: () => string
  readonly log: Log
  /** Tells the keeper that this room has failed: whoever comes next gets a new one, read from storage. */
  readonly forget: () => void
}
