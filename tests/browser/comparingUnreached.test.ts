import { expect, test } from 'vitest'
import { patienceMs } from '../harness/BrowserSession.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import { meetingDraft } from '../harness/meetingDraft.ts'
import { shelve } from '../harness/shelve.ts'

test('R123, R124: of a text that cannot be reached nothing is shown, and no other comparison is taken away under its name', async () => {
  const room = await MeetingRoom.open()
  const away = await shelve(room.server, 'Another declaration', 2018, meetingDraft.replace('1. We', '1. They'))
  await shelve(room.server, 'Workshop declaration', 2019, meetingDraft)
  const delegate = await room.delegate('EU')
  const { page } = delegate
  const comparison = await delegate.view('Compare')
  const takeAway = page.getByRole('button', { name: 'Take away' })
  const canTakeAway = () => takeAway.isEnabled()
  await expect.poll(canTakeAway, { timeout: patienceMs }).toBe(true)

  room.session.expectServerAway()
  let reach = () => {}
  const reached = new Promise<void>(resolve => {
    reach = resolve
  })
  await page.route(`**/api/shelf/${away}*`, async route => {
    await reached
    await route.abort('connectionrefused')
  })
  await page.getByLabel('Compared with').selectOption(away)
  await page.locator('.cmp[aria-busy="true"]').waitFor()
  expect(await canTakeAway()).toBe(false)
  reach()
  await comparison.getByText('What the draft is compared with cannot be reached.').waitFor()
  expect(await canTakeAway()).toBe(false)
  expect(await comparison.getByRole('toolbar').textContent()).not.toMatch(/paired|change/)

  await page.unroute(`**/api/shelf/${away}*`)
  await comparison.getByRole('button', { name: 'Try again' }).click()
  await comparison.getByText('paired').waitFor()
  await expect.poll(canTakeAway, { timeout: patienceMs }).toBe(true)

  // Another reading that reads alike is compared anew as well.
  await page.getByRole('combobox', { name: 'The draft' }).selectOption('everything incorporated')
  await expect.poll(canTakeAway, { timeout: patienceMs }).toBe(true)
})
