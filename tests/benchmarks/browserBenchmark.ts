import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { findBrowser } from '../harness/findBrowser.ts'
import { amongBusy, busyParties } from './amongBusy.ts'
import type { BenchmarkServer } from './BenchmarkServer.ts'
import type { Figure } from './Figure.ts'
import { type Keystrokes, measureKeystrokes } from './keystrokes.ts'
import { percentile } from './percentile.ts'
import type { LaidNegotiation } from './serverProcess.ts'

const proposals = 300
const openings = 3

const firstBlock = '.ProseMirror .block[data-kind="title"]'

const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

/** In a real browser: opening the page, and from key to paint, alone, among busy parties, and in a bare text field. */
export async function browserBenchmark(server: BenchmarkServer, document: ReadDocument): Promise<readonly Figure[]> {
  const { executablePath, env } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
  try {
    const busy = await server.lay(proposals, 'as typed')
    const plain = await server.lay(0, 'as typed')
    const opened = await openingMs(browser, server, busy)
    const openedPlain = await openingMs(browser, server, plain)
    const bare = await typedBare(browser, document)
    const none = await typedAt(browser, server, plain)
    const alone = await typedAt(browser, server, busy)
    const among = await amongBusy(server, busy, () => typedAt(browser, server, busy))
    return [
      {
        what: `Navigation to the first block, ${proposals} proposals`,
        value: opened.block,
        unit: 'ms',
        against: { what: 'the page with none', value: openedPlain.block },
      },
      {
        what: 'Navigation to the first card',
        value: opened.card,
        unit: 'ms',
        against: { what: 'to the first block', value: opened.block },
      },
      ...keyFigures(`Key to paint among ${busyParties} busy parties`, among, 'alone', alone),
      ...keyFigures(`Key to paint alone, ${proposals} proposals`, alone, 'with no proposals', none),
      ...keyFigures('Key to paint alone, no proposals', none, 'in a bare contenteditable', bare),
    ]
  } finally {
    await browser.close()
  }
}

function keyFigures(what: string, keys: Keystrokes, against: string, other: Keystrokes): readonly Figure[] {
  const figure = (name: string, of: (keys: Keystrokes) => number): Figure => ({
    what: `${what}, ${name}`,
    value: of(keys),
    unit: 'ms',
    against: { what: against, value: of(other) },
  })
  return [
    figure('p50', ({ p50Ms }) => p50Ms),
    figure('p95', ({ p95Ms }) => p95Ms),
    figure('of it work, p50', ({ workP50Ms }) => workP50Ms),
    figure('of it work, p95', ({ workP95Ms }) => workP95Ms),
  ]
}

/** Medians of the times from navigation to the frame with the first block, and with the first card (NaN where there is none). */
async function openingMs(
  browser: Browser,
  server: BenchmarkServer,
  laid: LaidNegotiation,
): Promise<{ readonly block: number; readonly card: number }> {
  const times: { block: number; card: number }[] = []
  for (let index = 0; index < openings; index++) {
    const { context, page } = await enter(browser, server, laid)
    await page.locator(firstBlock).waitFor()
    await page.waitForTimeout(1_500)
    times.push(await page.evaluate('({ block: window.firstBlockMs, card: window.firstCardMs })'))
    await context.close()
  }
  const median = (of: (time: { block: number; card: number }) => number) => percentile(times.map(of), 0.5)
  return { block: median(({ block }) => block), card: median(({ card }) => card) }
}

/** Comes in by a link as somebody of P1, with a profile of their own; the page notes when things are first painted. */
async function enter(
  browser: Browser,
  server: BenchmarkServer,
  laid: LaidNegotiation,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  const page = await context.newPage()
  await page.addInitScript(`
    window.firstBlockMs = 0
    window.firstCardMs = 0
    const painted = done => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    })
    let block = false
    let card = false
    new MutationObserver(() => {
      if (!block && document.querySelector('${firstBlock}') !== null) {
        block = true
        painted(at => { window.firstBlockMs = at })
      }
      if (!card && document.querySelector('.margin .card') !== null) {
        card = true
        painted(at => { window.firstCardMs = at })
      }
    }).observe(document, { subtree: true, childList: true })`)
  const [link] = laid.links
  // Through the link for its cookie; the page itself is then opened as people come back to it.
  const { negotiation } = laid
  const joined = await context.request.get(`${server.url}/join/${link?.token}`, { maxRedirects: 0 })
  if (joined.status() !== 303) throw new Error('the link did not open')
  await page.goto(`${server.url}/n/${negotiation}/as/${link?.capacity}`)
  return { context, page }
}

async function typedAt(browser: Browser, server: BenchmarkServer, laid: LaidNegotiation): Promise<Keystrokes> {
  const { context, page } = await enter(browser, server, laid)
  await page.locator(firstBlock).waitFor()
  // A paragraph in the middle of the text, among proposals of others.
  await page.locator('.ProseMirror .block[data-kind="paragraph"]').nth(12).click()
  await page.waitForTimeout(1_000)
  const keys = await measureKeystrokes(page, '.ProseMirror')
  await context.close()
  return keys
}

/** The same text and keys where nothing but the browser works. */
async function typedBare(browser: Browser, document: ReadDocument): Promise<Keystrokes> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  const escaped = (text: string) => text.replace(/[&<]/g, character => (character === '&' ? '&amp;' : '&lt;'))
  const blocks = document.blocks.map(({ text }) => `<p>${escaped(text)}</p>`).join('')
  await page.setContent(`<div contenteditable="true" spellcheck="false">${blocks}</div>`)
  await page.locator('p').nth(30).click()
  const keys = await measureKeystrokes(page, 'div')
  await page.close()
  return keys
}
