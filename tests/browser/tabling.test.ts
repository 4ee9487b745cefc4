import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import type { SheetWindow } from '../harness/SheetWindow.ts'

/** Holds this window’s next act on its way to the server until something has happened. */
async function holdNextAct({ page }: SheetWindow, meanwhile: () => Promise<void>): Promise<void> {
  await page.route(
    '**/acts?*',
    async (route: Route) => {
      await meanwhile()
      await route.continue()
    },
    { times: 1 },
  )
}

test('R2, R30, R32, R40: tabled by act as previewed, amended, supported; the support of an earlier wording counts for nothing', async () => {
  const room = await MeetingRoom.open()
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await eu.clickBehind('7', 'register')
  await eu.type(' and list')
  await eu.clickBehind('8', 'two years')
  await eu.type(' or three')
  await eu.page.getByText('2 changes are on your desk only.').waitFor()
  await eu.press('Control+Enter')
  const dialog = eu.page.getByRole('dialog', { name: 'Table for European Union' })
  await dialog.getByRole('checkbox', { name: '8' }).uncheck()
  await dialog.getByRole('button', { name: 'Table', exact: true }).click()
  await us.expectPrinted('7', 'register[ and list– EU] of')
  await eu.page.getByText('One change is on your desk only.').waitFor()
  expect(us.received.contain(' or three')).toBe(false)

  const card = /^European Union proposes to insert “and list/
  await us.onCard(card, 'Support')
  await eu.expectPrinted('7', '– EU, US]')
  await eu.clickBehind('7', 'and list')
  await eu.type(' of loans')
  await eu.card(card).getByText('Amended since it was tabled: only EU sees the change').waitFor()
  expect(await us.printed('7')).toContain('register[ and list– EU, US] of')
  await eu.onCard(card, 'Table…')
  await dialog.getByRole('button', { name: 'Table', exact: true }).click()
  await us.expectPrinted('7', 'register[ and list of loans– EU] of')
  await us.card(card).getByText('on an earlier wording').waitFor()

  await eu.onCard(/insert “or three/, 'Discard')
  await eu.expectNotPrinted('8', 'or three')
  expect(us.received.contain(' or three')).toBe(false)
})

test('R41, R42: stances are taken with their reason and taken back; a supported proposal that is withdrawn stays in its supporter’s name', async () => {
  const room = await MeetingRoom.open()
  const [eu, us, japan] = await Promise.all([room.delegate('EU'), room.delegate('US'), room.delegate('Japan')])
  await eu.select(['5', 'invite'])
  await eu.type('urge')
  await eu.table('urge')
  const card = /^European Union proposes to replace “invite” by “urge”/
  await us.onCard(card, 'Reserve…')
  await us.page.getByLabel('pending paragraph …').check()
  await us.page.getByRole('combobox', { name: 'Paragraph' }).selectOption('7')
  await us.page.getByRole('button', { name: 'Reserve', exact: true }).click()
  await eu.card(card).getByText('reserve: US (pending paragraph 7)').waitFor()
  await us.onCard(card, 'Reserve…')
  await eu.card(card).getByText('reserve:').waitFor({ state: 'hidden' })
  await us.onCard(card, 'Retain the text')
  await eu.expectPrinted('5', '[invite– US retain / urge– EU]')
  await japan.onCard(card, 'Support')
  await eu.expectPrinted('5', '[invite– US retain / urge– EU, Japan]')
  await eu.onCard(card, 'Withdraw')
  for (const each of [eu, us, japan]) await each.expectPrinted('5', '[invite– US retain / urge– Japan]')
})

