import { expect, test } from 'vitest'
import type { ShelfEntry } from '../../../shared/protocol/Shelf.ts'
import { missingInstruments, replacedBy } from '../../../shared/shelf/missingInstruments.ts'

const entry: ShelfEntry = {
  id: 'official',
  title: '2019 Ministerial Declaration',
  symbol: 'E/2019/28',
  year: 2019,
  published: null,
  isAgreed: true,
  isRendering: false,
  words: 3,
  addedBy: 'Secretariat',
  addedAt: 1,
}
const rendering = { ...entry, id: 'ours', symbol: null, isAgreed: false, isRendering: true }
const missingYears = (entries: readonly ShelfEntry[]) => missingInstruments(entries).map(({ year }) => year)

test('R114: an instrument is missing until its official text is there; its rendering stands in for it', () => {
  expect(missingYears([])).toEqual([2009, 2014, 2016, 2019, 2024])
  expect(missingInstruments([rendering]).find(({ year }) => year === 2019)).toMatchObject({
    symbol: 'E/2019/28',
    published: 'https://docs.un.org/en/E/2019/28',
    rendering: 'ours',
  })
  expect(missingYears([rendering, entry])).toEqual([2009, 2014, 2016, 2024])
  // A text of that title which was not agreed: a draft, or somebody's account.
  expect(missingYears([{ ...entry, isAgreed: false }])).toContain(2019)
})

test('R115: only the official text of the same instrument takes the place of a rendering', () => {
  expect(replacedBy(entry, [rendering])).toEqual([rendering])
  expect(replacedBy({ ...entry, symbol: null }, [rendering, entry])).toEqual([rendering])
  expect(replacedBy({ ...entry, isAgreed: false }, [rendering])).toEqual([])
  expect(
    replacedBy({ ...entry, title: '2014 Joint Ministerial Statement', symbol: null, year: 2014 }, [rendering]),
  ).toEqual([])
})
