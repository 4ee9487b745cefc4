import { expect, test } from 'vitest'
import { CommitQueue, type Transaction } from '../../../server/storage/CommitQueue.ts'

/** A database of words in memory: `fail` makes the next step of that name throw, once. */
class WordTransaction implements Transaction {
  readonly durable: string[][] = []
  fail: 'begin' | 'commit' | 'givenUp' | null = null
  commitMs = 0
  readonly #clock: HandClock
  #pending: string[] | null = null

  constructor(clock: HandClock) {
    this.#clock = clock
  }

  get isOpen(): boolean {
    return this.#pending !== null
  }

  begin(): void {
    this.#failAt('begin')
    this.#pending = []
  }

  write(word: string): string {
    if (this.#pending === null) throw new Error('A word was written outside a transaction.')
    this.#pending.push(word)
    if (this.fail === 'givenUp') {
      this.#pending = null
      this.#failAt('givenUp')
    }
    if (word === '') throw new Error('an empty word')
    return word.toUpperCase()
  }

  attempt<T>(write: () => T): T {
    const before = [...(this.#pending ?? [])]
    try {
      return write()
    } catch (error) {
      if (this.#pending !== null) this.#pending = before
      throw error
    }
  }

  commit(): void {
    this.#clock.nowMs += this.commitMs
    this.#failAt('commit')
    if (this.#pending === null) throw new Error('There is nothing to commit.')
    this.durable.push(this.#pending)
    this.#pending = null
  }

  rollback(): void {
    this.#pending = null
  }

  #failAt(step: 'begin' | 'commit' | 'givenUp'): void {
    if (this.fail !== step) return
    this.fail = null
    throw new Error(`the disk failed at ${step}`)
  }
}

/** A clock moved by hand, which keeps what was planned until the test runs it. */
class HandClock {
  nowMs = 1_000
  readonly planned: { readonly delayMs: number; readonly run: () => void }[] = []

  now(): number {
    return this.nowMs
  }

  after(delayMs: number, run: () => void): void {
    this.planned.push({ delayMs, run })
  }

  runNext(): number {
    const next = this.planned.shift()
    if (next === undefined) throw new Error('Nothing is planned.')
    this.nowMs += next.delayMs
    next.run()
    return next.delayMs
  }
}

function makeQueue() {
  const clock = new HandClock()
  const words = new WordTransaction(clock)
  const queue = new CommitQueue(words, clock, 5)
  return { clock, words, queue, add: (word: string) => queue.add(word.length, () => words.write(word)) }
}

test('what arrives before the commit becomes one transaction, in order, and each gets its own result', async () => {
  const { clock, words, add } = makeQueue()
  const added = ['a', 'b', 'c'].map(add)
  expect(words.durable).toEqual([])
  expect(clock.planned).toHaveLength(1)
  clock.runNext()
  expect(words.durable).toEqual([['a', 'b', 'c']])
  expect(await Promise.all(added)).toEqual(['A', 'B', 'C'])
})

test('R5: nothing is acknowledged before the commit', async () => {
  const { queue, add } = makeQueue()
  let isAcknowledged = false
  const added = add('a').then(() => {
    isAcknowledged = true
  })
  // A turn of the event loop: every promise that can settle has settled.
  await new Promise(resolve => setImmediate(resolve))
  expect(isAcknowledged).toBe(false)
  queue.flush()
  await added
  expect(isAcknowledged).toBe(true)
})

test('the first write after a quiet spell goes as soon as the loop is free, the next waits out the rest', async () => {
  const { clock, add } = makeQueue()
  const first = add('a')
  expect(clock.runNext()).toBe(0)
  clock.nowMs += 2
  const second = add('b')
  expect(clock.runNext()).toBe(3)
  clock.nowMs += 50
  const third = add('c')
  expect(clock.runNext()).toBe(0)
  expect(await Promise.all([first, second, third])).toEqual(['A', 'B', 'C'])
})

test('after a slow commit the queue rests as long as the commit took', async () => {
  const { clock, words, add } = makeQueue()
  words.commitMs = 40
  const first = add('a')
  clock.runNext()
  const second = add('b')
  expect(clock.runNext()).toBe(40)
  await Promise.all([first, second])
})

test.each(['begin', 'commit', 'givenUp'] as const)(
  'when the disk fails at %s, exactly the members of that batch are rejected, and the next batch is kept',
  async step => {
    const { clock, words, add } = makeQueue()
    const before = add('a')
    clock.runNext()
    words.fail = step
    const failing = [add('b'), add('c')]
    clock.runNext()
    const after = add('d')
    clock.runNext()
    expect(await before).toBe('A')
    expect(await Promise.allSettled(failing)).toMatchObject([
      { status: 'rejected', reason: { kind: 'failed', message: expect.stringContaining(step) } },
      { status: 'rejected', reason: { kind: 'failed', message: expect.stringContaining(step) } },
    ])
    expect(await after).toBe('D')
    expect(words.durable).toEqual([['a'], ['d']])
  },
)

test('a member that throws is rejected alone', async () => {
  const { clock, words, add } = makeQueue()
  const added = ['a', '', 'c'].map(add)
  clock.runNext()
  expect((await Promise.allSettled(added)).map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(words.durable).toEqual([['a', 'c']])
})

test('a batch that is full is committed at once, so that what waits in memory is bounded', async () => {
  const { words, queue, add } = makeQueue()
  const many = Array.from({ length: 1_001 }, () => add('a'))
  expect(words.durable.map(batch => batch.length)).toEqual([1_000])
  const large = queue.add(8 * 1024 * 1024, () => words.write('large'))
  expect(words.durable.map(batch => batch.length)).toEqual([1_000, 2])
  expect(await Promise.all([...many, large])).toHaveLength(1_002)
})

test('closing commits what waits; whatever comes later is rejected', async () => {
  const { words, queue, add } = makeQueue()
  const waiting = add('a')
  queue.close()
  expect(await waiting).toBe('A')
  await expect(add('b')).rejects.toMatchObject({ kind: 'closed' })
  expect(words.durable).toEqual([['a']])
})

test('a timer that fires when nothing waits begins no transaction', () => {
  const { clock, words, queue, add } = makeQueue()
  const added = add('a')
  queue.flush()
  clock.runNext()
  expect(words.durable).toEqual([['a']])
  return added
})
