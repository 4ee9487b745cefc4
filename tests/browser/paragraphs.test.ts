import { expect, test } from 'vitest'
import { MeetingRoom } from '../harness/MeetingRoom.ts'

test('R17, R34: Enter proposes a paragraph below; tabled, it is 7 bis for everybody', async () => {
  const room = await MeetingRoom.open()
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await eu.clickBehind('7', 'instruments.')
  await eu.press('Enter')
  await eu.type('We also decide to keep it up to date.')
  await eu.table('We also decide to keep it up to date.')
  for (const each of [eu, us]) await each.expectPrinted('7 bis', '[We also decide to keep it up to date.– EU]')
  await eu.clickBehind('7 bis', 'We also decide to')
  await eu.press('Enter')
  await eu.table('keep it up to date.')
  for (const each of [eu, us]) {
    await each.expectPrinted('7 bis', '[We also decide to– EU]')
    await each.expectPrinted('7 ter', '[ keep it up to date.– EU]')
  }
})

test('R17: Enter in the middle of the draft’s own words leaves them as they are and proposes a paragraph below', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  const before = await us.printed('8')
  await eu.clickBehind('8', 'two years')
  await eu.press('Enter')
  await eu.type('We shall be punctual.')
  await us.expectPrinted('8 bis', '[We shall be punctual.– EU]')
  expect(await us.printed('8')).toBe(before)
})

test('R18: a selection over two paragraphs is struck, or replaced, as one change in pieces', async () => {
  const room = await MeetingRoom.open()
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  const before = await eu.text()
  await eu.select(['1', 'to lending them'], ['2', 'with concern'])
  await eu.type('to sharing')
  await eu.expectPrinted('1', 'and [to lending them to each other without delay. / to sharing– EU]')
  await eu.expectPrinted('2', '[We note with concern– EU delete] that')
  await eu.card('European Union proposes to delete “We note with concern”.').getByText('One of 2 pieces').waitFor()
  await eu.table('to sharing', 'We note with concern')
  await us.expectPrinted('1', 'to sharing– EU]')
  await us.expectPrinted('2', '[We note with concern– EU delete] that')

  await us.select(['7', 'a common register'], ['8', 'We shall'])
  await us.press('Delete')
  await us.expectPrinted('7', '[a common register of the instruments.– US delete]')
  await us.press('Control+z')
  await us.expectNotPrinted('7', 'US delete')
  await us.expectNotPrinted('8', 'US delete')
  expect((await us.text()).length).toBeGreaterThan(before.length)
})

test('R18: a paste of three paragraphs is one change: words in the first, and two paragraphs below', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await eu.clickBehind('5', 'every year')
  await eu.paste(' and in writing\nWe thank those who have reported.\r\n\r\nWe remind those who have not.')
  for (const each of [eu, us]) {
    await each.expectPrinted('5', 'every year[ and in writing– EU] on')
    await each.expectPrinted('5 bis', '[We thank those who have reported.– EU]')
    await each.expectPrinted('5 ter', '[We remind those who have not.– EU]')
  }
  await us
    .card(/^European Union proposes to insert “and in writing”/)
    .getByText('One of 3 pieces')
    .waitFor()
})

test('R10, R11: a whole paragraph is struck where it is the draft’s, and gone where it is one’s own', async () => {
  const room = await MeetingRoom.open()
  const eu = await room.delegate('EU')
  await eu.select(['8', 'We shall meet again in two years to review what has been done.'])
  await eu.press('Backspace')
  await eu.expectPrinted('8', '[We shall meet again in two years to review what has been done.– EU delete]')
  await eu.clickBehind('7', 'instruments.')
  await eu.press('Enter')
  await eu.type('A')
  const own = eu.page.locator('.block[data-proposed]')
  await own.waitFor()
  await eu.press('Backspace', 'Backspace')
  await own.waitFor({ state: 'detached' })
  await eu.type('!')
  await eu.expectPrinted('7', 'instruments.[!– EU]')
})

test('R10, R14: a selection dragged over another’s bracket strikes the draft’s words and theirs, each where it stands', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await us.clickBehind('6', 'their experience')
  await us.type(' and their doubts')
  await eu.expectPrinted('6', 'experience[ and their doubts– US] with')
  await eu.select(['6', 'experience'], ['6', 'with each other'])
  await eu.type('news')
  for (const each of [eu, us])
    await each.expectPrinted(
      '6',
      'their [experience– EU delete][[ and their doubts– EU delete]– US][ with each other– EU delete][news– EU],',
    )
})
