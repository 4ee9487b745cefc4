/** What stands between a line and the one before it. */
export type LineGap = 'line' | 'blank' | 'page'

export interface PrintedLine {
  /** Trimmed, never empty. */
  readonly text: string
  readonly gap: LineGap
  /** Spaces before the text, a tab counted as four. */
  readonly indent: number
}

export interface PrintedLines {
  readonly lines: readonly PrintedLine[]
  /** Running heads, page numbers and the like, as printed, in order. */
  readonly dropped: readonly string[]
  readonly symbol: string | null
}

const SYMBOL = /^(?:United Nations\s+)?([A-Z]{1,7}(?:\/[A-Za-z0-9.()-]{1,24}){1,8})(\\?\*)?(?:\s+\d{1,3})?$/
const FURNITURE: readonly RegExp[] = [
  // Job numbers, with or without the page: "V.24-12345 (E) 2/8".
  /^(?:V\.|GE\.)\d{2}-\d{5}(?:\s.{0,40})?$/,
  /^\d{2}-\d{5}(?: ?\([A-Z]\))?(?:\s+\d{1,3}\/\d{1,3})?$/,
  /^\d{1,3}\/\d{1,3}(?:\s+(?:V\.|GE\.)?\d{2}-\d{5}.{0,20})?$/,
  // The bar code's number, and the dates of the translation: "*2412345*", "150324 180324".
  /^\\?\*\d{7}\\?\*$/,
  /^\d{6}\s+\d{6}$/,
  /^Please recycle.{0,8}$/i,
  /^page\s+\d{1,3}(?:\s+(?:of|\/)\s+\d{1,3})?$/i,
  /^[-–—]\s?\d{1,3}\s?[-–—]$/,
  /^!\[[^\]]{0,200}\]\([^)]{0,300}\)$/,
]
const BARE_NUMBER = /^\d{1,3}$/
const RULE = /^(?:[-_=]{3,}|\*{5,}|\*\*\*|(?:\* ){2,9}\*)$/

/** Longer lines are prose; the bound also keeps the patterns cheap. */
const FURNITURE_CHARACTERS = 120
/** The symbol is printed at the head of the first page; further down the same line is a running head. */
const HEAD_LINES = 15
/** A running head, a page number and the blank rows between them. */
const EDGE_ROWS = 4
const HEAD_ROWS = 2 * HEAD_LINES

/** Splits clean text into lines that bear words, and takes out what belongs to the page and not to the text. */
export function printedLines(text: string): PrintedLines {
  const rows = text.replaceAll('\f', '\n\f\n').split('\n')
  const trimmed = rows.map(row => (row === '\f' ? '\f' : row.trim()))
  const symbol = firstSymbol(trimmed)
  const runningHeads = repeatedAtPageEdges(trimmed)
  const lines: PrintedLine[] = []
  const dropped: string[] = []
  let gap: LineGap = 'page'
  let symbolKept = false
  for (const [index, line] of trimmed.entries()) {
    if (line === '\f') gap = 'page'
    else if (line === '' || RULE.test(line.slice(0, FURNITURE_CHARACTERS))) gap = gap === 'page' ? 'page' : 'blank'
    else {
      const isSymbol = isSymbolLine(trimmed, index)
      const keepsSymbol = isSymbol && !symbolKept && lines.length < HEAD_LINES
      if (isFurniture(line) || (isSymbol && !keepsSymbol) || runningHeads.has(index) || isPageNumber(trimmed, index)) {
        dropped.push(line)
        gap = 'page'
        continue
      }
      symbolKept ||= isSymbol
      lines.push({ text: line, gap, indent: indentOf(rows[index] ?? '') })
      gap = 'line'
    }
  }
  return { lines, dropped, symbol }
}

/** Whether a line belongs to the page by its form alone: a job number, a page number with its word, a bar code. */
export function isFurniture(line: string): boolean {
  return line.length <= FURNITURE_CHARACTERS && FURNITURE.some(pattern => pattern.test(line))
}

function symbolOf(line: string): string | null {
  if (line.length > FURNITURE_CHARACTERS || !line.includes('/') || !/\d/.test(line)) return null
  return SYMBOL.exec(line)?.[1] ?? null
}

function firstSymbol(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) if (isSymbolLine(lines, index)) return symbolOf(line)
  return null
}

/** A symbol between two lines of words may be the middle of a sentence: it must touch a page end or a blank line. */
function isSymbolLine(lines: readonly string[], index: number): boolean {
  if (symbolOf(lines[index] ?? '') === null) return false
  return isEdge(lines[index - 1]) || isEdge(lines[index + 1])
}

function isEdge(line: string | undefined): boolean {
  return line === undefined || line === '' || line === '\f' || isFurniture(line)
}

/** A number alone is a page number only at the edge of a page; elsewhere it may be a paragraph's number. */
function isPageNumber(lines: readonly string[], index: number): boolean {
  if (!BARE_NUMBER.test(lines[index] ?? '')) return false
  return isPageEdge(lines, index, 1) || isPageEdge(lines, index, -1)
}

/** Whether the next line that is not blank or a bare number, a few rows on, is a form feed or page furniture. */
function isPageEdge(lines: readonly string[], index: number, step: 1 | -1): boolean {
  for (let row = index + step; Math.abs(row - index) <= EDGE_ROWS; row += step) {
    const line = lines[row]
    if (line === '\f') return true
    if (line === undefined) return false
    if (line !== '' && !BARE_NUMBER.test(line)) return isFurniture(line)
  }
  return false
}

/**
 * Rows that repeat at the head or foot of pages: a running head is there on every page. The first one stays where it
 * heads the first page, since the title itself may be what is repeated.
 */
function repeatedAtPageEdges(lines: readonly string[]): ReadonlySet<number> {
  const rowsOf = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    if (!mayBeRunningHead(line)) continue
    if (!isPageEdge(lines, index, 1) && !isPageEdge(lines, index, -1)) continue
    const key = line.replace(/\d+/g, '#')
    const rows = rowsOf.get(key)
    if (rows !== undefined) rows.push(index)
    else rowsOf.set(key, [index])
  }
  const pageEnd = lines.indexOf('\f')
  const firstPageEnd = Math.min(HEAD_ROWS, pageEnd < 0 ? HEAD_ROWS : pageEnd)
  const repeated = new Set<number>()
  for (const rows of rowsOf.values()) {
    if (rows.length < 2) continue
    for (const [nth, row] of rows.entries()) {
      const isTitle = nth === 0 && row < firstPageEnd && !isPageEdge(lines, row, 1)
      if (!isTitle) repeated.add(row)
    }
  }
  return repeated
}

/** A running head has words, is no note and ends like a heading, not like a sentence. */
function mayBeRunningHead(line: string): boolean {
  if (line.length > FURNITURE_CHARACTERS || isFurniture(line)) return false
  return /\p{L}{3}/u.test(line) && !/^[⁰¹²³⁴-⁹*\\<[]|[.;:,]$/.test(line)
}

function indentOf(row: string): number {
  let indent = 0
  for (const sign of row) {
    if (sign === ' ') indent++
    else if (sign === '\t') indent += 4
    else break
  }
  return indent
}
