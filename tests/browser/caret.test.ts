import { expect, test } from 'vitest'
import { MeetingRoom } from '../harness/MeetingRoom.ts'

test('R12, R19: while others write before, behind and around the caret, each letter lands where its writer sees the caret', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await eu.clickBehind('1', 'the instruments')
  await us.clickBehind('1', 'to keeping')
  // From here on by keyboard only: words that move under a mouse are missed by anybody.
  const busy = async () => {
    await us.type(' aaa aaa')
    await us.press('Backspace', 'Home')
    await us.type('Bbb bbb. ')
    await us.press('ArrowRight', 'ArrowRight', 'ArrowRight')
    await us.type('ccc ')
  }
  const careful = async () => {
    await eu.type(' one two three four')
    await eu.press('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace')
    await eu.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Delete')
    await eu.type('/')
    await eu.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await eu.type(', five')
  }
  await Promise.all([busy(), careful()])
  const written =
    '[Bbb bbb. – US]We [ccc – US]reaffirm our commitment to keeping[ aaa aa– US] the instruments[ one two /hree, five– EU] in good order'
  for (const each of [eu, us]) await each.expectPrinted('1', written)
})

test('R10, R12, R19: words are selected with the mouse, and replaced, while others write behind them', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await us.clickBehind('2', 'broken')
  const busy = us.type(', and that some are missing their strings, and others their keys')
  for (const [words, others] of [
    ['late', 'tardily'],
    ['several', 'many'],
    ['concern', 'regret'],
  ] as const) {
    await eu.select(['2', words])
    await eu.type(others)
  }
  await busy
  const written =
    'We note with [concern / regret– EU] that [several / many– EU] instruments have been returned [late / tardily– EU], and that some have been returned broken[, and that some are missing their strings, and others their keys– US].'
  for (const each of [eu, us]) await each.expectPrinted('2', written)
})

test('R12: a key pressed right behind a click or an arrow counts where the caret went, not where it was', async () => {
  const room = await MeetingRoom.open()
  const eu = await room.delegate('EU')
  await eu.clickBehind('8', 'We shall')
  await eu.clickBehind('5', 'all parties')
  await eu.press('Enter')
  await eu.page.locator('.block[data-proposed]').waitFor()
  await eu.clickBehind('8', 'again')
  await eu.press('Backspace')
  await eu.expectPrinted('8', 'meet agai[n– EU delete] in')
  await eu.clickBehind('7', 'open')
  await eu.press('ArrowRight', 'ArrowRight', 'Delete')
  await eu.expectPrinted('7', 'open a[ – EU delete]common')
  await eu.press('Home', 'Delete', 'Delete', 'Delete')
  await eu.expectPrinted('7', '[We – EU delete]decide')
  await eu.clickBehind('6', 'share')
  await eu.press('Control+Shift+ArrowLeft', 'Delete')
  await eu.expectPrinted('6', 'to [share– EU delete] their')
  expect(await eu.printed('5')).not.toContain('EU')
})
