import { expect, test } from 'vitest'
import { BrowserSession } from '../harness/BrowserSession.ts'
import { printedLink } from '../harness/beginNegotiation.ts'
import { ChildServer } from '../harness/ChildServer.ts'
import { SheetWindow } from '../harness/SheetWindow.ts'
import { temporaryFolder } from '../harness/temporaryFolder.ts'

/** The specimen as it is after a first start, and windows on it by the links that were printed. */
async function specimen() {
  const server = await ChildServer.start(temporaryFolder())
  const session = await BrowserSession.open()
  const browser = await session.person()
  const open = (name: string) => SheetWindow.open(session, name, printedLink(server, name), browser)
  return { open, session }
}

test('R31, R70: two links in two windows of one browser are two parties, and each sees the other’s letters as they come', async () => {
  const { open } = await specimen()
  const [eu, us] = [await open('European Union'), await open('United States')]
  await eu.page.getByText('You speak for: European Union').waitFor()
  await us.page.getByText('You speak for: United States').waitFor()
  const label = await plainParagraph(us)
  const words = (await us.printed(label)).split(' ').slice(0, 3).join(' ')
  await eu.clickBehind(label, words)
  await us.clickBehind(label, words)
  // Each letter is there before the next is typed: in the order of typing, by turns.
  let seen = ''
  for (const letter of ' now') {
    seen += letter
    await eu.type(letter)
    await us.expectPrinted(label, `${words}[${seen}– EU]`)
  }
  await us.press('End')
  seen = ''
  for (const letter of ' ok') {
    seen += letter
    await us.type(letter)
    await eu.expectPrinted(label, `[${seen}– US]`)
  }
})

test('R74: an observer sees what comes and cannot write; nobody has a button they may not press', async () => {
  const { open } = await specimen()
  const [eu, observer, facilitator] = [await open('European Union'), await open('Observer'), await open('Facilitator')]
  const label = await plainParagraph(eu)
  const before = await observer.text()
  await observer.page.getByText('You are an observer').waitFor()
  await observer.clickBehind(label, (await eu.printed(label)).slice(0, 10))
  await observer.type('x')
  await observer.press('Enter', 'Backspace', 'Delete', 'Control+Enter')
  expect(await observer.text()).toBe(before)
  const buttons = (window: SheetWindow) => window.page.getByRole('article').getByRole('button').allInnerTexts()
  expect(await buttons(observer)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/Support|Incorporate|Withdraw|Amend/)]),
  )
  expect(await buttons(eu)).not.toEqual(expect.arrayContaining([expect.stringMatching(/Incorporate|Set aside|Bridge/)]))
  expect(await buttons(facilitator)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/Support|Can live with|Reserve/)]),
  )
  await observer.page.getByRole('button', { name: 'More', exact: true }).click()
  expect(await observer.page.getByRole('menuitem', { name: 'Invite' }).count()).toBe(0)
})

/** A paragraph that nobody has proposed anything on. */
async function plainParagraph(window: SheetWindow): Promise<string> {
  const labels = await window.page
    .locator('.block[data-kind="paragraph"]:not(:has(.marks))')
    .evaluateAll(blocks => blocks.map(block => block.getAttribute('aria-label')))
  const [label] = labels.filter(each => each !== null)
  if (label === undefined) throw new Error('every paragraph has proposals')
  return label
}
