import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { laySpecimen } from '../../server/specimen/laySpecimen.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import { temporaryFolder } from '../harness/temporaryFolder.ts'
import { p, wordFile } from '../server/documents/wordText.ts'
import { officialText } from '../shared/exchange/officialText.ts'

const fileOf = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })
const background = 'round-tables-background-note-2024'

/** A line of the shelf: what it says of one text. */
const line = (dialog: Locator, title: string) =>
  dialog.locator('[aria-label="Texts on the shelf"] > li').filter({ hasText: title })

const reviews = (dialog: Locator) => dialog.locator('[aria-label="Texts to be reviewed"] > li')

/** What is under review, by the name of its file. */
const review = (dialog: Locator, name: string) => reviews(dialog).filter({ hasText: name })

test('R114, R115, R116: official files are read, reviewed and put on the shelf; one takes the place of its rendering; delegations read', async () => {
  const room = await MeetingRoom.open()
  await laySpecimen(room.server.running.parts)
  const facilitator = await room.facilitator()
  const shelf = await facilitator.menu('Prior texts')
  await line(shelf, 'abridged rendering in our own words').getByText('rendering', { exact: true }).waitFor()
  const missing = shelf.getByRole('region', { name: 'Official texts that are not here' })
  expect(await missing.getByRole('listitem').count()).toBe(5)
  expect(await missing.getByRole('link', { name: 'E/2019/28' }).getAttribute('href')).toBe(
    'https://docs.un.org/en/E/2019/28',
  )
  await missing.getByText('A rendering in our own words stands in for it above.').waitFor()

  await shelf.getByRole('button', { name: 'Add texts…' }).press('Enter')
  await shelf.getByLabel('Choose files…').setInputFiles([
    fileOf('declaration.txt', officialText('high-level-declaration-2024')),
    fileOf('note.txt', officialText(background)),
    // A stand-in for the official text of 2019, which is not ours to ship.
    fileOf(
      '2019.txt',
      'Ministerial Declaration of 2019\n\n1. We lend what we do not need.\n\n2. We shall meet again.\n',
    ),
    fileOf('picture.txt', '\u0089PNG\u0000\u0000'),
  ])
  const declaration = review(shelf, 'declaration.txt')
  expect(await declaration.getByLabel('Title').inputValue()).toBe('2024 high-level declaration')
  expect(await declaration.getByLabel('Year').inputValue()).toBe('2024')
  expect(await declaration.getByLabel('Agreed language').isChecked()).toBe(true)
  await declaration.locator('summary', { hasText: /42 paragraphs, .* notes\./ }).click()
  await declaration.getByRole('list', { name: 'Blocks in order' }).waitFor()
  await review(shelf, 'note.txt').getByLabel('Title').fill('Background note for the round tables')
  expect(await review(shelf, 'note.txt').getByLabel('Agreed language').isChecked()).toBe(false)
  await review(shelf, '2019.txt').getByText('takes the place of its rendering').waitFor()
  await review(shelf, 'picture.txt').getByText('It was not read.').waitFor()

  await shelf.getByRole('button', { name: 'Put 3 texts on the shelf' }).click()
  await shelf.getByText('3 texts are on the shelf.').waitFor()
  expect(await reviews(shelf).count()).toBe(1)
  await shelf.getByRole('button', { name: 'Leave out picture.txt' }).click()
  await shelf.getByRole('button', { name: 'Back to the shelf' }).click()
  await line(shelf, '2024 high-level declaration').getByText('agreed language').waitFor()
  await line(shelf, 'Background note for the round tables').getByText('not agreed').waitFor()
  expect(await line(shelf, 'rendering').count()).toBe(0)
  expect(await missing.getByRole('listitem').count()).toBe(3)

  const delegate = await room.delegate('EU')
  const read = await delegate.menu('Prior texts')
  await line(read, '2019 Ministerial Declaration').waitFor()
  expect(await read.getByRole('button').allTextContents()).toEqual(['×'])
})

