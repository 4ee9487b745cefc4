import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import type { Refusal } from '../../shared/exchange/Refusal.ts'

/** Bounds of one reading. */
export interface ReaderLimits {
  /** How long one file may take. */
  readonly timeMs: number
  /** How much memory the reading process may take up beyond what it begins with. */
  readonly memoryBytes: number
  /** Of it, the heap of the engine, which ends the process itself; what is inflated lies outside of it and is watched. */
  readonly heapMegabytes: number
  /** How many files may wait. */
  readonly waiting: number
}

const usualLimits: ReaderLimits = {
  // A PDF of a thousand pages takes some twenty seconds on a slow machine.
  timeMs: 60_000,
  // The longest documents take a third of it.
  memoryBytes: 1_000_000_000,
  heapMegabytes: 512,
  // Each may have been sent 25 MB.
  waiting: 20,
}

/** The process is kept for the next file, since starting it takes half a second, but not for ever. */
const IDLE_MS = 60_000

interface Waiting {
  readonly bytes: Uint8Array
  readonly signal: AbortSignal | null
  readonly answer: (read: ReadJson | Refusal) => void
  readonly fail: (fault: unknown) => void
}

const tooHeavy: Refusal = { refused: 'This file takes more memory than a text needs, and is not read.' }
const givenUp: Refusal = { refused: 'Reading was cancelled.' }
const unreadable: Refusal = { refused: 'This file cannot be read: it is broken, or not of a kind known here.' }

/** A document as JSON, as it is sent on: of a long one, making and taking apart would hold the server up. */
export interface ReadJson {
  readonly json: string
}

interface Answer {
  readonly read: ReadJson | Refusal
  /** The process has grown, and is not to be used again. */
  readonly isSpent: boolean
}

/**
 * Reads files in a process of their own, one at a time, so that whatever somebody sends costs the server nothing but a bounded
 * share of time and memory; what exceeds it is answered with a sentence and the process is ended. A thread would not do: where
 * one large piece of memory cannot be had, the engine ends the whole process.
 */
export class DocumentReader {
  readonly #limits: ReaderLimits
  readonly #queue: Waiting[] = []
  #process: Promise<ChildProcess> | null = null
  #isReading = false
  #idle: NodeJS.Timeout | undefined

  constructor(limits: Partial<ReaderLimits> = {}) {
    this.#limits = { ...usualLimits, ...limits }
  }

  /** Reads one file. Rejects only when no process can be started. */
  async read(bytes: Uint8Array): Promise<ReadDocument | Refusal> {
    const read = await this.readJson(bytes)
    if ('refused' in read) return read
    const document: ReadDocument = JSON.parse(read.json)
    return document
  }

  /** As `read`. Aborting `signal` ends the reading. */
  readJson(bytes: Uint8Array, signal: AbortSignal | null = null): Promise<ReadJson | Refusal> {
    if (this.#queue.length >= this.#limits.waiting) {
      return Promise.resolve({ refused: 'Many files are being read at this moment. Try again in a minute.' })
    }
    return new Promise((answer, fail) => {
      this.#queue.push({ bytes, signal, answer, fail })
      void this.#readNext()
    })
  }

  /** Ends the process. What waits is answered as cancelled, and so is what is being read. */
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

  async #readNow({ bytes, signal }: Waiting): Promise<ReadJson | Refusal> {
    const child = await this.#started()
    if (signal?.aborted === true) return givenUp
    try {
      const { read, isSpent } = await this.#readIn(child, bytes, signal)
      if (isSpent) await this.#end()
      return read
    } catch (reason) {
      // The process has failed, or has to be ended: the next file gets another.
      await this.#end()
      return reason instanceof Stopped ? reason.refusal : unreadable
    }
  }

  async #started(): Promise<ChildProcess> {
    this.#process ??= startedProcess(this.#limits)
    try {
      const child = await this.#process
      if (isRunning(child)) return child
      // Somebody has ended it while it had nothing to do.
      this.#process = startedProcess(this.#limits)
      return await this.#process
    } catch (fault) {
      this.#process = null
      throw fault
    }
  }

  /** Rejects when the process can be used no more. */
  async #readIn(child: ChildProcess, bytes: Uint8Array, signal: AbortSignal | null): Promise<Answer> {
    const { timeMs } = this.#limits
    const stop = new AbortController()
    const stopWith = (refusal: Refusal) => stop.abort(new Stopped(refusal))
    const sentence = `This file could not be read within ${Math.ceil(timeMs / 1_000)} seconds, and was given up.`
    const overdue = setTimeout(stopWith, timeMs, { refused: sentence })
    const cancel = () => stopWith(givenUp)
    const ended = (_code: number | null, by: NodeJS.Signals | null) => stopWith(whyEnded(by, this.#process === null))
    signal?.addEventListener('abort', cancel)
    child.once('exit', ended)
    hold(child)
    try {
      const answered = once(child, 'message', { signal: stop.signal })
      child.send(bytes, error => error !== null && stopWith(unreadable))
      const [answer]: readonly Answer[] = await answered
      return answer ?? { read: unreadable, isSpent: true }
    } catch (error) {
      throw stop.signal.aborted ? stop.signal.reason : error
    } finally {
      clearTimeout(overdue)
      signal?.removeEventListener('abort', cancel)
      child.off('exit', ended)
      letGo(child)
    }
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle)
    const starting = this.#process
    this.#process = null
    const child = await starting?.catch(() => null)
    if (child !== undefined && child !== null) await endProcess(child)
  }
}

/** Why a process has to be ended. */
class Stopped extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Resolves when the process is ready for its first file. */
async function startedProcess({ memoryBytes, heapMegabytes }: ReaderLimits): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./readingProcess.ts', import.meta.url)), [String(memoryBytes)], {
    execArgv: ['--import', import.meta.resolve('tsx'), `--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    // What a library complains of about somebody's file is not for our log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = new AbortController()
  const end = () => ended.abort()
  child.once('exit', end)
  await once(child, 'message', { signal: ended.signal })
  child.off('exit', end)
  // It may fail while it is being ended; whoever waits for it hears of it by the event they wait for.
  child.on('error', () => undefined)
  letGo(child)
  return child
}

/** Its own watch ends it as killed, the engine without memory as aborted. */
function whyEnded(by: NodeJS.Signals | null, isClosing: boolean): Refusal {
  if (isClosing) return givenUp
  return by === 'SIGKILL' || by === 'SIGABRT' ? tooHeavy : unreadable
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  hold(child)
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** Ours does not end while it waits for the other. */
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

/** Nor does an idle one keep ours from ending. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
