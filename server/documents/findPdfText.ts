import { cleanText } from '../../shared/exchange/cleanText.ts'
import { hyphenedWords } from '../../shared/exchange/hyphenedWords.ts'
import { guessedHyphenSentence, seamBetween } from '../../shared/exchange/joinLines.ts'
import { leftOutSentence } from '../../shared/exchange/leftOutSentence.ts'
import type { Refusal } from '../../shared/exchange/Refusal.ts'
import type { FoundText, Remark } from '../../shared/exchange/readFoundText.ts'
import { emphasised, plainWords, type Run } from './emphasised.ts'
import { LeftOut } from './LeftOut.ts'
import { openPdf } from './openPdf.ts'
import { type PdfLine, pdfLines } from './PdfLine.ts'
import { pdfColumns } from './pdfColumns.ts'
import { pdfFurniture } from './pdfFurniture.ts'
import { pdfLineNumbers } from './pdfLineNumbers.ts'
import { pdfNotes } from './pdfNotes.ts'
import { pdfParagraphs } from './pdfParagraphs.ts'

/** Headings are set in larger letters than the text, if they are not bold. */
const LARGER = 1.1
/** Fonts without a table of characters give signs of the private area, or none, in place of letters. */
const STRANGE_SHARE = 0.05

/**
 * Finds the text of a PDF, in which nothing is but letters and their places: lines, what belongs to the page, notes at
 * the foot, paragraphs across line and page ends, raised marks, italics, headings in bold.
 */
export async function findPdfText(bytes: Uint8Array): Promise<FoundText | Refusal> {
  const leftOut = new LeftOut()
  const opened = await openPdf(bytes, leftOut)
  if ('refused' in opened) return opened
  const lineNumbers = pdfLineNumbers(opened)
  leftOut.count('lineNumber', lineNumbers.size)
  const withoutNumbers = opened.map(page => ({ ...page, pieces: page.pieces.filter(piece => !lineNumbers.has(piece)) }))
  // Columns are read like narrow pages.
  const pages = withoutNumbers.flatMap(pdfColumns)
  const heights = pages.map(page => page.height)
  const printed = pages.map(({ pieces }, page) => pdfLines(pieces, page))
  if (isStrange(printed.flat())) {
    return {
      refused:
        'The letters of this PDF cannot be told: its fonts do not say what their signs mean. Get the text in another form.',
    }
  }
  const furniture = pdfFurniture(printed, heights)
  const lines = printed.map(page => page.filter(line => !furniture.has(line)))
  const size = usualSize(lines.flat())
  const { body, notes } = pdfNotes(lines, size, heights)
  const words = hyphenedWords(printed.flatMap(page => page.map(line => cleanText(line.text))).join('\n'))
  const cutsWords = lines.some(page => page.some((line, nth) => isCutWord(line.text, page[nth + 1]?.text ?? '', words)))
  const remarks: Remark[] =
    furniture.size === 0 ? [] : [{ sentence: leftOutSentence([...furniture].map(({ text }) => text)), near: null }]
  const parts: string[] = []
  let open: readonly Run[] = []
  const close = () => {
    if (open.length > 0) parts.push(emphasised(open))
    open = []
  }
  const goOn = (line: PdfLine) => {
    const joined = joinedRuns(open, line.runs, words, cutsWords)
    open = joined.runs
    if (joined.guess !== null) remarks.push({ sentence: guessedHyphenSentence(joined.guess), near: plainWords(open) })
  }
  for (const { seam, line, isGuess } of pdfParagraphs(
    body.map(line => (line.size > LARGER * size ? strengthened(line) : line)),
  )) {
    if (seam !== 'same') {
      close()
      parts.push(seam === 'unsure' ? '\n' : seam === 'page' ? '\n\f\n' : '\n\n')
    }
    goOn(line)
    if (isGuess)
      remarks.push({
        sentence: `${quoted(line.text)} heads page ${pages[line.page]?.number ?? 0} and was joined to the paragraph before it, whose last line is full.`,
        near: plainWords(open),
      })
  }
  close()
  for (const note of notes) {
    for (const line of note.lines) goOn(line)
    parts.push(`\n\n<sup>${note.label}</sup> ${emphasised(open)}`)
    open = []
  }
  return { text: parts.join(''), remarks: [...remarks, ...leftOut.remarks] }
}

function strengthened(line: PdfLine): PdfLine {
  return { ...line, runs: line.runs.map(run => (run.kind === 'words' ? { ...run, strong: true } : run)) }
}

/** The runs of two lines as one: with a space between them, or without the hyphen that cut a word. */
function joinedRuns(
  before: readonly Run[],
  after: readonly Run[],
  words: () => ReadonlySet<string>,
  cutsWords: boolean,
): { readonly runs: readonly Run[]; readonly guess: string | null } {
  const clean = after.map(run => (run.kind === 'words' ? { ...run, text: softened(run.text) } : run))
  const last = before.at(-1)
  const first = clean.at(0)
  if (last === undefined || first === undefined) return { runs: clean, guess: null }
  if (last.kind === 'mark' || first.kind === 'mark' || last.raised || first.raised) {
    return {
      runs: [...before, { kind: 'words', text: ' ', italic: false, strong: true, raised: false }, ...clean],
      guess: null,
    }
  }
  const text = last.text.trimEnd()
  if (text.endsWith(SOFT))
    return { runs: [...before.slice(0, -1), { ...last, text: text.slice(0, -1) }, ...clean], guess: null }
  const whole = plainWords(before).trimEnd()
  const seen = seamBetween(whole, plainWords(clean).trimStart(), words)
  // Where no word is cut for certain, the program that set the text cuts none: a hyphen is the word's own.
  const {
    before: kept,
    space,
    guess,
  } = seen.guess === null || cutsWords ? seen : { ...seen, before: whole, guess: null }
  const seam = text.slice(0, text.length - (whole.length - kept.length)) + (space ? ' ' : '')
  return { runs: [...before.slice(0, -1), { ...last, text: seam }, ...clean], guess }
}

/** Whether a word was cut between two lines for certain: it stands elsewhere in the text without a hyphen, and nowhere with one. */
function isCutWord(before: string, after: string, words: () => ReadonlySet<string>): boolean {
  const line = softened(before).trimEnd()
  if (line.endsWith(SOFT)) return true
  const seam = seamBetween(line, cleanText(after).trimStart(), words)
  return seam.guess === null && seam.before.length < line.length
}

/** A soft hyphen where a line ends; anywhere else it is nothing. Kept through the cleaning as a sign of the private area. */
const SOFT = '\ue000'

function softened(text: string): string {
  return cleanText(text.replace(/\u00ad\s*$/, SOFT))
}

function quoted(text: string): string {
  return text.length <= 60 ? `“${text}”` : `“${text.slice(0, 59).trimEnd()}…”`
}

function isStrange(lines: readonly PdfLine[]): boolean {
  const text = lines.map(line => line.text).join('')
  const strange = text.match(/[\ue000-\uefff\uf100-\uf8ff\ufffd]|\p{Cc}/gu)?.length ?? 0
  return strange > STRANGE_SHARE * text.length
}

/** The size of most letters. */
function usualSize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 4) / 4
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? 0
}
