import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Procedure } from '../../shared/table/Procedure.ts'
import type { LaidNegotiation, ServerAnswer, ServerQuestion } from './serverProcess.ts'

/** A server in a process of its own, so that its processor time is its own, and a bare echo in the same process. */
export class BenchmarkServer {
  readonly url: string
  readonly echoUrl: string
  private readonly child: ChildProcess
  private readonly folder: string

  private constructor(url: string, echoUrl: string, child: ChildProcess, folder: string) {
    this.url = url
    this.echoUrl = echoUrl
    this.child = child
    this.folder = folder
  }

  static async start(dist = join(import.meta.dirname, '../../dist')): Promise<BenchmarkServer> {
    const folder = mkdtempSync(join(tmpdir(), 'adref-benchmark-'))
    const child = fork(join(import.meta.dirname, 'serverProcess.ts'), [folder, dist], { execArgv: ['--import', 'tsx'] })
    const open = await next(child)
    if (open.is !== 'open') throw new Error('the server did not say where it is')
    return new BenchmarkServer(open.url, open.echoUrl, child, folder)
  }

  /** A negotiation on the benchmark's text with so many proposals on the table. */
  async lay(proposals: number, tabling: Procedure['tabling']): Promise<LaidNegotiation> {
    const laid = await this.ask({ ask: 'lay', proposals, tabling })
    if (laid.is !== 'laid') throw new Error('another answer was expected')
    return laid
  }

  /** Processor time the server has used since it began, in milliseconds. */
  async cpuMs(): Promise<number> {
    const cpu = await this.ask({ ask: 'cpu' })
    if (cpu.is !== 'cpu') throw new Error('another answer was expected')
    return cpu.usedMs
  }

  async end(): Promise<void> {
    const exited = once(this.child, 'exit')
    this.child.disconnect()
    await exited
    rmSync(this.folder, { recursive: true, force: true })
  }

  private ask(question: ServerQuestion): Promise<ServerAnswer> {
    const answer = next(this.child)
    this.child.send(question)
    return answer
  }
}

/** The next thing the process says; rejects when it ends instead. */
async function next(child: ChildProcess): Promise<ServerAnswer> {
  const listening = new AbortController()
  const { signal } = listening
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('the server of the benchmark has ended')
  })
  try {
    // Typed by the process it comes from, which is this benchmark's own.
    const [answer]: ServerAnswer[] = await Promise.race([once(child, 'message', { signal }), ended])
    if (answer === undefined) throw new Error('an empty answer')
    return answer
  } finally {
    ended.catch(() => {})
    listening.abort()
  }
}
