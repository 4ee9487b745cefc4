import { lineShape } from '../../shared/exchange/lineShape.ts'
import type { PdfLine } from './PdfLine.ts'

export interface PdfNote {
  /** Digits or stars. */
  readonly label: string
  /** The first without the label. */
  readonly lines: PdfLine[]
}

export interface PdfText {
  /** In reading order. */
  readonly body: readonly PdfLine[]
  readonly notes: readonly PdfNote[]
}

/** Notes are set smaller than the text, by a tenth and more. */
const SMALLER = 0.94
/** A note without smaller letters stands in the lower part of its page. */
const LOWER = 0.6
/** The gap above the notes is wider than the usual one by this share. */
const WIDER = 1.25
/** The line above the notes, where it is typed. */
const RULE = /^_{5,}$/
const LABEL = /^(\d{1,3}|\*{1,4})(?=[\s\p{L}“"(]|$)/u

/** Parts the text from the notes at the foot of each page; a note that goes on at the foot of the next page is one. */
export function pdfNotes(
  pages: readonly (readonly PdfLine[])[],
  bodySize: number,
  heights: readonly number[],
): PdfText {
  const body: PdfLine[] = []
  const notes: PdfNote[] = []
  for (const [page, lines] of pages.entries()) {
    const height = heights[page] ?? 0
    const rule = lines.findLastIndex(line => RULE.test(line.text) && line.y < LOWER * height)
    const last = notes.at(-1)?.lines.at(-1)
    const goesOn = last !== undefined && lineShape(last.text).isOpen
    const isRuled = rule >= 0 && (goesOn || noteLabel(lines[rule + 1], notes) !== null)
    const start = isRuled ? rule : startOfNotes(lines, bodySize, height, notes)
    body.push(...lines.slice(0, start))
    for (const line of lines.slice(isRuled ? start + 1 : start)) {
      const label = noteLabel(line, notes)
      const open = notes.at(-1)
      if (label !== null) notes.push({ label, lines: [withoutLabel(line, label)] })
      else open?.lines.push(line)
    }
  }
  return { body, notes }
}

/** The index of the first line that belongs to a note; their number where there is none. */
function startOfNotes(lines: readonly PdfLine[], bodySize: number, height: number, before: readonly PdfNote[]): number {
  const isSmall = ({ size }: PdfLine) => size < SMALLER * bodySize
  const lastLarge = lines.findLastIndex(line => !isSmall(line))
  const small = lines.slice(lastLarge + 1)
  const firstNote = small.findIndex(line => noteLabel(line, before) !== null)
  if (small.length > 0 && (firstNote >= 0 || before.length > 0)) {
    // What stands above the first label there is the rest of the note before, if there is one.
    const rest = before.length > 0 && lastLarge >= 0 ? 0 : Math.max(0, firstNote)
    if (firstNote >= 0 || isCloseTo(small[0], height)) return lastLarge + 1 + rest
  }
  const raised = lines.findIndex(
    line => line.y < LOWER * height && isRaisedLabel(line) && noteLabel(line, before) !== null,
  )
  if (raised >= 0) return raised
  const last = before.at(-1)?.lines.at(-1)
  return last !== undefined && lineShape(last.text).isOpen ? startOfRest(lines, height) : lines.length
}

/** Where the rest of a note of the page before may stand, as large as the text: below the last gap, in the middle of a sentence. */
function startOfRest(lines: readonly PdfLine[], height: number): number {
  const gaps = lines.map((line, index) => ((lines[index - 1]?.y ?? line.y) - line.y) / line.size)
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const below = gaps.findLastIndex(gap => gap > WIDER * usual)
  const first = lines[below]
  return first !== undefined && first.y < LOWER * height && lineShape(first.text).startsLower ? below : lines.length
}

function isCloseTo(line: PdfLine | undefined, height: number): boolean {
  return line !== undefined && line.y < LOWER * height
}

function isRaisedLabel({ runs }: PdfLine): boolean {
  const [first] = runs
  return first?.kind === 'words' && first.raised && /^\s*(?:\d{1,3}|\*{1,4})\s*$/.test(first.text)
}

/** The label a line begins with: raised, or the next number, or stars. */
function noteLabel(line: PdfLine | undefined, before: readonly PdfNote[]): string | null {
  if (line === undefined) return null
  const [first] = line.runs
  if (isRaisedLabel(line)) return first?.kind === 'words' ? first.text.trim() : null
  const label = LABEL.exec(line.text)?.[1] ?? null
  if (label === null || label.startsWith('*')) return label
  const last = before.findLast(note => !note.label.startsWith('*'))
  return Number(label) === Number(last?.label ?? 0) + 1 ? label : null
}

function withoutLabel(line: PdfLine, label: string): PdfLine {
  let left = label.length
  const runs = line.runs.map(run => {
    if (run.kind === 'mark') return run
    const bare = left === label.length ? run.text.trimStart() : run.text
    const text = bare.slice(Math.min(left, bare.length))
    left -= bare.length - text.length
    return { ...run, text }
  })
  const words = runs.filter(run => run.kind === 'mark' || run.text !== '')
  return { ...line, runs: words, text: line.text.slice(label.length).trim() }
}
