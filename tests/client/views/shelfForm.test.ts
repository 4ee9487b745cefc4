import { expect, test } from 'vitest'
import { descriptionOf, shelfForm } from '../../../client/views/shelfForm.ts'

const description = {
  title: '2019 Ministerial Declaration',
  symbol: 'E/2019/28',
  year: 2019,
  published: 'https://docs.un.org/en/E/2019/28',
  isAgreed: true,
}

test('R115: what is said of a text goes through the fields unchanged; empty fields say that it is not known', () => {
  expect(descriptionOf(shelfForm(description))).toEqual(description)
  const bare = { title: 'A note', symbol: null, year: null, published: null, isAgreed: false }
  expect(descriptionOf(shelfForm(bare))).toEqual(bare)
  expect(descriptionOf({ ...shelfForm(description), title: ' A note ', symbol: ' ', year: ' ' })).toEqual({
    ...description,
    title: 'A note',
    symbol: null,
    year: null,
  })
})

test('what cannot be said is told in a sentence', () => {
  const form = shelfForm(description)
  expect(descriptionOf({ ...form, title: ' ' })).toEqual({ missing: 'It needs a title.' })
  for (const year of ['last', '20', '2019.5', '-1'])
    expect(descriptionOf({ ...form, year })).toEqual({ missing: expect.stringContaining('year') })
  for (const published of ['docs.un.org', 'ftp://docs.un.org', 'javascript:alert(1)'])
    expect(descriptionOf({ ...form, published })).toEqual({ missing: expect.stringContaining('https://') })
})