test('R77, R116: on a phone, nothing typed is lost when a text is refused or the dialog closed; what is said of a text changes, and removing asks', async () => {
  const room = await MeetingRoom.open()
  const facilitator = await room.facilitator({ width: 390, height: 844 })
  room.session.expectRefusals()
  const sideways = () =>
    facilitator.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const shelf = await facilitator.menu('Prior texts')
  await shelf.getByText('There is no text on the shelf yet.').waitFor()
  await shelf.getByRole('button', { name: 'Add texts…' }).click()
  const paste = shelf.getByLabel('Or paste a text')
  await paste.fill('Only a title')
  await shelf.getByRole('button', { name: 'Read the text' }).click()
  await review(shelf, 'The pasted text').getByText('It was not read.').waitFor()
  expect(await paste.inputValue()).toBe('Only a title')
  await shelf.getByRole('button', { name: 'Leave out The pasted text' }).click()
  await paste.fill('Vienna, 3 May 2015\n\nReport on the lending\n\n1. We lend what we do not need.\n\n2. It came back.')
  await shelf.getByRole('button', { name: 'Read the text' }).click()
  const pasted = review(shelf, 'The pasted text')
  await pasted.getByText('2 paragraphs.').waitFor()
  expect(await paste.inputValue()).toBe('')
  expect(await pasted.getByLabel('Year').inputValue()).toBe('2015')
  await pasted.getByLabel('Title').fill('')
  await pasted.getByText('It needs a title.').waitFor()
  expect(await shelf.getByRole('button', { name: 'Put it on the shelf' }).isDisabled()).toBe(true)
  await pasted.getByLabel('Title').fill('Our lending')
  await pasted.getByLabel('Published at').fill('nowhere')
  await pasted.getByText('The address begins with https://').waitFor()
  await pasted.getByLabel('Published at').fill('https://example.org/lending')
  expect(await sideways()).toBe(0)

  // Closed and opened again, it is all there.
  await facilitator.press('Escape')
  await shelf.waitFor({ state: 'hidden' })
  await facilitator.menu('Prior texts')
  expect(await pasted.getByLabel('Title').inputValue()).toBe('Our lending')
  await shelf.getByRole('button', { name: 'Put it on the shelf' }).click()
  await shelf.getByText('On the shelf: Our lending.').waitFor()
  const link = line(shelf, 'Our lending').getByRole('link', { name: 'published' })
  expect(await link.getAttribute('href')).toBe('https://example.org/lending')

  // The same words again are refused, and stay under review.
  await shelf.getByRole('button', { name: 'Add texts…' }).click()
  await paste.fill('Vienna, 3 May 2015\n\nReport on the lending\n\n1. We lend what we do not need.\n\n2. It came back.')
  await shelf.getByRole('button', { name: 'Read the text' }).click()
  await shelf.getByRole('button', { name: 'Put it on the shelf' }).click()
  await pasted.getByText('This text is already on the shelf, as “Our lending”.').waitFor()
  expect(await pasted.getByLabel('Title').inputValue()).toBe('Report on the lending')
  await shelf.getByRole('button', { name: 'Leave out The pasted text' }).click()
  await shelf.getByRole('button', { name: 'Back to the shelf' }).click()

  await shelf.getByRole('button', { name: 'Edit Our lending' }).press('Enter')
  const form = shelf.getByRole('form', { name: 'Edit Our lending' })
  const hasFocus = (element: Locator) =>
    expect.poll(() => element.evaluate(one => one === document.activeElement)).toBe(true)
  await hasFocus(form.getByLabel('Title'))
  await form.getByLabel('Symbol').fill('E/2015/70')
  await form.getByLabel('Agreed language').check()
  await form.getByLabel('Symbol').press('Enter')
  await line(shelf, 'Our lending').getByText('agreed language').waitFor()
  await line(shelf, 'Our lending').getByRole('link', { name: 'E/2015/70' }).waitFor()
  await hasFocus(shelf.getByRole('button', { name: 'Edit Our lending' }))
  expect(await sideways()).toBe(0)

  await shelf.getByRole('button', { name: 'Remove Our lending' }).press('Enter')
  const keep = shelf.getByRole('button', { name: 'Keep Our lending' })
  await hasFocus(keep)
  await keep.press('Enter')
  await hasFocus(shelf.getByRole('button', { name: 'Remove Our lending' }))
  await shelf.getByRole('button', { name: 'Remove Our lending' }).press('Enter')
  await shelf.getByRole('button', { name: 'Remove Our lending from the shelf' }).click()
  await shelf.getByText('There is no text on the shelf yet.').waitFor()
})

test('R116: a folder let go over the dialog is read file by file, hidden files left out', async () => {
  const room = await MeetingRoom.open()
  const facilitator = await room.facilitator()
  const shelf = await facilitator.menu('Prior texts')
  await shelf.getByRole('button', { name: 'Add texts…' }).click()
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'inside'))
  writeFileSync(join(folder, 'inside', 'lending.txt'), 'Report on lending\n\n1. We lend.\n')
  writeFileSync(join(folder, 'return.txt'), 'Report on return\n\n1. It came back.\n')
  writeFileSync(join(folder, '.hidden'), 'Nothing to see\n\n1. Nothing.\n')
  await shelf.getByLabel('Choose a folder…').setInputFiles(folder)
  await review(shelf, 'inside/lending.txt').getByText('1 paragraph.').waitFor()
  await review(shelf, 'return.txt').getByText('1 paragraph.').waitFor()
  expect(await reviews(shelf).count()).toBe(2)
  // As the browser has it from the desktop: a folder and a file let go together.
  const dropped = temporaryFolder()
  mkdirSync(join(dropped, 'more', 'deeper'), { recursive: true })
  writeFileSync(join(dropped, 'more', 'deeper', 'strings.txt'), 'Report on strings\n\n1. They grow thin.\n')
  writeFileSync(join(dropped, 'cases.docx'), wordFile(p('Report on cases') + p('1. They are heavy.')))
  await shelf.getByRole('button', { name: 'Back to the shelf' }).press('Enter')
  await expect
    .poll(() =>
      shelf.getByRole('button', { name: 'Review 2 texts to be added' }).evaluate(one => one === document.activeElement),
    )
    .toBe(true)
  const box = await shelf.boundingBox()
  const cdp = await facilitator.page.context().newCDPSession(facilitator.page)
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }
  const data = { items: [], files: [join(dropped, 'more'), join(dropped, 'cases.docx')], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
  await review(shelf, 'strings.txt').getByText('1 paragraph.').waitFor()
  await review(shelf, 'cases.docx').getByText('1 paragraph.').waitFor()
  await shelf.getByRole('button', { name: 'Put 4 texts on the shelf' }).click()
  await shelf.getByText('4 texts are on the shelf.').waitFor()
  expect(room.server.running.parts.shelf.contents().texts).toHaveLength(4)
})
