import { expect, test } from 'vitest'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import type { SheetWindow } from '../harness/SheetWindow.ts'

/** How far the page can be scrolled sideways, in pixels. */
const sideways = ({ page }: SheetWindow) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** How far down the page is scrolled, in pixels. */
const down = ({ page }: SheetWindow) => page.evaluate(() => window.scrollY)

test.each([
  ['a projector', 1440, 1000],
  ['a small laptop', 1024, 700],
  ['a phone', 390, 844],
] as const)(
  'R77: on %s a party proposes, another reserves, and the facilitator decides; nothing stands beside the page',
  async (_, width, height) => {
    const room = await MeetingRoom.open()
    const screen = { width, height }
    const [eu, us, facilitator] = await Promise.all([
      room.delegate('EU', screen),
      room.delegate('US', screen),
      room.facilitator(screen),
    ])
    const everywhere = async () => {
      for (const each of [eu, us, facilitator]) expect(await sideways(each)).toBe(0)
    }
    await eu.clickBehind('7', 'register')
    await eu.type(', and a list of all those who have ever lent or borrowed one,')
    const card = 'European Union proposes to insert “, and a list of all those who have ever lent or borrowed one,”.'
    await eu.card(card).getByRole('button', { name: 'Table…' }).click()
    await everywhere()
    await eu.page.getByRole('dialog').getByRole('button', { name: 'Table', exact: true }).click()
    await us.expectPrinted('7', 'borrowed one,– EU]')

    await us.clickBehind('7', 'and a list')
    await us.card(card).getByRole('button', { name: 'Reserve…' }).click()
    await us.page.getByLabel('for another reason').check()
    await us.page.getByRole('textbox', { name: 'Reason' }).fill('we do not know who they are')
    await us.page.getByRole('button', { name: 'Reserve', exact: true }).click()
    await us.card(card).getByText('reserve: you (we do not know who they are)').waitFor()
    await everywhere()

    await facilitator.clickBehind('7', 'and a list')
    await facilitator.card(card).getByRole('button', { name: 'Incorporate…' }).click()
    const preview = facilitator.page.getByRole('region', { name: 'Preview' })
    await preview.getByRole('button', { name: 'Incorporate over the objection…' }).click()
    await preview.getByRole('button', { name: 'Incorporate over the objection', exact: true }).click()
    for (const each of [eu, us]) await each.expectPrinted('7', 'register, and a list of all those who')
    const record = await facilitator.menu('Decisions on record')
    await record.getByText('Objecting: United States').waitFor()
    await everywhere()
    await us.view('Ours taken')
    await everywhere()
  },
)

test('R78: the page stays where one reads: when others write above, when the bar on top is used, and when the view changes', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const screen = { width: 1440, height: 500 }
  const [eu, us] = await Promise.all([room.delegate('EU', screen), room.delegate('US')])
  await eu.clickBehind('7', 'register')
  const top = () => eu.paragraph('7').evaluate(element => Math.round(element.getBoundingClientRect().top))
  const before = await top()
  await us.clickBehind('2', 'broken')
  await us.type(', some of them beyond repair, and that nobody has told us when, where and by whom this was done')
  await us.press('Enter')
  await us.type('We are sorry for it.')
  await eu.expectPrinted('2 bis', 'We are sorry for it.')
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)

  const scrolled = await down(eu)
  await eu.page.getByRole('button', { name: 'More', exact: true }).click()
  await eu.page.getByRole('menu').waitFor()
  await eu.press('Escape')
  await eu.page.getByRole('menu').waitFor({ state: 'detached' })
  await eu.page.getByRole('button', { name: 'More', exact: true }).focus()
  expect(await down(eu)).toBe(scrolled)
})

test('R77: on a phone the paragraph one taps stays in sight above its cards, and the outline leads anywhere', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const phone = { width: 390, height: 700 }
  const [eu, us] = await Promise.all([room.delegate('EU', phone), room.delegate('US')])
  await us.clickBehind('8', 'two years')
  await us.type(' or three')
  await eu.expectPrinted('8', 'or three')
  await eu.page.getByRole('button', { name: 'Outline' }).click()
  await eu.page
    .getByRole('dialog', { name: 'Outline' })
    .getByRole('link', { name: /We shall meet again/ })
    .click()
  await eu.clickBehind('8', 'years or')
  const cards = eu.page.getByRole('region', { name: 'Proposals on 8' })
  await cards.waitFor()
  const [paragraph, panel] = [await eu.paragraph('8').boundingBox(), await cards.boundingBox()]
  expect((paragraph?.y ?? 0) + (paragraph?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0)
  await cards.getByRole('button', { name: 'Support' }).click()
  await us.expectPrinted('8', '– US, EU]')
  await cards.getByRole('button', { name: 'Close' }).click()
  await cards.waitFor({ state: 'detached' })
})
