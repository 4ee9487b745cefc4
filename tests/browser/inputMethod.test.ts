import { expect, test } from 'vitest'
import { patienceMs } from '../harness/BrowserSession.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import type { SheetWindow } from '../harness/SheetWindow.ts'

/** Writing through an input method: the word as it grows under one’s hands, and its end. */
async function inputMethod({ page }: SheetWindow) {
  const protocol = await page.context().newCDPSession(page)
  return {
    compose: async (...words: readonly string[]) => {
      for (const text of words) {
        const selection = { selectionStart: text.length, selectionEnd: text.length }
        await protocol.send('Input.imeSetComposition', { text, ...selection })
      }
    },
    finish: (text: string) => protocol.send('Input.insertText', { text }),
  }
}

test('R10, R12: a word composed with an input method comes as one edit when it is finished', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  const ime = await inputMethod(eu)
  await eu.clickBehind('7', 'common')
  await ime.compose('n', 'né', 'née')
  await eu.expectPrinted('7', 'commonnée register')
  expect(await us.printed('7')).not.toContain('n– EU')
  await ime.finish('née')
  for (const each of [eu, us]) await each.expectPrinted('7', 'common[née– EU] register')
  await eu.type(' et')
  for (const each of [eu, us]) await each.expectPrinted('7', 'common[née et– EU] register')
  await eu.press('Control+z', 'Control+z')
  for (const each of [eu, us]) await each.expectPrinted('7', 'a common register')
})

test('R10, R12, R19: while a word is composed others write in the same paragraph, and nothing is lost or doubled', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  const ime = await inputMethod(eu)
  await eu.clickBehind('7', 'register')
  await ime.compose('か', 'かん')
  await us.clickBehind('7', 'decide')
  await us.type(' at last')
  await us.clickBehind('7', 'instruments')
  await us.type(' and tools')
  await ime.compose('かんじ', '漢字')
  await ime.finish('漢字')
  for (const each of [eu, us])
    await each.expectPrinted(
      '7',
      'We decide[ at last– US] to open a common register[漢字– EU] of the instruments[ and tools– US].',
    )
  await eu.type('!')
  for (const each of [eu, us]) await each.expectPrinted('7', 'register[漢字!– EU] of')
})

test('R10, R11, R12: composing over selected words replaces them, inside another’s proposal too; given up, it leaves nothing', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const [eu, us] = await Promise.all([room.delegate('EU'), room.delegate('US')])
  await us.clickBehind('8', 'two years')
  await us.type(' or three')
  await eu.expectPrinted('8', 'two years[ or three– US] to')
  const ime = await inputMethod(eu)
  await eu.select(['8', 'three'])
  await ime.compose('四')
  await ime.finish('四')
  for (const each of [eu, us]) await each.expectPrinted('8', '[ or [three / 四– EU]– US] to')
  const before = await eu.printed('8')
  await eu.clickBehind('8', 'been')
  await ime.compose('x', 'xy')
  await ime.compose('')
  await eu.expectPrinted('8', 'been done.')
  await eu.type('!')
  await eu.press('Backspace')
  await expect.poll(() => eu.printed('8'), { timeout: patienceMs }).toBe(before)
})
