/** Lets other work of the server come in between. */
export const breath = () => new Promise<void>(resolve => setImmediate(resolve))

/** Work done one piece after another, in the order asked. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** How many pieces are under way or wait. */
  get waiting(): number {
    return this.#waiting
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    const turn = this.#last.then(work).finally(() => {
      this.#waiting -= 1
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
