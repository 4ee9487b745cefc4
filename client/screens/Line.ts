import type { HereCount, Negotiation } from '../connection/Negotiation.ts'
import type { Connection } from '../views/ConnectionSentence.tsx'

/** Longer than the pause between two keys: while one types on, nothing flickers. */
const savedAfterMs = 250

/**
 * What the top bar says of the connection, and who is here. Tells when it reads differently. That something is not safe is said at
 * once; that all is saved, when one pauses.
 */
export class Line {
  connection: Connection
  here: readonly HereCount[]
  private readonly negotiation: Negotiation
  private readonly onChange: () => void
  private said: string
  private waiting: ReturnType<typeof setTimeout> | null = null

  constructor(negotiation: Negotiation, onChange: () => void) {
    this.negotiation = negotiation
    this.onChange = onChange
    this.connection = negotiation.connection()
    this.here = negotiation.here()
    this.said = JSON.stringify([this.connection, this.here])
    negotiation.onChange(() => this.look())
  }

  private look(): void {
    const isGoodNews = this.connection.is === 'saving' && this.negotiation.connection().is === 'saved'
    if (isGoodNews) {
      this.waiting ??= setTimeout(() => this.say(), savedAfterMs)
      return
    }
    this.say()
  }

  private say(): void {
    if (this.waiting !== null) clearTimeout(this.waiting)
    this.waiting = null
    const connection = this.negotiation.connection()
    const here = this.negotiation.here()
    const now = JSON.stringify([connection, here])
    if (now === this.said) return
    this.said = now
    this.connection = connection
    this.here = here
    this.onChange()
  }
}
