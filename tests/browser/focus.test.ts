import { expect, test } from 'vitest'
import { patienceMs } from '../harness/BrowserSession.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'

test('R128: by keyboard alone, a dialog that closes gives the focus back to the menu it came from, or to the text', async () => {
  const room = await MeetingRoom.open()
  const facilitator = await room.facilitator()
  const { page } = facilitator
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)

  for (const entry of ['Prior texts', 'Decisions on record']) {
    await page.getByRole('button', { name: 'More', exact: true }).focus()
    await facilitator.press('Enter')
    await page.locator('[role="menuitem"]', { hasText: new RegExp(`^${entry}`) }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await facilitator.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(focused, { timeout: patienceMs }).toBe('More')
  }

  await facilitator.clickBehind('2', 'We')
  await facilitator.press('Alt+F')
  await page.getByRole('dialog', { name: 'Search prior texts' }).waitFor()
  await facilitator.press('Escape')
  await expect.poll(focused, { timeout: patienceMs }).toBe('The draft')
  await facilitator.type(' all')
  await facilitator.expectPrinted('2', 'We[ all')
})
