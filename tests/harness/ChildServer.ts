import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { TestClient } from './TestClient.ts'

const root = join(import.meta.dirname, '..', '..')

interface Running {
  readonly url: string
  readonly printed: readonly string[]
  readonly child: ChildProcess
  readonly exited: Promise<unknown[]>
}

/** The server as people start it: a process of its own, on a data folder, to be killed. */
export class ChildServer {
  readonly url: string
  /** What it printed until it was open for the first time. */
  readonly printed: readonly string[]
  readonly #dataDir: string
  #running: Running

  private constructor(dataDir: string, running: Running) {
    this.url = running.url
    this.printed = running.printed
    this.#dataDir = dataDir
    this.#running = running
    onTestFinished(() => void this.#running.child.kill('SIGKILL'))
  }

  /** Resolves when it says that it is open. `port` 0 for any free one. */
  static async start(dataDir: string, port = 0): Promise<ChildServer> {
    return new ChildServer(dataDir, await run(dataDir, port))
  }

  /** Starts it again, when it has ended, on the same folder and at the same address. */
  async restart(): Promise<void> {
    this.#running = await run(this.#dataDir, this.port)
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }

  /** Somebody who opens the printed link of this role and name. */
  async client(name: string): Promise<TestClient> {
    const line = this.printed.find(one => one.includes(` ${name} `))
    const token = /\/join\/(\S+)$/.exec(line ?? '')?.[1]
    if (token === undefined) throw new Error(`no link for ${name}`)
    const answer = await fetch(`${this.url}/api/session`, { headers: { authorization: `Bearer ${token}` } })
    const session: { readonly negotiation: string; readonly capacity: string } = await answer.json()
    return new TestClient(this.url, session.negotiation, session.capacity, token)
  }

  /** Ends it as a power failure would, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#running.child.kill('SIGKILL')
    await this.#running.exited
  }

  /** Asks it to end; resolves to its exit code. */
  async end(): Promise<unknown> {
    this.#running.child.kill('SIGTERM')
    const [code] = await this.#running.exited
    return code
  }
}

async function run(dataDir: string, port: number): Promise<Running> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'server/main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const printed: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line)
    const url = /^Adref is open at (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { url, printed, child, exited }
  }
  throw new Error(`the server did not open: ${printed.join('\n')}`)
}
