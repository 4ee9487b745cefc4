import type { Anchor } from './Anchor.ts'
import type { Host } from './Host.ts'

/** Where characters went when a decision moved them: a run of old ids of one host to a run of new ids in another (or the same). */
export interface Forward {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly host: Host
  readonly toClient: number
  readonly toClock: number
}

export interface HostAnchor {
  readonly host: Host
  readonly anchor: Anchor
}

/** Where an anchor's character went by these forwards of its host, or null when none of them moved it. */
export function forwardAnchor(forwards: readonly Forward[], anchor: Anchor): HostAnchor | null {
  if (anchor === 'start') return null
  for (const forward of forwards) {
    const offset = anchor.clock - forward.clock
    if (anchor.client !== forward.client || offset < 0 || offset >= forward.length) continue
    const { host, toClient, toClock } = forward
    return { host, anchor: { client: toClient, clock: toClock + offset, side: anchor.side } }
  }
  return null
}

/**
 * Words that a decision put into a gap, and the `order` they had there as a proposal: an insertion placed at that gap before the
 * decision, and ordered behind them, now stands behind them.
 */
export interface Landing {
  readonly decision: number
  readonly after: Anchor
  readonly order: string
  readonly first: { readonly client: number; readonly clock: number }
  readonly last: { readonly client: number; readonly clock: number }
}
