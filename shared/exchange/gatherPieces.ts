import { lineShape } from './lineShape.ts'
import type { LineGap, PrintedLine } from './printedLines.ts'
import { type Label, readLabel } from './readLabel.ts'

/** Lines that belong together on paper: a paragraph, or as much of it as stands before a page end or a note. */
export interface Piece {
  readonly lines: readonly string[]
  readonly gap: LineGap
  /** The line before is as full as lines get in this document, so this one may only go on from it. */
  readonly wrapped: boolean
  readonly indent: number
  readonly label: Label | null
  /** 1–6 for a markdown heading, `BOLD` for a line wholly in bold, 0 for anything else. */
  readonly heading: number
}

export const BOLD = 7

/** A document is hard-wrapped when nine lines in ten are no longer than a line of print. */
const SHORTEST_WRAP_CHARACTERS = 40
const LONGEST_WRAP_CHARACTERS = 140
/** Three headings of the longest kind. */
const LONGEST_GLUED_CHARACTERS = 2_000
/** Ragged lines end before the width by at most a long word. */
const FULL_SHARE = 0.8

/** Puts printed lines together into pieces; a line that may begin an item of its own always begins a piece. */
export function gatherPieces(lines: readonly PrintedLine[]): readonly Piece[] {
  const width = wrapWidth(lines)
  const pieces: Piece[] = []
  let group: PrintedLine[] = []
  let wrapped = false
  const flush = () => {
    const [first, ...others] = group
    if (first !== undefined) pieces.push(pieceOf(first, others, wrapped))
    group = []
  }
  for (const line of lines.flatMap(splitGluedHeadings)) {
    const before = group.at(-1)
    const isFull = before !== undefined && line.gap === 'line' && fills(before.text, line.text, width)
    if (before !== undefined && (line.gap !== 'line' || !continues(group, line.text, isFull, width))) {
      flush()
      wrapped = isFull
    }
    group.push(line)
  }
  flush()
  return pieces
}

/** The width lines were wrapped at, in characters; null when each line is a whole paragraph. */
function wrapWidth(lines: readonly PrintedLine[]): number | null {
  const lengths = lines.map(line => line.text.length).sort((a, b) => a - b)
  const usual = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0
  return usual >= SHORTEST_WRAP_CHARACTERS && usual <= LONGEST_WRAP_CHARACTERS ? usual : null
}

/** Whether the next line's first word would not have fitted on the line before. */
function fills(before: string, next: string, width: number | null): boolean {
  if (width === null) return false
  const space = next.slice(0, width).indexOf(' ')
  return before.length + 1 + (space < 0 ? next.length : space) > width * FULL_SHARE
}

/** Whether `next` goes on from the group's last line, on evidence of the lines alone; doubts are settled later. */
function continues(group: readonly PrintedLine[], next: string, isFull: boolean, width: number | null): boolean {
  const first = group[0]?.text ?? ''
  const before = group.at(-1)?.text ?? ''
  const shape = lineShape(before)
  if (before.startsWith('#') || next.startsWith('#') || /^We, the\b/.test(next)) return false
  if (group.length === 1 && isWhollyBold(before)) return false
  // A line may be bold from end to end only because emphasis was wrapped there.
  if (isWhollyBold(next) && !(isFull && shape.isOpen)) return false
  const nextLabel = readLabel(next)
  if (nextLabel !== null) {
    // A dash between two parts of a sentence, not before an item.
    return isFull && shape.isOpen && /^[–—]/.test(next) && lineShape(nextLabel.rest).startsLower
  }
  const firstLabel = readLabel(first)
  if (group.length === 1 && firstLabel?.rest === '') return true
  const { startsLower, opensPreamble } = lineShape(next)
  // The words behind a finished note belong to the paragraph that the note cut.
  if (firstLabel?.kind === 'note' && !shape.isOpen && startsLower) return false
  if (width !== null && !isFull && !shape.isOpen) return false
  if (shape.endsComma && opensPreamble && /^The\b|^PP/.test(first)) return false
  if (shape.endsComma && opensPreamble && lineShape(first).opensPreamble) return false
  return shape.isLinked || (startsLower && shape.isOpen) || isFull
}

/** "**A****B**" is two lines in bold that lost the line end between them. */
function splitGluedHeadings(line: PrintedLine): readonly PrintedLine[] {
  if (line.text.length > LONGEST_GLUED_CHARACTERS) return [line]
  if (!line.text.startsWith('**') || !line.text.endsWith('**') || !line.text.includes('****')) return [line]
  const parts = line.text.slice(2, -2).split('****')
  return parts.map((part, nth) => ({ ...line, text: `**${part}**`, gap: nth === 0 ? line.gap : 'blank' }))
}

function pieceOf(first: PrintedLine, others: readonly PrintedLine[], wrapped: boolean): Piece {
  const depth = /^#{1,6}(?=\s)/.exec(first.text)?.[0].length ?? 0
  const lines = [first.text.slice(depth).trimStart(), ...others.map(line => line.text)]
  const heading = depth > 0 ? depth : isWhollyBold(lines.join(' ')) ? BOLD : 0
  return { lines, gap: first.gap, wrapped, indent: first.indent, label: readLabel(lines[0] ?? ''), heading }
}

/** Bold from end to end, with nothing plain in between; escaped stars are note marks, not emphasis. */
export function isWhollyBold(text: string): boolean {
  if (text.length < 5 || !text.startsWith('**') || !text.endsWith('**')) return false
  return text.replaceAll('\\*', '..').indexOf('**', 2) === text.length - 2
}
