import { expect, test } from 'vitest'
import { BrowserSession } from '../harness/BrowserSession.ts'
import { beginNegotiation, invite } from '../harness/beginNegotiation.ts'
import { ChildServer } from '../harness/ChildServer.ts'
import { SheetWindow } from '../harness/SheetWindow.ts'
import { temporaryFolder } from '../harness/temporaryFolder.ts'
import { officialText } from '../shared/exchange/officialText.ts'

const item = '18 (b)'
const secondPerson = 'Second person of the Union'

test('R2, R5, R6, R54, R58: a paragraph goes from rival proposals to an incorporated one, over a server that is killed', async () => {
  const server = await ChildServer.start(temporaryFolder())
  const session = await BrowserSession.open()
  const { review, linksByName } = await beginNegotiation(session, server, officialText('high-level-declaration-2024'))
  expect(review).toBe('3 chapters, 5 sections, 42 paragraphs, 19 lettered items and 13 notes.')
  const open = (name: string, link = linksByName.get(name) ?? '') => SheetWindow.open(session, name, link)
  const facilitator = await open('Facilitator')
  const [eu, colleague, us] = await Promise.all([
    open('European Union'),
    invite(facilitator.page, 'European Union', secondPerson).then(link => open(secondPerson, link)),
    open('United States'),
  ])
  const all = [facilitator, eu, colleague, us]
  const before = await us.printed(item)

  // At the desk: one's own people see each letter, and where it is written; nobody else receives one.
  await eu.clickBehind(item, 'record levels')
  await eu.type(' in several regions')
  await colleague.expectPrinted(item, 'levels[ in several regions– EU],')
  await colleague.paragraph(item).locator('.caret-name', { hasText: 'European Union' }).waitFor()
  await eu.select([item, 'on the rise'])
  await eu.type('swelling')
  await colleague.expectPrinted(item, '[on the rise / swelling– EU]')
  await eu.expectConnection('saved')
  expect(colleague.received.contain('in several regions'), 'the colleague received it').toBe(true)
  expect(us.received.contain('in several regions'), 'the other party received it').toBe(false)
  expect(us.received.contain('swelling'), 'the other party received it').toBe(false)
  expect(await us.printed(item)).toBe(before)

  await eu.table('in several regions', 'swelling')
  await us.expectPrinted(item, 'levels[ in several regions– EU],')
  await us.expectPrinted(item, '[on the rise / swelling– EU]')
  expect(us.received.contain('in several regions'), 'what is tabled is received').toBe(true)

  // A rival, and a proposal nested in it.
  await us.select([item, 'on the rise'])
  await us.type('growing in every region')
  await us.table('growing in every region')
  await colleague.expectPrinted(item, 'growing in every region– US')
  await colleague.clickBehind(item, 'growing in')
  await colleague.type(' almost')
  await colleague.table('almost')
  await us.expectPrinted(item, 'growing in[ almost– EU] every region– US')

  await us.onCard('European Union proposes to insert “in several regions”.', 'Support')
  await us.card('European Union proposes to insert “in several regions”.').getByText('support: you').waitFor()
  await eu.onCard(/^United States proposes to replace/, 'Reserve…')
  await eu.page.getByLabel('for another reason').check()
  await eu.page.getByRole('textbox', { name: 'Reason' }).fill('the figures are being checked')
  await eu.page.getByRole('button', { name: 'Reserve', exact: true }).click()
  await facilitator
    .card(/^United States proposes to replace/)
    .getByText('1 reserve')
    .waitFor()

  // The server is lost as by a power failure; what is typed meanwhile stays on the device and is not tabled by itself.
  const serverIsBack = session.expectServerAway()
  await server.kill()
  await eu.expectConnection('reconnecting')
  await eu.clickBehind('14', 'well-being')
  await eu.type(' and dignity')
  await eu.expectConnection('your words are kept on this device')
  await server.restart()
  for (const window of all) await window.expectConnection('saved')
  serverIsBack()
  await colleague.expectPrinted('14', 'well-being[ and dignity– EU]')
  expect(us.received.contain(' and dignity')).toBe(false)

  // The decision.
  await facilitator.onCard(/^United States proposes to replace/, 'Incorporate…')
  const preview = facilitator.page.getByRole('region', { name: 'Preview' })
  await preview.getByText('18 (b) would read').waitFor()
  await preview.getByText('European Union: reserve, the figures are being checked').waitFor()
  await preview.getByText('One rival closes as superseded: EU.').waitFor()
  await preview.getByRole('button', { name: 'Incorporate over the objection…' }).click()
  await preview.getByRole('button', { name: 'Incorporate over the objection', exact: true }).click()
  for (const window of all) {
    await window.expectPrinted(item, 'are growing in[ almost– EU] every region;')
    await window.expectNotPrinted(item, 'swelling')
    await window.expectPrinted(item, 'levels[ in several regions– EU, US],')
  }

  const record = await facilitator.menu('Decisions on record')
  await record.getByText('incorporated the proposal of US.').waitFor()
  await record.getByText('Objecting: European Union').waitFor()
  await record.getByRole('button', { name: `Take back the decision on ${item}` }).click()
  await record.getByText('took back an earlier decision.').waitFor()
  await facilitator.press('Escape')
  for (const window of all) {
    await window.expectPrinted(item, 'growing in[ almost– EU] every region– US')
    await window.expectPrinted(item, 'swelling– EU')
  }
})
