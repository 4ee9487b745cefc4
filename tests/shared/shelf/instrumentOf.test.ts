import { expect, test } from 'vitest'
import { instrumentOf, yearIn } from '../../../shared/shelf/instrumentOf.ts'
import { instruments } from '../../../shared/shelf/instruments.ts'

const yearOf = (title: string, symbol: string | null = null, year: number | null = null) =>
  instrumentOf({ title, symbol, year })?.year ?? null

test('R114: the instruments of the field are known by symbol, whatever the title', () => {
  for (const { symbol, year } of instruments) expect(yearOf('Report on the session', symbol)).toBe(year)
  expect(yearOf('Report', 'E/2019/28–E/CN.7/2019/13')).toBe(2019)
  expect(yearOf('Report', 'e/2009/28')).toBe(2009)
  expect(yearOf('Resolution', 'S-30/1')).toBe(2016)
  expect(yearOf('Report', 'E/2019/28/Add.1')).toBeNull()
  expect(yearOf('Report', 'E/2019/280')).toBeNull()
})

test('R114: they are known by title and year, or by the beginning of the full title', () => {
  for (const { title, year } of instruments) expect(yearOf(title, null, year), title).toBe(year)
  expect(yearOf('Ministerial Declaration of 2019')).toBe(2019)
  expect(yearOf('The Ministerial Declaration', null, 2019)).toBe(2019)
  expect(yearOf('Joint Ministerial Statement', 'E/CN.7/2014/L.1', 2014)).toBe(2014)
  expect(yearOf('Our joint commitment to effectively addressing and countering the world drug problem')).toBe(2016)
})

test('R114: a text that is only about an instrument, or of another year, is not taken for it', () => {
  expect(yearOf('Chair’s summary of the follow-up to the Ministerial Declaration of 2019', null, 2022)).toBeNull()
  expect(yearOf('Draft Ministerial Declaration', null, 2019)).toBeNull()
  expect(yearOf('Ministerial Declaration', null, 2018)).toBeNull()
  expect(yearOf('Ministerial Declaration')).toBeNull()
  expect(yearOf('')).toBeNull()
})

test('a title names a year when it names only one', () => {
  expect(yearIn('The review of 2024')).toBe(2024)
  expect(yearIn('2019–2024')).toBeNull()
  expect(yearIn('2019 and again 2019')).toBe(2019)
  expect(yearIn('no year, 12345 words')).toBeNull()
})
