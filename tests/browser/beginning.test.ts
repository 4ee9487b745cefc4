import { expect, test } from 'vitest'
import { draftOf, invite } from '../harness/beginNegotiation.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import { meetingDraft } from '../harness/meetingDraft.ts'
import { SheetWindow } from '../harness/SheetWindow.ts'

/** The page on which the Secretariat begins a negotiation. */
async function beginning() {
  const { server, session } = await MeetingRoom.open()
  const page = await session.window('Secretariat', await server.link('secretariat'))
  await draftOf(page).waitFor()
  await page.goto(`${server.url}/`)
  await page.getByRole('link', { name: 'Begin a new negotiation' }).click()
  return { session, page }
}

test('R80: a file is read, what was guessed is listed, the title is corrected, and the links open the sheet', async () => {
  const { session, page } = await beginning()
  const missing = meetingDraft.replace('6. We encourage', '9. We encourage').replace('³ Ibid., paragraph 14.', '')
  await page.getByLabel('Choose a file…').setInputFiles({
    name: 'draft.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(missing),
  })
  const review = page.getByRole('region', { name: 'What was read' })
  await review.getByText('2 chapters, 2 sections, 8 paragraphs, 3 lettered items and 3 notes.').waitFor()
  await review.getByText('things to check').waitFor()
  await review.getByText('The mark 3 has no note.').waitFor()
  await page.getByLabel('Title').fill('Lending of instruments')
  await page.getByText('It needs a party, with its full and its short name.').waitFor()
  await page.getByLabel('Full name of party 1').fill('European Union')
  await page.getByLabel('Short name of party 1').fill('EU')
  await page.getByRole('radio', { name: /^As typed/ }).check()
  await page.getByRole('button', { name: 'Create the negotiation' }).click()
  await page.getByRole('heading', { name: 'Lending of instruments' }).waitFor()
  const link = await page.getByRole('textbox', { name: 'Link for European Union' }).inputValue()
  const eu = await SheetWindow.open(session, 'European Union', link)
  await eu.expectPrinted('9', 'We encourage parties')
  expect(await eu.page.title()).toBe('Lending of instruments · Adref')
})

test('R81: a paste without paragraphs is read as it is and said so; one that is far too long is refused at once, and nothing is lost', async () => {
  const { session, page } = await beginning()
  const text = page.getByRole('textbox', { name: /^Text/ })
  await text.fill('A short note on the lending of instruments\n\nThey are lent to whoever asks.\n\nThey come back.')
  await page.getByRole('button', { name: 'Read the text' }).click()
  const review = page.getByRole('region', { name: 'What was read' })
  await review.getByText('2 paragraphs.').waitFor()
  await page.getByRole('button', { name: 'Back to the text' }).click()
  await text.focus()
  // Fifty million characters, as from a clipboard that holds another thing than was thought.
  await text.evaluate(element => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'words '.repeat(8_400_000))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByRole('alert').getByText('50,400,000 characters; at most 5,000,000 can be read.').waitFor()
  expect(await text.inputValue()).toMatch(/^A short note/)
  await page.getByRole('button', { name: 'Read the text' }).click()
  await review.getByText('2 paragraphs.').waitFor()
  await page.getByRole('button', { name: 'Back to the text' }).click()
  await page.getByLabel('Choose a file…').setInputFiles({
    name: 'picture.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
  })
  await page.getByRole('alert').getByText('The text could not be read.').waitFor()
  session.expectRefusals()
})

test('R81: a link that is not known, or was taken back, says so and what to do; whoever had it open is told', async () => {
  const room = await MeetingRoom.open()
  const { server, session } = room
  session.expectRefusals()
  const stranger = await session.window('Stranger', `${server.url}/join/notAnyLinkAtAll`)
  await stranger.getByRole('heading', { name: 'This link is not known' }).waitFor()
  await stranger.getByText('Ask the Secretariat of your meeting for a new one.').waitFor()
  await stranger.goto(`${server.url}/n/nowhere/as/nobody`)
  await stranger.getByRole('heading', { name: 'This link does not open anything' }).waitFor()
  await stranger.goto(`${server.url}/nowhere`)
  await stranger.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()

  const facilitator = await room.facilitator()
  const link = await invite(facilitator.page, 'Japan', 'A guest of Japan')
  const guest = await SheetWindow.open(session, 'Guest', link)
  const [, negotiation, , capacity] = /\/n\/([^/]+)(\/as\/([^/]+))$/.exec(guest.page.url()) ?? []
  const own = /\/as\/([^/]+)$/.exec(facilitator.page.url())?.[1]
  const path = `/api/negotiations/${negotiation}/invitations/${capacity}?as=${own}`
  expect(await facilitator.page.evaluate(async url => (await fetch(url, { method: 'DELETE' })).status, path)).toBe(200)
  await guest.page
    .getByText(/taken back|no longer/)
    .first()
    .waitFor()
  await guest.page.goto(link)
  await guest.page.getByRole('heading', { name: 'This link is not known' }).waitFor()
})
