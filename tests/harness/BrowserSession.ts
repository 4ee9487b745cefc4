import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, onTestFinished, vi } from 'vitest'
import { findBrowser } from './findBrowser.ts'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// What Chromium writes by itself for a server that is not there, and for each answer that is a refusal: allowed only where the
// test has brought it about.
const lostServer =
  /WebSocket connection to '[^']*' failed|net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|INTERNET_DISCONNECTED)/
const refusal = /the server responded with a status of 4\d\d/

// A busy machine takes its time to open windows; what people wait for has its own, shorter limits.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 30_000 })

/** How long a test waits for what a person would see at once: machines that run tests are busy with others. */
export const patienceMs = 25_000

let launched: Promise<Browser> | undefined

// One browser for all tests of a file; it is closed when the file has run.
afterAll(async () => (await launched)?.close())

async function launch(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({ executablePath, args, env: { ...ownEnvironment(), ...env } })
}

/** The people of one test in the file's browser. The test fails when any of their pages logs an error. */
export class BrowserSession {
  readonly #browser: Browser
  readonly #people: BrowserContext[] = []
  readonly #faults: string[] = []
  readonly #expected = new Set<RegExp>()

  private constructor(browser: Browser) {
    this.#browser = browser
  }

  /** When the test ends, its people leave, and what their pages complained of is judged. */
  static async open(): Promise<BrowserSession> {
    launched ??= launch()
    const session = new BrowserSession(await launched)
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await session.#photograph(process.env['ADREF_SHOTS'], task.id)
      for (const person of session.#people) await person.close()
      expect(session.#faults, 'what the pages logged as errors').toEqual([])
    })
    return session
  }

  /** People who share nothing: cookies, storage and clipboard of their own. */
  async person(width = 1440, height = 1000): Promise<BrowserContext> {
    const viewport = { width, height }
    const person = await this.#browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] })
    this.#people.push(person)
    return person
  }

  /** A window of this person at an address; `name` stands before its errors. */
  async window(name: string, url: string, person?: BrowserContext): Promise<Page> {
    const page = await (person ?? (await this.person())).newPage()
    page.setDefaultTimeout(patienceMs)
    page.on('pageerror', error => this.#faults.push(`${name}: ${error.stack ?? error.message}`))
    page.on('console', message => {
      if (message.type() !== 'error') return
      if ([...this.#expected].some(expected => expected.test(message.text()))) return
      this.#faults.push(`${name}: ${message.text()} (${message.location().url})`)
    })
    await page.goto(url)
    return page
  }

  /** What every window showed when its test failed, as pictures in a folder, if one is asked for. */
  async #photograph(folder: string | undefined, test: string): Promise<void> {
    if (folder === undefined || folder === '') return
    const pages = this.#people.flatMap(context => context.pages())
    for (const [index, page] of pages.entries()) {
      await page.screenshot({ path: join(folder, `${test}-${index + 1}.png`) }).catch(() => undefined)
    }
  }

  /** Until the returned function is called, pages may log that the server cannot be reached. */
  expectServerAway(): () => void {
    return this.#expect(lostServer)
  }

  /** Until the returned function is called, pages may log that the server has refused something. */
  expectRefusals(): () => void {
    return this.#expect(refusal)
  }

  #expect(logged: RegExp): () => void {
    this.#expected.add(logged)
    return () => void this.#expected.delete(logged)
  }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
