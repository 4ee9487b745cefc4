import { lineShape } from '../../shared/exchange/lineShape.ts'
import { readLabel } from '../../shared/exchange/readLabel.ts'
import { isStrongThroughout } from './emphasised.ts'
import type { PdfLine } from './PdfLine.ts'

/** What is between a line and the one before it: nothing (one paragraph), a doubt, the end of a paragraph, or of a page. */
export type LineSeam = 'same' | 'unsure' | 'break' | 'page'

export interface PdfParagraphPart {
  readonly seam: LineSeam
  readonly line: PdfLine
  /** It heads a page, and only the full line before it says that it goes on from there. */
  readonly isGuess: boolean
}

/** Lines of one paragraph differ in size by less. */
const SAME_SIZE = 0.08
/** A gap wider than the usual distance by this share ends a paragraph. */
const WIDER = 1.25
/** An indent of so many letter sizes is one. */
const INDENT = 0.8
/** What stands beside the text begins behind this share of the column, and is not longer. */
const ASIDE = 0.4
/** Ends that differ by less are one edge; text is justified where this share of its lines end there. */
const JUSTIFIED_POINTS = 2.5
const JUSTIFIED_SHARE = 0.4
/** A heading that ends with this share of the line free was ended on purpose. */
const SHORT = 0.35

/** Tells for each line how it follows the one before, from where and how both are set. */
export function pdfParagraphs(lines: readonly PdfLine[]): readonly PdfParagraphPart[] {
  const column: Column = {
    left: Math.min(...lines.map(line => line.left)),
    distance: usualDistance(lines),
    ...rightEdge(lines),
  }
  /** The lines of the paragraph at hand. */
  let paragraph: PdfLine[] = []
  return lines.map((line): PdfParagraphPart => {
    const before = paragraph.at(-1)
    const seam = seamBetween(paragraph, line, column)
    paragraph = seam === 'same' ? [...paragraph.slice(-2), line] : [line]
    const heads = seam === 'same' && before?.page !== line.page
    const isGuess = heads && !column.isJustified && !lineShape(before?.text ?? '').isOpen
    return { seam, line, isGuess }
  })
}

interface Column {
  readonly left: number
  readonly right: number
  /** Lines that go on end at the right edge exactly. */
  readonly isJustified: boolean
  /** From baseline to baseline, in letter sizes. */
  readonly distance: number
}

function seamBetween(paragraph: readonly PdfLine[], line: PdfLine, column: Column): LineSeam {
  const before = paragraph.at(-1)
  if (before === undefined) return 'break'
  const onOnePage = before.page === line.page
  const seam = seamBySetting(paragraph, before, line, column)
  return onOnePage || seam === 'same' ? seam : 'page'
}

function seamBySetting(paragraph: readonly PdfLine[], before: PdfLine, line: PdfLine, column: Column): LineSeam {
  const size = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > SAME_SIZE * size) return 'break'
  const gap = before.y - line.y
  const onOnePage = before.page === line.page
  if (onOnePage && (gap > WIDER * column.distance * size || gap < 0.3 * size)) return 'break'
  const { isOpen, isLinked } = lineShape(before.text)
  const { startsLower } = lineShape(line.text)
  const room = column.right - before.right
  const hasNoRoom = room < firstWordWidth(line) + 0.3 * size && !isAside(before, column)
  const isFull = column.isJustified ? room < JUSTIFIED_POINTS : hasNoRoom
  const strongBefore = isStrongThroughout(before.runs)
  const strong = isStrongThroughout(line.runs)
  if (
    strongBefore !== strong &&
    !(isFull && isOpen && (startsLower || !isStrongThroughout(paragraph.flatMap(each => each.runs))))
  )
    return 'break'
  // "under" and "Chapter VI." on the next line; a list may follow a comma or a dash.
  if (isFull && isLinked && !/[,–—-]$/.test(before.text)) return 'same'
  if (isFull && hasOpenBracket(before.text)) return 'same'
  if (isLabelled(line)) return isFull && isOpen && onOnePage ? 'unsure' : 'break'
  const isCentred = Math.abs(middle(before) - middle(line)) < size && line.left > column.left + 2 * size
  if (strong && strongBefore) return sameHeading(before, line, column, isFull)
  if (!isCentred && isIndented(paragraph, before, line)) return 'break'
  if (isFull) return 'same'
  // Not everything in a justified text is justified.
  return isOpen && (startsLower || hasNoRoom) ? 'unsure' : 'break'
}

