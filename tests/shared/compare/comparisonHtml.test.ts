import { describe, expect, test } from 'vitest'
import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { comparisonHtml } from '../../../shared/compare/comparisonHtml.ts'
import { comparisonRows } from '../../../shared/compare/comparisonRows.ts'
import { comparisonTotals } from '../../../shared/compare/comparisonTotals.ts'
import { officialBlocks, paragraphs } from './textBlocks.ts'

function page(old: readonly ComparedBlock[], now: readonly ComparedBlock[], title = 'The declaration of 2019') {
  const comparison = compareTexts(old, now)
  return comparisonHtml({
    old: { title, about: 'agreed language' },
    new: { title: 'The draft', about: 'clean' },
    made: '21 November 2026 at 17:30',
    rows: comparisonRows(comparison),
    totals: comparisonTotals(comparison),
  })
}

/** The words a reader finds in a page, without those of its style. */
const wordsOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

describe('a comparison to take away', () => {
  test('R124: says what is compared, when, in numbers, and what the signs mean', () => {
    const html = page(paragraphs('We meet on Monday.'), paragraphs('We meet on Tuesday.'))
    for (const said of [
      'The declaration of 2019',
      'agreed language',
      'The draft',
      '21 November 2026',
      '1 paired',
      'struck through',
    ])
      expect(wordsOf(html)).toContain(said)
    expect(html).toContain('<del>Monday</del>')
    expect(html).toContain('<ins>Tuesday</ins>')
  })

  test('R124: holds every word of both texts', () => {
    const [old, now] = [
      officialBlocks('round-tables-background-note-2024'),
      officialBlocks('high-level-declaration-2024'),
    ]
    const words = wordsOf(page(old, now))
    const found = [...old, ...now]
      .flatMap(({ text }) => text.split(/[\s\uFFFC]+/))
      .filter(word => !words.includes(word))
    expect(found).toEqual([])
  })

  test('R124: fetches nothing, runs nothing, and the words of a text are only words in it', () => {
    const evil = `<script>alert(1)</script> "quoted" & <img src=x onerror='alert(2)'>`
    const html = page(paragraphs(`${evil} We meet.`, evil, evil), paragraphs(evil, `We eat ${evil}`, evil), evil)
    const tags = new Set(
      [...html.matchAll(/<(\w+)([^>]*)>/g)].map(
        ([, tag, attributes = '']) => `${tag}${attributes.replace(/"[^"]*"/g, '')}`,
      ),
    )
    expect([...tags].sort()).toEqual([
      ...['b', 'body', 'br', 'del', 'details', 'div class=', 'h1', 'h2', 'head', 'header', 'html lang=', 'ins'],
      ...['meta charset=', 'meta http-equiv= content=', 'meta name= content=', 'p', 'p class=', 'span class='],
      ...['style', 'summary', 'title'],
    ])
    expect(html).not.toMatch(/\burl\(|@import|https?:/)
    expect(html).toContain("default-src 'none'")
    expect(wordsOf(html)).toContain(evil)
  })
})
