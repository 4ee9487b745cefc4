import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { TestClient } from './TestClient.ts'

const root = join(import.meta.dirname, '..', '..')

/** The server as people start it: a process of its own, on a data folder, to be killed. */
export class ChildServer {
  readonly url: string
  /** What it has printed until it was open. */
  readonly printed: readonly string[]
  readonly #child: ChildProcess
  readonly #exited: Promise<unknown[]>

  private constructor(url: string, printed: readonly string[], child: ChildProcess) {
    this.url = url
    this.printed = printed
    this.#child = child
    this.#exited = once(child, 'exit')
  }

  /** Resolves when it says that it is open. `port` 0 for any free one. */
  static async start(dataDir: string, port = 0): Promise<ChildServer> {
    const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' }
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'server/main.ts')], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const printed: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      printed.push(line)
      const url = /^Adref is open at (\S+)$/.exec(line)?.[1]
      if (url === undefined) continue
      return new ChildServer(url, printed, child)
    }
    throw new Error(`the server did not open: ${printed.join('\n')}`)
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
    this.#child.kill('SIGKILL')
    await this.#exited
  }

  /** Asks it to end; resolves to its exit code. */
  async end(): Promise<unknown> {
    this.#child.kill('SIGTERM')
    const [code] = await this.#exited
    return code
  }
}