/** Headings are broken where it looks well, not where the line is full. */
function sameHeading(before: PdfLine, line: PdfLine, { left, right }: Column, isFull: boolean): LineSeam {
  const { isLinked, isOpen } = lineShape(before.text)
  if (isFull || isLinked || lineShape(line.text).startsLower) return 'same'
  const isShort = before.right - before.left < (1 - SHORT) * (right - left)
  return isShort || !isOpen ? 'break' : 'same'
}

/** Whether a line begins further in, or out, than a line that goes on. */
function isIndented(paragraph: readonly PdfLine[], before: PdfLine, line: PdfLine): boolean {
  const shift = line.left - before.left
  if (Math.abs(shift) <= INDENT * line.size) return false
  // The second line of a paragraph may stand further out than the first, or further in than its label.
  return paragraph.length > 1 || (shift > 0 && readLabel(before.text) === null)
}

/** A short line at the right, as "Distr.: Limited" in a masthead: it ends at the right edge by chance. */
function isAside({ left, right }: PdfLine, column: Column): boolean {
  return (
    left - column.left > ASIDE * (column.right - column.left) && right - left < ASIDE * (column.right - column.left)
  )
}

/** "(chapter" and "I)" on the next line: nothing begins within brackets. */
function hasOpenBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')')
}

function isLabelled({ text }: PdfLine): boolean {
  const label = readLabel(text)
  return label !== null && label.kind !== 'bare'
}

/** How much room the first word of a line would have needed on the line before, with its space. */
function firstWordWidth({ text, left, right }: PdfLine): number {
  // A word may be broken behind a hyphen.
  const end = text.search(/[\s–—-]/)
  const word = end < 0 ? text : text.slice(0, end + 1)
  return ((right - left) * breadth(` ${word.trim()}`)) / Math.max(1, breadth(text))
}

/** The breadth of words in common letters, as most fonts have them. */
function breadth(text: string): number {
  let sum = 0
  for (const letter of text)
    sum += /[MWmw—@%]/.test(letter)
      ? 1.6
      : /[\p{Lu}\d]/u.test(letter)
        ? 1.3
        : /[iljtfrI.,:;'()|\s[\]-]/.test(letter)
          ? 0.6
          : 1
  return sum
}

function middle({ left, right }: PdfLine): number {
  return (left + right) / 2
}

/** Where full lines end. In justified text most end at one place; otherwise nearly all end before or there. */
function rightEdge(lines: readonly PdfLine[]): Pick<Column, 'right' | 'isJustified'> {
  const ends = lines.map(line => line.right).toSorted((a, b) => a - b)
  const usual = ends[Math.floor(0.7 * (ends.length - 1))] ?? 0
  const there = ends.filter(end => Math.abs(end - usual) < JUSTIFIED_POINTS).length
  if (there > JUSTIFIED_SHARE * ends.length) return { right: usual, isJustified: true }
  return { right: ends[Math.floor(0.95 * (ends.length - 1))] ?? 0, isJustified: false }
}

/** The distance that most lines have. */
function usualDistance(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before === undefined || before.page !== line.page || Math.abs(before.size - line.size) > SAME_SIZE * line.size)
      continue
    const distance = Math.round((20 * (before.y - line.y)) / line.size) / 20
    if (distance > 0.8 && distance < 4) counts.set(distance, (counts.get(distance) ?? 0) + line.text.length)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? 1.2
}
