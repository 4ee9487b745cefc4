import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { patienceMs } from '../harness/BrowserSession.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import { meetingDraft } from '../harness/meetingDraft.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import type { SheetWindow } from '../harness/SheetWindow.ts'
import { shelve } from '../harness/shelve.ts'
import { temporaryFolder } from '../harness/temporaryFolder.ts'
import { officialText } from '../shared/exchange/officialText.ts'

/** A room on the declaration of 2024, with the background note that restates its twelve challenges on the shelf. */
async function officialRoom() {
  const room = await MeetingRoom.open({ tabling: 'as typed', draft: officialText('high-level-declaration-2024') })
  await shelve(room.server, 'Background note', 2024, officialText('round-tables-background-note-2024'))
  return room
}

/** An earlier text of the workshop, of which the draft was made. */
const earlier = meetingDraft
  .replace('keeping the instruments in good order', 'looking after the instruments')
  .replace('(b) the cases are heavy, and the roads are long;\n\n(c)', '(b)')
  .replace('6. We encourage parties to share their experience with each other, *inter alia* by visits.', '')

async function workshop() {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  await shelve(room.server, 'Workshop declaration', 2019, earlier)
  return room
}

const row = (window: SheetWindow, name: string | RegExp) => window.page.getByRole('article', { name, exact: true })

const draftRead = ({ page }: SheetWindow) => page.getByRole('combobox', { name: 'The draft' })

/** Goes to the comparison, and waits until there is one. */
async function compare(window: SheetWindow): Promise<Locator> {
  const comparison = await window.view('Compare')
  await window.page.locator('.cmp[aria-busy="false"] [data-row]').first().waitFor()
  return comparison
}

