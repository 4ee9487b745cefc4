import { expect, test } from 'vitest'
import { patienceMs } from '../harness/BrowserSession.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import type { SheetWindow } from '../harness/SheetWindow.ts'

/** Pixels of a page of A4 between the margins that the style sheet for print sets. */
const paper = { width: 643, height: 940 }

/** What a reader of a view finds printed there, block by block. */
const reads = async (window: SheetWindow, view: 'Clean' | 'Ours taken') => (await window.view(view)).textContent()

test('R70, R71: the compilation, the clean text and ours taken are three readings of one table', async () => {
  const room = await MeetingRoom.open()
  const [eu, us, facilitator] = await Promise.all([room.delegate('EU'), room.delegate('US'), room.facilitator()])
  await eu.select(['7', 'decide'])
  await eu.type('resolve')
  await eu.table('resolve')
  await us.clickBehind('7', 'register')
  await us.type(' and list')
  await us.table('and list')
  await eu.expectPrinted('7', 'We [decide / resolve– EU] to open a common register[ and list– US] of')
  expect(await reads(eu, 'Ours taken')).toContain('We resolve to open a common register of')
  await eu.page.getByText('Not the text on the table.').waitFor()
  expect(await reads(us, 'Ours taken')).toContain('We decide to open a common register and list of')
  for (const each of [eu, us, facilitator])
    expect(await reads(each, 'Clean')).toContain('We decide to open a common register of the instruments.')
  expect(await facilitator.page.getByRole('radio', { name: 'Ours taken' }).count()).toBe(0)

  // A reading keeps up with the table.
  await us.view('Compilation')
  await us.onCard(/^United States proposes to insert/, 'Withdraw')
  await facilitator.view('Compilation')
  await facilitator.onCard(/^European Union proposes to replace/, 'Incorporate…')
  const preview = facilitator.page.getByRole('region', { name: 'Preview' })
  await preview.getByRole('button', { name: 'Incorporate', exact: true }).click()
  const clean = eu.page.locator('#sheet .reading')
  await expect
    .poll(() => clean.textContent(), { timeout: patienceMs })
    .toContain('We resolve to open a common register of')
  await eu.view('Compilation')
  await eu.expectPrinted('7', 'We resolve to open a common register of the instruments.')
})

test('R76: printed, the sheet stands alone, says what it is, and no word of it is cut off', async () => {
  const room = await MeetingRoom.open()
  const eu = await room.delegate('EU')
  await eu.select(['4 (b)', 'heavy'])
  await eu.type('of wood')
  await eu.table('of wood')
  await eu.clickBehind('8', 'again')
  await eu.type(' and again')
  await eu.page.emulateMedia({ media: 'print' })
  await eu.page.setViewportSize(paper)
  await eu.page.getByText('Compilation of proposals.').waitFor()
  await eu.page.getByText('1 change of European Union is not tabled').waitFor()
  for (const beside of ['banner', 'complementary', 'navigation', 'article'] as const)
    expect(await eu.page.getByRole(beside).filter({ visible: true }).count(), beside).toBe(0)
  expect(await cutOff(eu)).toEqual([])
  await eu.page.emulateMedia({ media: 'screen' })
  await eu.view('Clean')
  await eu.page.emulateMedia({ media: 'print' })
  await eu.page.getByText('The draft without the proposals on it.').waitFor()
  expect(await cutOff(eu)).toEqual([])
  const printed = await eu.page.pdf({ format: 'A4' })
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
})

/** Words that stand beyond the edges of the page, or of an element that hides what stands beyond its own. */
function cutOff({ page }: SheetWindow): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right, width, top, bottom } of range.getClientRects()) {
        if (width === 0 || node.parentElement?.closest('.said') !== null) continue
        let hides: HTMLElement | null = node.parentElement
        while (hides !== null && !/hidden|clip/.test(getComputedStyle(hides).overflow)) hides = hides.parentElement
        const edge = hides?.getBoundingClientRect()
        const isOut = left < 0 || right > innerWidth + 0.5
        const isHidden =
          edge !== undefined && (bottom > edge.bottom + 1 || top < edge.top - 1 || right > edge.right + 1)
        if (isOut || isHidden) cut.push(node.textContent ?? '')
      }
    }
    return cut
  })
}
