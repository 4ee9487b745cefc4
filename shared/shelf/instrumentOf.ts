import { type Instrument, instruments } from './instruments.ts'

/** What a text says of itself, or what is said of it. */
export interface Named {
  readonly title: string
  readonly symbol: string | null
  readonly year: number | null
}

/**
 * Which instrument of the field bears this symbol, or else this title and year; null when none does. A text that is only about an
 * instrument ("Chair's summary … Ministerial Declaration of 2019") has another title, and so is not taken for it.
 */
export function instrumentOf({ title, symbol, year }: Named): Instrument | null {
  const bySymbol = symbol === null ? undefined : instruments.find(instrument => bears(symbol, instrument))
  if (bySymbol !== undefined) return bySymbol
  const called = plain(title)
  return (
    instruments.find(({ inFull }) => inFull.test(called)) ??
    instruments.find(instrument => instrument.called.test(called) && instrument.year === (year ?? yearIn(title))) ??
    null
  )
}

/** A report may print a second symbol behind the first: `E/2019/28–E/CN.7/2019/13`. Its addenda are other documents. */
function bears(symbol: string, instrument: Instrument): boolean {
  const printed = symbol
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/^S-30\//, 'A/RES/S-30/')
  if (!printed.startsWith(instrument.symbol)) return false
  const behind = printed.slice(instrument.symbol.length)
  return behind === '' || /^[-–‑,;]/.test(behind)
}

/** The title in small letters, without an article or a year in front. */
function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/^\d{4} /, '')
}

/** The only year that a title names; null when it names none, or several. */
export function yearIn(text: string): number | null {
  const years = new Set(text.match(/\b(?:19|20)\d\d\b/g))
  const [only] = years
  return only === undefined || years.size > 1 ? null : Number(only)
}
