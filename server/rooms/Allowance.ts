import { Pace } from './Pace.ts'

/** What an update of a desk costs. */
export interface Cost {
  /** Time of the server, in milliseconds. */
  readonly ms: number
  /** Structs it adds to the document for ever. */
  readonly structs: number
  readonly characters: number
}

// What a party may use in a minute before it is slowed. A fast typist makes 600 characters a minute in as many structs at most;
// twenty of them, and a pasted document, fit. The server's time is for all parties: one gets at most a tenth of it for long.
const PER_MINUTE: Cost = { ms: 6_000, structs: 20_000, characters: 1_000_000 }
const MINUTE_MS = 60_000

// Half a minute's worth may be used at once: the catching up after an offline spell.
const BURST_MS = MINUTE_MS / 2

/** How much a party may write: what is beyond its allowance is not refused but waits, and nobody else does. */
export class Allowance {
  readonly #pace: Pace

  /** `now`: a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#pace = new Pace(now, BURST_MS)
  }

  /** Notes what was used. */
  spend(cost: Cost): void {
    const shareOfMinute = Math.max(
      cost.ms / PER_MINUTE.ms,
      cost.structs / PER_MINUTE.structs,
      cost.characters / PER_MINUTE.characters,
    )
    this.#pace.spend(shareOfMinute * MINUTE_MS)
  }

  /** How long to take nothing more from the party, in milliseconds; 0 within its allowance. */
  owedMs(): number {
    return this.#pace.owedMs()
  }
}