const topOf = (locator: Locator) => locator.evaluate(element => element.getBoundingClientRect().top)

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('R119, R103: the twelve challenges stand beside 18 (a) to (l), word by word, with their notes by what they cite', async () => {
  const room = await officialRoom()
  const eu = await room.delegate('EU')
  const comparison = await compare(eu)
  const folds = comparison.getByRole('button', { name: /unchanged \(18/ })
  for (let nth = 0; nth < (await folds.count()); nth++) await folds.nth(nth).click()
  for (const [nth, letter] of [...'abcdefghijkl'].entries())
    expect(await row(eu, new RegExp(`^¶${nth + 3} → 18 \\(${letter}\\): (un)?changed$`)).count(), letter).toBe(1)
  const second = row(eu, '¶4 → 18 (b): changed')
  expect(await second.locator('[data-side=old] del').allTextContents()).toEqual(
    expect.arrayContaining(['(deleted:) in (end)']),
  )
  expect(await second.locator('[data-side=new] ins').allTextContents()).toEqual(
    expect.arrayContaining(['(inserted:) of (end)']),
  )
  expect(await comparison.getByRole('toolbar').textContent()).toMatch(/\d+ paired.*\d+ new.*\d+ dropped.*% of words/)

  // In one column, and back.
  await eu.page.getByRole('button', { name: 'Inline' }).click()
  expect(await row(eu, '¶4 → 18 (b): changed').locator('del + ins, ins + del').count()).toBeGreaterThan(0)
  await eu.page.getByRole('button', { name: 'Side by side' }).click()
})

test('R118, R121: the comparison follows what is proposed and decided, and the place one reads stays where it is', async () => {
  const room = await officialRoom()
  const screen = { width: 1440, height: 700 }
  const [eu, us, facilitator] = [await room.delegate('EU', screen), await room.delegate('US'), await room.facilitator()]
  await followFrames(eu.page)
  await compare(eu)
  await draftRead(eu).selectOption('everything incorporated')
  const read = row(eu, '¶8 → 18 (f): changed')
  await read.evaluate(element => element.scrollIntoView({ block: 'start' }))
  const before = await topOf(read)

  // Above: words, and a paragraph.
  await us.clickBehind('2', 'We')
  await us.type(' have come a long way, and we have much further to go than any of us thought when we set out, and')
  await us.press('Enter')
  await us.type('We are tired.')
  await row(eu, /2 bis: new/).waitFor()
  await expect.poll(() => row(eu, /^2: new/).textContent(), { timeout: patienceMs }).toContain('a long way')
  expect(Math.abs((await topOf(read)) - before)).toBeLessThanOrEqual(1)

  // A decision, in the clean text.
  await draftRead(eu).selectOption('clean')
  await row(eu, /2 bis: new/).waitFor({ state: 'detached' })
  await read.evaluate(element => element.scrollIntoView({ block: 'start' }))
  const again = await topOf(read)
  await facilitator.clickBehind('2', 'a long way')
  await facilitator.onCard(/^United States proposes to insert .*have come/, 'Incorporate…')
  const preview = facilitator.page.getByRole('region', { name: 'Preview' })
  await preview.getByRole('button', { name: 'Incorporate', exact: true }).click()
  await expect.poll(() => row(eu, /^2: new/).textContent(), { timeout: patienceMs }).toContain('a long way')
  expect(Math.abs((await topOf(read)) - again)).toBeLessThanOrEqual(1)

  // What it says is in the row one reads, at once: a tenth of a second, times ten for a machine that is busy.
  await draftRead(eu).selectOption('everything incorporated')
  await us.clickBehind('18 (f)', 'of')
  await us.type(' X')
  await expect.poll(() => read.textContent(), { timeout: patienceMs }).toContain('X')
  expect(await followedAfterMs(eu.page)).toBeLessThan(1_000)
})

test('R122: next and previous change, by key and by button, with where one is', async () => {
  const room = await workshop()
  const eu = await room.delegate('EU', { width: 1440, height: 500 })
  const comparison = await compare(eu)
  const at = comparison.locator('.cmp-at')
  expect(await at.textContent()).toBe('3 changes')
  const current = comparison.locator('.cmp-row[data-current]')
  await eu.press('n')
  expect(await current.getAttribute('aria-label')).toBe('1: changed')
  expect(await at.textContent()).toBe('1 of 3')
  await eu.page.getByRole('button', { name: 'Next change' }).click()
  expect(await current.getAttribute('aria-label')).toBe('4 (b): new')
  await eu.press('Alt+ArrowDown')
  expect(await at.textContent()).toBe('3 of 3')
  expect(await current.evaluate(element => document.activeElement === element)).toBe(true)
  await eu.press('n')
  expect(await at.textContent()).toBe('3 of 3')
  await eu.press('p', 'Alt+ArrowUp')
  expect(await at.textContent()).toBe('1 of 3')

  // A letter typed where one chooses is no step.
  await eu.page.getByLabel('Compared with').focus()
  await eu.press('n')
  expect(await at.textContent()).toBe('1 of 3')
})

test('R120: what did not change opens and is folded again', async () => {
  const room = await workshop()
  const eu = await room.delegate('EU')
  const comparison = await compare(eu)
  const fold = comparison.getByRole('button', { name: /4 paragraphs unchanged \(2 – 4 \(a\)\)/ })
  expect(await comparison.textContent()).not.toContain('returned broken')
  await fold.click()
  await row(eu, '2: unchanged').getByText('returned broken').first().waitFor()
  await fold.click()
  expect(await comparison.textContent()).not.toContain('returned broken')
})

test('R124: the comparison is taken away as one file that opens by itself, and printed', async () => {
  const room = await workshop()
  const eu = await room.delegate('EU')
  await compare(eu)
  await eu.page.getByRole('button', { name: 'Take away' }).click()
  const [download] = await Promise.all([
    eu.page.waitForEvent('download'),
    eu.page.getByRole('menuitem', { name: 'Save as a web page' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('Comparison with Workshop declaration, 2019.html')
  const saved = join(temporaryFolder(), 'saved.html')
  await download.saveAs(saved)
  const alone = await room.session.window('the file', pathToFileURL(saved).href)
  expect(await alone.title()).toBe(
    'Workshop declaration, 2019 compared with Draft declaration on the lending of instruments',
  )
  expect(await alone.locator('del').filter({ hasText: 'looking after' }).count()).toBe(1)
  await alone.getByText('4 paragraphs unchanged (2 – 4 (a))').click()
  expect(await alone.getByText('returned broken').first().isVisible()).toBe(true)
  await alone.setViewportSize({ width: 390, height: 800 })
  expect(await sideways(alone)).toBe(0)

  await eu.page.emulateMedia({ media: 'print' })
  await eu.page.getByText('Workshop declaration, 2019 (agreed language) compared with').waitFor()
  for (const beside of ['banner', 'navigation', 'toolbar', 'combobox'] as const)
    expect(await eu.page.getByRole(beside).filter({ visible: true }).count(), beside).toBe(0)
  const printed = await eu.page.pdf({ format: 'A4' })
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
})

test.each([
  ['a projector', 1440, 1000, 2],
  ['a tablet', 900, 700, 2],
  ['a phone', 390, 844, 1],
  ['a small phone', 320, 560, 1],
] as const)('R77, R119: on %s the comparison has its place', async (_, width, height, columns) => {
  const room = await workshop()
  const observer = await room.observer({ width, height })
  await compare(observer)
  expect(await sideways(observer.page)).toBe(0)
  const changed = row(observer, '1: changed')
  expect(await changed.locator('.cmp-side').count()).toBe(columns === 2 ? 2 : 0)
  expect(await changed.locator('del').filter({ hasText: 'looking after' }).isVisible()).toBe(true)
  // An observer has no proposals that could be taken.
  expect(await draftRead(observer).locator('option').allTextContents()).toEqual([
    'clean',
    'with everything incorporated',
  ])
})

test('R123: long texts are compared beside the page, which goes on moving', async () => {
  const random = new SeededRandom(7)
  const vocabulary = Array.from({ length: 900 }, (_, nth) => `word${nth.toString(36)}`)
  const sentence = () => Array.from({ length: 55 }, () => random.pick(vocabulary)).join(' ')
  const all = Array.from({ length: 265 }, sentence)
  const text = (paragraphs: readonly string[]) =>
    `Declaration of the valley\n\n${paragraphs.map((words, nth) => `${nth + 1}. We ${words}.`).join('\n\n')}\n`
  const reworded = all.slice(0, 236).map(words =>
    words
      .split(' ')
      .map((word, nth) => (nth % 9 === 4 ? 'other' : word))
      .join(' '),
  )
  const room = await MeetingRoom.open({ draft: text(reworded), tabling: 'as typed' })
  await shelve(room.server, 'The longest text', 2019, text(all))
  const [eu, us] = [await room.delegate('EU'), await room.delegate('US')]
  const started = Date.now()
  await compare(eu)
  // A second, times ten for a machine that is busy.
  expect(Date.now() - started).toBeLessThan(10_000)
  expect(await eu.page.locator('.cmp-row[data-relation="changed"]').count()).toBe(236)

  await draftRead(eu).selectOption('everything incorporated')
  await followFrames(eu.page)
  await us.clickBehind('3', 'We')
  await us.type(' X')
  await expect.poll(() => row(eu, '3: changed').textContent(), { timeout: patienceMs }).toContain('X')
  expect(await followedAfterMs(eu.page)).toBeLessThan(1_000)
})

/** Counts from now on how long after the last message from the server the rows of the comparison changed. */
async function followFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = 0
    let after = Number.NaN
    const read = MessageEvent.prototype
    const { get } = Object.getOwnPropertyDescriptor(read, 'data') ?? {}
    Object.defineProperty(read, 'data', {
      configurable: true,
      get() {
        const data: unknown = get?.call(this)
        if (data instanceof ArrayBuffer) last = performance.now()
        return data
      },
    })
    new MutationObserver(changes => {
      const isRow = changes.some(({ target }) => target.parentElement?.closest('.cmp-rows') != null)
      if (isRow) after = performance.now() - last
      document.documentElement.dataset['after'] = String(after)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}

const followedAfterMs = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['after']))
