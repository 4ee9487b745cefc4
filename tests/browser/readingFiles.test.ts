import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { draftOf } from '../harness/beginNegotiation.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import { meetingDraft } from '../harness/meetingDraft.ts'
import { pdfFileOf } from '../harness/pdfFileOf.ts'
import { wordFileOf } from '../harness/wordFileOf.ts'
import { drawnPdf } from '../server/documents/pdfText.ts'
import { readDocument } from '../shared/exchange/readOutline.ts'

const counts = '2 chapters, 2 sections, 8 paragraphs, 3 lettered items and 4 notes.'
const draft = readDocument(meetingDraft)

async function beginning() {
  const { server, session } = await MeetingRoom.open()
  const page = await session.window('Secretariat', await server.link('secretariat'))
  await draftOf(page).waitFor()
  await page.goto(`${server.url}/`)
  await page.getByRole('link', { name: 'Begin a new negotiation' }).click()
  const choose = (name: string, bytes: Uint8Array) =>
    page
      .getByLabel('Choose a file…')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  const review = page.getByRole('region', { name: 'What was read' })
  return { session, page, choose, review }
}

/** Lets go of a file over the page, made longer by as many zeros. */
async function drop(page: Page, name: string, bytes: Uint8Array, zeros = 0): Promise<void> {
  const file = { name, zeros, base64: Buffer.from(bytes).toString('base64') }
  await page.evaluate(({ name, zeros, base64 }) => {
    const dataTransfer = new DataTransfer()
    const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
    dataTransfer.items.add(new File([bytes, new Uint8Array(zeros)], name))
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, file)
}

test('R83, R85, R88: a PDF that is chosen and a Word file that is dropped are read and reviewed like a text', async () => {
  const { page, choose, review } = await beginning()
  await choose('draft.pdf', await pdfFileOf(draft))
  await review.getByText(counts).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe(draft.title)
  await page.getByRole('button', { name: 'Back to the text' }).click()
  await page.getByRole('button', { name: 'Read the text' }).waitFor()
  await drop(page, 'draft.docx', await wordFileOf(draft))
  await review.getByText(counts).waitFor()
})

test('R87, R88: what cannot be read is said on the page, and the next file is read', async () => {
  const { session, page, choose, review } = await beginning()
  session.expectRefusals()
  await choose('scan.pdf', await drawnPdf(pdf => void pdf.addPage().rect(50, 50, 400, 600).fill()))
  await page.getByRole('alert').getByText('This PDF has no text, only pictures of pages').waitFor()
  await choose('locked.pdf', await pdfFileOf(draft, { password: 'saw' }))
  await page.getByRole('alert').getByText('This PDF is locked with a password').waitFor()
  await drop(page, 'huge.pdf', new Uint8Array(), 25_000_001)
  await page.getByRole('alert').getByText('The file has 26 MB; at most 25 MB can be read.').waitFor()
  await choose('draft.docx', await wordFileOf(draft))
  await review.getByText(counts).waitFor()
})

test('R88: while a file is read that is shown, and cancelling it leads back; its answer comes to nothing', async () => {
  const { page, choose, review } = await beginning()
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/api/read?*', async route => {
    await held
    await route.continue().catch(() => undefined)
  })
  await choose('draft.pdf', await pdfFileOf(draft))
  await page.getByText(/(Sending|Reading) draft\.pdf …/).waitFor()
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Read the text' }).waitFor()
  letGo()
  await page.unroute('**/api/read?*')
  await choose('draft.docx', await wordFileOf(draft))
  await review.getByText(counts).waitFor()
})
