import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import type { Refusal } from '../../shared/exchange/Refusal.ts'

/** Bounds of one reading. */
export interface ReaderLimits {
  /** How long one file may take. */
  readonly timeMs: number
  /** How much memory the process may take up beyond what it had when the reading began. */
  readonly memoryBytes: number
  /** How many files may wait. */
  readonly waiting: number
}

const usualLimits: ReaderLimits = {
  // A PDF of a thousand pages takes some twenty seconds on a slow machine.
  timeMs: 60_000,
  // The longest documents take a third of it.
  memoryBytes: 1_000_000_000,
  // Each may have been sent 25 MB.
  waiting: 20,
}

/** The JavaScript heap of the worker; what is inflated lies outside of it and is watched. */
const HEAP_MB = 512
const WATCH_MS = 50
/** The worker is kept for the next file, since starting it takes half a second, but not for ever. */
const IDLE_MS = 60_000

interface Waiting {
  readonly bytes: Uint8Array
  readonly signal: AbortSignal | null
  readonly answer: (read: ReadDocument | Refusal) => void
  readonly fail: (fault: unknown) => void
}

const tooHeavy: Refusal = { refused: 'This file takes more memory than a text needs, and is not read.' }
const givenUp: Refusal = { refused: 'Reading was cancelled.' }
const unreadable: Refusal = { refused: 'This file cannot be read: it is broken, or not of a kind known here.' }

/**
 * Reads files in a thread of their own, one at a time, so that whatever somebody sends costs the process nothing but a
 * bounded share of time and memory; what exceeds it is answered with a sentence and the thread is ended.
 */
export class DocumentReader {
  readonly #limits: ReaderLimits
  readonly #queue: Waiting[] = []
  #thread: Promise<Worker> | null = null
  #isReading = false
  #idle: NodeJS.Timeout | undefined

  constructor(limits: Partial<ReaderLimits> = {}) {
    this.#limits = { ...usualLimits, ...limits }
  }

  /** Reads one file. Aborting `signal` ends the reading. Rejects only when no thread can be started. */
  read(bytes: Uint8Array, signal: AbortSignal | null = null): Promise<ReadDocument | Refusal> {
    if (this.#queue.length >= this.#limits.waiting) {
      return Promise.resolve({ refused: 'Many files are being read at this moment. Try again in a minute.' })
    }
    return new Promise((answer, fail) => {
      this.#queue.push({ bytes, signal, answer, fail })
      void this.#readNext()
    })
  }

  /** Ends the thread. What waits is answered as cancelled, and so is what is being read. */
  async close(): Promise<void> {
    for (const { answer } of this.#queue.splice(0)) answer(givenUp)
    await this.#end()
  }

  async #readNext(): Promise<void> {
    if (this.#isReading) return
    const next = this.#queue.shift()
    if (next === undefined) return
    this.#isReading = true
    clearTimeout(this.#idle)
    await this.#readNow(next).then(next.answer, next.fail)
    this.#isReading = false
    this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref()
    void this.#readNext()
  }

  async #readNow({ bytes, signal }: Waiting): Promise<ReadDocument | Refusal> {
    this.#thread ??= startedThread()
    const thread = await this.#thread.catch((fault: unknown) => {
      this.#thread = null
      throw fault
    })
    try {
      if (signal?.aborted === true) return givenUp
      return await this.#readIn(thread, bytes, signal)
    } catch (reason) {
      // The thread has failed, or has to be ended: the next file gets another.
      await this.#end()
      return reason instanceof Stopped ? reason.refusal : isOutOfMemory(reason) ? tooHeavy : unreadable
    }
  }

  /** Rejects when the thread can be used no more. */
  async #readIn(thread: Worker, bytes: Uint8Array, signal: AbortSignal | null): Promise<ReadDocument | Refusal> {
    const { timeMs, memoryBytes } = this.#limits
    const most = process.memoryUsage.rss() + memoryBytes
    const stop = new AbortController()
    const stopWith = (refusal: Refusal) => stop.abort(new Stopped(refusal))
    const watch = setInterval(() => process.memoryUsage.rss() > most && stopWith(tooHeavy), WATCH_MS)
    const sentence = `This file could not be read within ${Math.ceil(timeMs / 1_000)} seconds, and was given up.`
    const overdue = setTimeout(stopWith, timeMs, { refused: sentence })
    const cancel = () => stopWith(givenUp)
    signal?.addEventListener('abort', cancel)
    thread.once('exit', cancel)
    thread.ref()
    try {
      const answered = once(thread, 'message', { signal: stop.signal })
      thread.postMessage(bytes)
      const [read]: readonly (ReadDocument | Refusal)[] = await answered
      return read ?? unreadable
    } catch (error) {
      throw stop.signal.aborted ? stop.signal.reason : error
    } finally {
      clearInterval(watch)
      clearTimeout(overdue)
      signal?.removeEventListener('abort', cancel)
      thread.off('exit', cancel)
      thread.unref()
    }
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle)
    const thread = this.#thread
    this.#thread = null
    // A thread that is ended while it starts may hang for ever.
    const started = await thread?.catch(() => null)
    await started?.terminate()
  }
}

/** Why a thread has to be ended. */
class Stopped extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Resolves when the thread is ready for its first file. */
async function startedThread(): Promise<Worker> {
  const file = new URL('./readingThread.ts', import.meta.url).href
  const tsx = import.meta.resolve('tsx/esm/api')
  // A thread does not inherit what lets its process run TypeScript.
  const code = `import('${tsx}').then(({ register }) => { register(); return import('${file}') })`
  const thread = new Worker(code, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    // What a library complains of about somebody's file is not for our log.
    stdout: true,
    stderr: true,
  })
  await once(thread, 'message')
  // It may fail while it is being ended; whoever waits for it hears of it by the event they wait for.
  thread.on('error', () => undefined)
  thread.unref()
  return thread
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
