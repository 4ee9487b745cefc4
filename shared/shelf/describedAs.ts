import type { ReadDocument } from '../exchange/ReadDocument.ts'
import type { ShelfDescription } from '../protocol/Shelf.ts'
import { instrumentOf, yearIn } from './instrumentOf.ts'

/** Said in a masthead, these make a text something else than the instrument whose title it bears. */
const NOT_OFFICIAL = /\bdraft\b|\brendering\b|\bnot the official\b|\bunofficial\b|\/CRP\.|\bsummary\b/i

const LONGEST_TITLE = 300

/**
 * What a document is, as far as it says so itself: the proposal to whoever puts it on the shelf. An instrument of the field gets
 * its common title and counts as agreed; of everything else it is for people to say whether it was agreed. The title is '' when
 * none was found.
 */
export function describedAs(document: ReadDocument): ShelfDescription {
  const masthead = document.blocks.flatMap(({ kind, text }) => (kind === 'masthead' ? [text] : [])).join('\n')
  const title = document.title.trim().slice(0, LONGEST_TITLE)
  const symbol = document.symbol?.trim().slice(0, 100) || null
  const year = datedIn(masthead) ?? yearIn(symbol ?? '') ?? yearIn(title)
  const instrument = NOT_OFFICIAL.test(masthead) ? null : instrumentOf({ title, symbol, year })
  if (instrument === null) return { title, symbol, year, published: addressOf(symbol), isAgreed: false }
  const { published } = instrument
  return {
    title: instrument.title,
    symbol: symbol ?? instrument.symbol,
    year: instrument.year,
    published,
    isAgreed: true,
  }
}

/** The year of the first date: "14 March 2024". */
function datedIn(masthead: string): number | null {
  const [, year] =
    /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) ((?:19|20)\d\d)\b/.exec(
      masthead,
    ) ?? []
  return year === undefined ? null : Number(year)
}

/** United Nations documents are found by their symbol; papers of a conference room are not published. */
function addressOf(symbol: string | null): string | null {
  const isPublished = symbol !== null && /^[AES]\/[\w./()-]+$/.test(symbol) && !/\/CRP\./.test(symbol)
  return isPublished ? `https://docs.un.org/en/${symbol}` : null
}
