import { expect, test } from 'vitest'
import { BrowserSession } from '../harness/BrowserSession.ts'
import { draftOf, printedLink } from '../harness/beginNegotiation.ts'
import { Cable } from '../harness/Cable.ts'
import { ChildServer } from '../harness/ChildServer.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import { SheetWindow } from '../harness/SheetWindow.ts'
import { temporaryFolder } from '../harness/temporaryFolder.ts'

test('R6: words typed offline are kept through a closed window, come back with the connection, and are not tabled by themselves', async () => {
  const room = await MeetingRoom.open()
  const person = await room.session.person()
  const cable = await Cable.of(person)
  const [eu, us] = await Promise.all([room.delegate('EU', { person }), room.delegate('US')])
  const address = eu.page.url()
  await eu.clickBehind('7', 'register')
  await eu.type(' and list')
  await eu.expectConnection('saved')
  room.session.expectServerAway()
  await cable.pull()
  await eu.expectConnection('offline')
  await eu.type(' of loans')
  await eu.expectConnection('offline: your words are kept on this device')
  await us.clickBehind('7', 'open')
  await us.type(' together')
  await us.table('together')

  // The window is lost, too, and cannot be opened again before the connection is back.
  await eu.page.reload().catch(() => undefined)
  expect(await draftOf(eu.page).count()).toBe(0)
  await cable.plugIn()
  await eu.page.goto(address)
  await eu.expectPrinted('7', 'to open[ together– US] a common register[ and list of loans– EU] of')
  await eu.expectConnection('saved')
  await eu.page.getByText('One change is on your desk only.').waitFor()
  expect(us.received.contain('and list')).toBe(false)
  expect(await us.printed('7')).not.toContain('EU')
  await eu.table('and list of loans')
  await us.expectPrinted('7', 'to open[ together– US] a common register[ and list of loans– EU] of')
})

test('R5, R6: a window loaded again after the server was away has the words typed meanwhile', async () => {
  const server = await ChildServer.start(temporaryFolder())
  const session = await BrowserSession.open()
  const eu = await SheetWindow.open(session, 'European Union', printedLink(server, 'European Union'))
  const label = '1'
  const [first = ''] = (await eu.printed(label)).split(' ')
  session.expectServerAway()
  await server.kill()
  await eu.expectConnection('reconnecting')
  await eu.clickBehind(label, first)
  await eu.type(' hereby')
  await eu.expectConnection('reconnecting: your words are kept on this device')
  await server.restart()
  await eu.page.reload()
  await eu.expectPrinted(label, `${first}[ hereby– EU]`)
  await eu.expectConnection('saved')
  const us = await SheetWindow.open(session, 'United States', printedLink(server, 'United States'))
  await us.expectPrinted(label, `${first}[ hereby– EU]`)
})

test('R6, R12: what is struck and taken back offline is so when the connection returns, beside what others did meanwhile', async () => {
  const room = await MeetingRoom.open({ tabling: 'as typed' })
  const person = await room.session.person()
  const cable = await Cable.of(person)
  const [eu, us] = await Promise.all([room.delegate('EU', { person }), room.delegate('US')])
  await eu.clickBehind('8', 'again')
  await eu.type(' and again')
  await us.expectPrinted('8', 'again[ and again– EU] in')
  room.session.expectServerAway()
  await cable.pull()
  await eu.expectConnection('offline')
  await eu.press('Control+Backspace')
  await eu.select(['8', 'two years'])
  await eu.type('a year')
  await us.clickBehind('8', 'to review')
  await us.type(' calmly')
  await us.select(['8', 'We shall'])
  await us.type('They will')
  await cable.plugIn()
  for (const each of [eu, us])
    await each.expectPrinted(
      '8',
      '[We shall / They will– US] meet again[ and – EU] in [two years / a year– EU] to review[ calmly– US] what',
    )
})
