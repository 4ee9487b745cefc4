import { expect, test } from 'vitest'
import { MeetingRoom } from '../harness/MeetingRoom.ts'

test('R10, R30, R72: a note at the foot is proposed on, supported and decided like any paragraph', async () => {
  const room = await MeetingRoom.open()
  const [eu, us, facilitator] = await Promise.all([room.delegate('EU'), room.delegate('US'), room.facilitator()])
  await eu.select(['note 2', 'first'])
  await eu.type('second')
  await eu.expectPrinted('note 2', 'the [first / second– EU] meeting')
  await eu.press('Enter')
  await eu.page.getByText('A note is one paragraph; nothing is proposed below it.').waitFor()
  await eu.table('second')
  await us.onCard(/^European Union proposes to replace “first” by “second”/, 'Support')
  await facilitator.expectPrinted('note 2', 'the [first / second– EU, US] meeting')
  await facilitator.onCard(/^European Union proposes to replace/, 'Incorporate…')
  const preview = facilitator.page.getByRole('region', { name: 'Preview' })
  await preview.getByText('note 2 would read').waitFor()
  await preview.getByRole('button', { name: 'Incorporate', exact: true }).click()
  for (const each of [eu, us]) await each.expectPrinted('note 2', 'report of the second meeting, paragraph 12.')
})

test('R72: who strikes the words around a note is told what becomes of it, and others are too', async () => {
  const room = await MeetingRoom.open()
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await eu.select(['3', 'common and shared responsibility of all.'])
  await eu.press('Shift+ArrowRight', 'Delete')
  await eu.expectPrinted('3', '[common and shared responsibility of all.– EU delete]')
  const card = /^European Union proposes to delete “common and shared/
  const fate = 'Note 2 would go with these words.'
  await eu.card(card).getByText(fate).waitFor()
  await eu.table('common and shared')
  await us.card(card).getByText(fate).waitFor()
  // In the text without proposals the note is still there; where the proposal is taken, it is gone and the next moves up.
  await (await us.view('Clean')).getByText('the first meeting, paragraph 12').waitFor()
  const ours = await eu.view('Ours taken')
  await ours.getByText('paragraph 14').waitFor()
  await expect.poll(() => ours.locator('[data-kind="note"][data-label="3"]').count()).toBe(0)
  expect(await ours.getByText('the first meeting, paragraph 12').count()).toBe(0)
})

test('R18, R72: words cut and pasted elsewhere carry their note along', async () => {
  const room = await MeetingRoom.open()
  const eu = await room.delegate('EU')
  await eu.select(['5', 'state of their instruments.'])
  await eu.press('Shift+ArrowRight', 'Control+x')
  await eu.expectPrinted('5', '[state of their instruments.– EU delete]')
  await eu.clickBehind('8', 'done.')
  await eu.press('Control+v')
  await eu.expectPrinted('8', 'done.[state of their instruments.– EU]')
  await eu.paragraph('8').locator('.note-mark').waitFor()
})
