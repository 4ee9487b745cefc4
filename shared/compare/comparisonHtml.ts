import type { ComparedBlock } from './ComparedBlock.ts'
import { type ShownPiece, type ShownRun, shownRuns, sidePieces, wholePieces } from './comparedPieces.ts'
import { comparisonPageStyle } from './comparisonPageStyle.ts'
import type { ComparisonRow } from './comparisonRows.ts'
import { type ComparisonTotals, totalsInWords } from './comparisonTotals.ts'
import { foldUnchanged, type ListedRow } from './foldUnchanged.ts'
import { foldWords, marginLabel, relationWords } from './relationWords.ts'

/** What one of the two texts is, as the head of the comparison says it. */
export interface ComparedTextHead {
  readonly title: string
  /** Everything else one should know of it: its symbol, what of the draft it is, whether it is agreed. */
  readonly about: string
}

export interface ComparisonPage {
  readonly old: ComparedTextHead
  readonly new: ComparedTextHead
  /** When it was made, in words: "21 November 2026 at 17:30 UTC". */
  readonly made: string
  readonly rows: readonly ComparisonRow[]
  readonly totals: ComparisonTotals
}

/**
 * A comparison as one HTML file that opens anywhere: without scripts, and nothing is fetched. Every word of both texts is in it;
 * what did not change is folded, and opens without a script. Words of the texts can do nothing in it but be read.
 */
export function comparisonHtml({ old, new: now, made, rows, totals }: ComparisonPage): string {
  const title = `${old.title} compared with ${now.title}`
  const sum = totalsInWords(totals).map(({ count, of }) => `<b>${count}</b> ${of}`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${comparisonPageStyle}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>Made on ${escaped(made)}.</p>
<p class="sum">${sum.join(' · ')}</p>
<p class="legend">Words <del>only in the older text</del> are struck through, words <ins>only in the newer one</ins> underlined. “Moved” stands where a paragraph comes among others than before, “possibly” where so little is alike that a reader has to say whether the one came of the other. Notes are compared by what they cite, not by their number.</p>
</header>
<div class="row heads">${head(old)}<div class="mid"></div>${head(now)}</div>
${foldUnchanged(rows).map(listed).join('\n')}
</body>
</html>
`
}

function head({ title, about }: ComparedTextHead): string {
  return `<div class="side"><h2>${escaped(title)}</h2><p class="about">${escaped(about)}</p></div>`
}

function listed(row: ListedRow): string {
  switch (row.is) {
    case 'unchanged':
      return `<details><summary>${escaped(foldWords(row))}</summary>\n${row.rows.map(listed).join('\n')}\n</details>`
    case 'pair': {
      const [before, after] = (['old', 'new'] as const).map(side =>
        sidePieces(row.pair.words, row[side], side)
          .map((pieces, nth) => block(row[side][nth], pieces))
          .join(''),
      )
      return line(row, before ?? '', after ?? '')
    }
    case 'new':
      return line(row, '', block(row.block, wholePieces(row.block, 'inserted')))
    case 'dropped':
      return line(row, block(row.block, wholePieces(row.block, 'deleted')), '')
    case 'elsewhere': {
      const told = `<p class="else">${escaped(`${row.block.label}: ${row.why}, see ${row.to.label} ${row.to.direction === 'down' ? 'below' : 'above'}`)}</p>`
      return line(row, row.side === 'old' ? told : '', row.side === 'new' ? told : '')
    }
    default:
      return row satisfies never
  }
}

function line(row: ComparisonRow, before: string, after: string): string {
  const words = relationWords(row).map(escaped).join('<br>')
  const from = row.is === 'pair' && row.from !== null ? `<br>from ${escaped(labels(row.old))}` : ''
  return `<div class="row ${row.is}"><div class="side">${before}</div><div class="mid">${words}${from}</div><div class="side">${after}</div></div>`
}

const labels = (blocks: readonly ComparedBlock[]) => blocks.map(({ label }) => label).join(' + ')

function block(of: ComparedBlock | undefined, pieces: readonly ShownPiece[]): string {
  if (of === undefined) return ''
  const label = marginLabel(of)
  const words = shownRuns(pieces).map(runHtml).join('')
  if (of.is !== 'paragraph') return `<h3>${words}</h3>`
  return `<p>${label === '' ? '' : `<span class="n">${escaped(label)}</span>`}${words}</p>`
}

function runHtml({ is, pieces, blank }: ShownRun): string {
  const words = pieces.map(({ text, mark }) => (mark === null ? escaped(text) : `<sup>${escaped(mark.label)}</sup>`))
  switch (is) {
    case 'same':
      return words.join('')
    case 'deleted':
      return `<del>${words.join('')}</del>${blank}`
    case 'inserted':
      return `<ins>${words.join('')}</ins>${blank}`
    default:
      return is satisfies never
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}
