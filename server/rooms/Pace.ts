/** Use of something at an allowed pace: what is beyond is not refused but waits. */
export class Pace {
  readonly #now: () => number
  readonly #burstMs: number
  /** When all that was used would have been used at the allowed pace. */
  #paidUntil = Number.NEGATIVE_INFINITY

  /** `now`: a clock in milliseconds that never goes back. `burstMs`: how much may be used at once, in time at the allowed pace. */
  constructor(now: () => number, burstMs: number) {
    this.#now = now
    this.#burstMs = burstMs
  }

  /** Notes a use, in the milliseconds it is to take at the allowed pace. */
  spend(ms: number): void {
    this.#paidUntil = Math.max(this.#paidUntil, this.#now()) + ms
  }

  /** How long to wait before the next use, in milliseconds; 0 within the allowance. */
  owedMs(): number {
    return Math.max(0, Math.ceil(this.#paidUntil - this.#now() - this.#burstMs))
  }
}
