import type { Close } from '../../shared/protocol/closes.ts'
import type { Capacity } from '../gate/Capacity.ts'

/** One connection, as a room sees it. */
export interface Member {
  readonly capacity: Capacity
  /** Sends a frame made ready; several members may be given the same bytes. */
  send(frame: Uint8Array): void
  /** Closes the connection; `detail`, when given, is the sentence shown in place of the usual one. */
  close(close: Close, detail?: string): void
}

/** What a room made of a message. `later`: nothing yet; take nothing from this connection for so long, then give it again. */
export type Received =
  | { readonly next: 'go on' }
  | { readonly next: 'later'; readonly ms: number }
  | { readonly next: 'close'; readonly close: Close; readonly detail?: string }

export const goOn: Received = { next: 'go on' }
