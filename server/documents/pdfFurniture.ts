import { isFurniture } from '../../shared/exchange/printedLines.ts'
import type { PdfLine } from './PdfLine.ts'

/** Running heads and feet stand in this share of a page at its top and bottom. */
const EDGE = 0.15
/** Heights that differ by less are one. */
const SAME_POINTS = 4
/** What stands at one height on fewer pages, of all that have it, is not running; left and right pages may differ. */
const FEWEST_PAGES = 2
const SHARE_OF_PAGES = 0.3
/** The masthead and the title. */
const HEAD_LINES = 20
/** From baseline to baseline, in letter sizes; lines of text are closer, but for double spacing. */
const APART = 1.5
const PAGE_NUMBER = /^(?:page\s+)?[-–—]?\s?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:\/|of)\s?\d{1,4})?\s?[-–—]?$/i

/**
 * Lines that belong to the page and not to the text: running heads and feet, which are alike on several pages, page
 * numbers, job numbers. Each stands at the edge, with nothing but others of the kind beyond it, and apart from the text.
 */
export function pdfFurniture(pages: readonly (readonly PdfLine[])[], heights: readonly number[]): ReadonlySet<PdfLine> {
  const repeated = repeatedKeys(pages, heights)
  const furniture = new Set<PdfLine>()
  // A text of two pages has its symbol or title at the head of one of them only.
  const onFirst = new Set(pages[0]?.slice(0, HEAD_LINES).map(line => line.text))
  for (const [page, lines] of pages.entries()) {
    const isCandidate = (line: PdfLine) =>
      isAtEdge(line, heights[page] ?? 0) &&
      (repeated.has(keyOf(line)) ||
        isFurniture(line.text) ||
        PAGE_NUMBER.test(line.text) ||
        (page > 0 && onFirst.has(line.text)))
    for (const inward of [lines, lines.toReversed()]) {
      const inside = inward.findIndex(line => !isCandidate(line))
      const candidates = inside < 0 ? inward : inward.slice(0, inside)
      const last = candidates.findLastIndex((line, nth) => isFurniture(line.text) || standsApart(line, inward[nth + 1]))
      for (const line of candidates.slice(0, last + 1)) furniture.add(line)
    }
  }
  return furniture
}

function repeatedKeys(pages: readonly (readonly PdfLine[])[], heights: readonly number[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [page, lines] of pages.entries()) {
    const atEdge = lines.filter(line => isAtEdge(line, heights[page] ?? 0))
    for (const key of new Set(atEdge.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const fewest = Math.max(FEWEST_PAGES, SHARE_OF_PAGES * pages.length)
  return new Set([...counts].flatMap(([key, count]) => (count >= fewest ? [key] : [])))
}

function isAtEdge({ y }: PdfLine, height: number): boolean {
  return y > (1 - EDGE) * height || y < EDGE * height
}

function keyOf({ y, text }: PdfLine): string {
  return `${Math.round(y / SAME_POINTS)} ${text.replace(/\d+|\b[ivxl]+$/g, '#')}`
}

/** There is more room between a head, or a foot, and the text than between lines of text. */
function standsApart(line: PdfLine, next: PdfLine | undefined): boolean {
  return next === undefined || Math.abs(next.y - line.y) > APART * Math.max(line.size, next.size)
}
