import { expect, test } from 'vitest'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import type { SheetWindow } from '../harness/SheetWindow.ts'
import { officialText } from '../shared/exchange/officialText.ts'

const declaration = 'high-level-declaration-2024'
const background = 'round-tables-background-note-2024'

/** The draft of 2024 in the room, and the background note of its round tables on the shelf as agreed language. */
async function roomWithShelf(): Promise<MeetingRoom> {
  const room = await MeetingRoom.open({ tabling: 'as typed', draft: officialText(declaration) })
  await room.server.shelve(officialText(background), { title: 'Background note', year: 2023, isAgreed: true })
  return room
}

/** The first words of a paragraph. */
async function opening(window: SheetWindow, label: string): Promise<string> {
  const words = (await window.printed(label)).replace(/^[\d(a-z). ]*\s/, '').split(/\s+/)
  return words.slice(1, 4).join(' ')
}

test('R112, R126: agreed language is marked in the draft on demand, and said on the card while one types', async () => {
  const room = await roomWithShelf()
  const delegate = await room.delegate('EU')
  const { page } = delegate
  const marks = page.locator('#sheet .provenance')
  expect(await marks.count()).toBe(0)
  await delegate.press('Alt+A')
  const inItem = delegate.paragraph('18 (b)').locator('.provenance.agreed')
  await inItem.first().waitFor()
  expect(await inItem.first().getAttribute('title')).toMatch(/^Agreed language.*: 2023, /)

  // Words of the challenge, typed elsewhere: the card says so before they are finished.
  const words = (await inItem.allTextContents()).join('').trim()
  await delegate.clickBehind('5', await opening(delegate, '5'))
  await delegate.type(` ${words}`)
  const card = delegate.card(/^European Union proposes to insert/)
  await card.getByText(/Agreed language, (all )?\d+/).waitFor()

  // The same in the comparison, where a line under the paragraph says from where.
  await page
    .getByRole('button', { name: 'Compare', exact: true })
    .or(page.getByText('Compare', { exact: true }))
    .first()
    .click()
  await page
    .locator('.cmp-source', { hasText: /^Agreed language, .*: 2023, / })
    .first()
    .waitFor()
  await page.getByText('Compilation', { exact: true }).first().click()
  await delegate.press('Alt+A')
  await page.waitForFunction(() => document.querySelector('#sheet .provenance') === null)
})

test('R109, R125: where words come from is shown with citations, and what is found on the shelf is taken over with its source', async () => {
  const room = await roomWithShelf()
  const delegate = await room.delegate('EU')
  const { page } = delegate
  await delegate.clickBehind('18 (a)', await opening(delegate, '18 (a)'))
  await delegate.press('Alt+W')
  const pedigree = page.getByRole('dialog', { name: 'Where these words come from' })
  await pedigree.getByText(/^2023 .*here/).waitFor()
  await pedigree.getByText('Copy with its citation').first().waitFor()
  await delegate.press('Escape')

  const sought = await opening(delegate, '18 (a)')
  await delegate.clickBehind('5', await opening(delegate, '5'))
  await delegate.press('Alt+F')
  const search = page.getByRole('dialog', { name: 'Search prior texts' })
  await search.getByLabel('Words').fill(sought)
  await search.getByText(/^In (one|\d+) paragraph/).waitFor()
  const found = search.getByRole('listitem').first()
  const paragraph = (await found.locator('.pedigree-words').textContent())?.trim() ?? ''
  await found.getByRole('button', { name: /^Propose these words/ }).click()
  const card = delegate.card(/^European Union proposes to insert/)
  await card.getByText(/^From Background note, .*\.$/).waitFor()
  expect(await delegate.printed('5')).toContain(paragraph.slice(0, 40))
  expect(await delegate.printed('5')).toContain('EU')
})

test('R125: a shelf without a text that has the words says so, and nothing is marked', async () => {
  const room = await MeetingRoom.open()
  const delegate = await room.delegate('EU')
  await delegate.press('Alt+F')
  const search = delegate.page.getByRole('dialog', { name: 'Search prior texts' })
  await search.getByLabel('Words').fill('words that nobody ever wrote')
  await search.getByText('No text on the shelf has these words, nor four of them in a row.').waitFor()
})
