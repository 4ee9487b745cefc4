import { test } from 'vitest'
import { MeetingRoom } from '../harness/MeetingRoom.ts'

test('R12: a click on the name in a bracket puts the caret beside it, not at the start of the paragraph', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const eu = await room.delegate('EU')
  await eu.clickBehind('1', 'the instruments')
  await eu.type(' of all')
  await eu.expectPrinted('1', 'the instruments[ of all– EU]')
  await eu.clickBehind('8', 'We shall')
  await eu.paragraph('1').locator('.who').click()
  await eu.type(' parties')
  await eu.expectPrinted('1', 'the instruments[ of all parties– EU]')
})