test('R51: a decision prepared on words that have changed is refused, and the new preview is there', async () => {
  const room = await MeetingRoom.open()
  const [eu, us, facilitator] = await Promise.all([room.delegate('EU'), room.delegate('US'), room.facilitator()])
  await eu.clickBehind('7', 'register')
  await eu.type(' and list')
  await eu.table('and list')
  await facilitator.onCard(/^European Union proposes to insert/, 'Incorporate…')
  const preview = facilitator.page.getByRole('region', { name: 'Preview' })
  await preview.getByText('register and list of').waitFor()
  const refusals = room.session.expectRefusals()
  await us.clickBehind('7', 'instruments')
  await us.type(' we own')
  await eu.clickBehind('7', 'and list')
  await eu.type(' of loans')
  await holdNextAct(facilitator, () => eu.table('of loans'))
  await preview.getByRole('button', { name: 'Incorporate', exact: true }).click()
  await preview.getByRole('alert').getByText('The text has changed.').waitFor()
  await preview.getByText('register and list of loans of').waitFor()
  refusals()
  expect(await us.printed('7')).toContain('[ and list')
  await preview.getByRole('button', { name: 'Incorporate', exact: true }).click()
  for (const each of [eu, us]) await each.expectPrinted('7', 'a common register and list of loans of')
  await us.expectPrinted('7', 'the instruments[ we own– US].')
})

test('R30: words that a colleague changed while they were being tabled are shown again before they go', async () => {
  const room = await MeetingRoom.open()
  const [eu, colleague, us] = await Promise.all([room.delegate('EU'), room.delegate('EU'), room.delegate('US')])
  await eu.clickBehind('7', 'register')
  await eu.type(' and list')
  await colleague.expectPrinted('7', 'and list')
  await eu.press('Control+Enter')
  const dialog = eu.page.getByRole('dialog', { name: 'Table for European Union' })
  const refusals = room.session.expectRefusals()
  await holdNextAct(eu, async () => {
    await colleague.clickBehind('7', 'and list')
    await colleague.type('s')
    await colleague.expectConnection('saved')
  })
  await dialog.getByRole('button', { name: 'Table', exact: true }).click()
  await dialog.getByRole('alert').getByText('The text has changed since you looked.').waitFor()
  await dialog.getByText('and lists').waitFor()
  refusals()
  expect(await us.printed('7')).not.toContain('list')
  await dialog.getByRole('button', { name: 'Table', exact: true }).click()
  await us.expectPrinted('7', 'register[ and lists– EU] of')
})

test('R52, R53, R60: set aside with a reason; incorporated with chosen nested ones, the others move along', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us, japan, facilitator] = await Promise.all([
    room.delegate('EU'),
    room.delegate('US'),
    room.delegate('Japan'),
    room.facilitator(),
  ])
  await eu.clickBehind('7', 'register')
  await eu.type(' and a list')
  await us.clickBehind('7', 'and a')
  await us.type(' public')
  await japan.clickBehind('7', 'list')
  await japan.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await japan.type('short ')
  await us.clickBehind('8', 'again')
  await us.type(' and again')
  await facilitator.expectPrinted('7', '[ and a[ public– US] [short – Japan]list– EU] of')

  await facilitator.onCard(/^United States proposes to insert “and again/, 'Set aside…')
  await facilitator.page.getByLabel('Reason, for the record').fill('said already')
  await facilitator.page.getByRole('button', { name: 'Set aside', exact: true }).click()
  await us.expectNotPrinted('8', 'and again')

  await facilitator.onCard(/^European Union proposes to insert/, 'Incorporate…')
  const preview = facilitator.page.getByRole('region', { name: 'Preview' })
  await preview.getByRole('checkbox', { name: /US.*insert.*public/ }).check()
  await preview.getByText('Stays open and moves along.').waitFor()
  await preview.getByRole('button', { name: 'Incorporate', exact: true }).click()
  for (const each of [eu, us, japan])
    await each.expectPrinted('7', 'a common register and a public [short – Japan]list of')

  const record = await facilitator.menu('Decisions on record')
  await record.getByText('set aside the proposal of US: said already').waitFor()
  await record.getByText('insert and again').waitFor()
  await record.getByText('incorporated 2 proposals of EU, US.').waitFor()
  await record.getByRole('button', { name: 'Take back the decision on 8' }).click()
  for (const each of [eu, us, japan]) await each.expectPrinted('8', 'again[ and again– US] in')
})
