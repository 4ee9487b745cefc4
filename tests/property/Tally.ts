/** How often each kind of operation happened, and why those refused were refused. */
export class Tally {
  private readonly done = new Map<string, number>()
  private readonly refused = new Map<string, Map<string, number>>()

  count(kind: string, refusal: string | null): void {
    if (refusal === null) {
      this.done.set(kind, (this.done.get(kind) ?? 0) + 1)
      return
    }
    const why = this.refused.get(kind) ?? new Map<string, number>()
    this.refused.set(kind, why.set(refusal, (why.get(refusal) ?? 0) + 1))
  }

  add(other: Tally): void {
    for (const [kind, count] of other.done) this.done.set(kind, (this.done.get(kind) ?? 0) + count)
    for (const [kind, reasons] of other.refused) {
      const why = this.refused.get(kind) ?? new Map<string, number>()
      for (const [reason, count] of reasons) why.set(reason, (why.get(reason) ?? 0) + count)
      this.refused.set(kind, why)
    }
  }

  /** All operations, done or refused. */
  get operations(): number {
    return this.rows().reduce((sum, { done, refused }) => sum + done + refused, 0)
  }

  /** Each kind, the most frequent first. */
  rows(): readonly { readonly kind: string; readonly done: number; readonly refused: number }[] {
    return [...new Set([...this.done.keys(), ...this.refused.keys()])]
      .map(kind => ({ kind, done: this.done.get(kind) ?? 0, refused: sum(this.refused.get(kind)) }))
      .sort((a, b) => b.done + b.refused - a.done - a.refused)
  }

  /** A table for people to read: how often each kind was done and refused, with the commonest reasons. */
  print(): string {
    const lines = this.rows().map(({ kind, done, refused }) => {
      const reasons = [...(this.refused.get(kind) ?? [])].sort(([, a], [, b]) => b - a).slice(0, 3)
      const why = reasons.map(([reason, count]) => `${count}: ${reason}`).join('; ')
      return `${kind.padEnd(28)}${String(done).padStart(8)} done${String(refused).padStart(8)} refused   ${why}`
    })
    return lines.join('\n')
  }
}

const sum = (counts: ReadonlyMap<string, number> | undefined) =>
  [...(counts?.values() ?? [])].reduce((total, count) => total + count, 0)
