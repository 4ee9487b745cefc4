import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import type { ReadBlock, ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { segmentsOf } from './segmentsOf.ts'

/** How a document is set. */
export interface PdfSetting {
  /** Words are cut at line ends where that fills the line. */
  readonly hyphenates?: boolean
  /** Numbers of lines in the margin: each, or each fifth. */
  readonly lineNumbers?: 1 | 5
  /** Paragraphs begin with an indent and no space before them, or stand apart. */
  readonly indents?: boolean
  readonly password?: string
}

interface Word {
  readonly text: string
  readonly font: string
  readonly size: number
  /** A note's label, set above the line. */
  readonly mark: string | null
  /** No space before it. */
  readonly joins: boolean
}

interface Line {
  readonly words: readonly Word[]
  readonly left: number
  readonly size: number
  readonly before: number
}

const PAGE = { width: 595, height: 842, left: 110, right: 90, top: 90, bottom: 90 }
const COLUMN = PAGE.width - PAGE.left - PAGE.right
const LEADING = 1.3
const HANG = 36

/** A document as a PDF as official texts are printed: running heads, page numbers, notes at the foot of the page of their marks. */
export async function pdfFileOf(document: ReadDocument, setting: PdfSetting = {}): Promise<Uint8Array> {
  const { password } = setting
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    ...(password === undefined ? {} : { userPassword: password }),
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = once(pdf, 'end')
  const setter = new Setter(pdf, setting)
  const notes = new Map(
    document.notes.map(({ label, text, italics }) => {
      const words = [...wordsOf(segmentsOf(text, italics), 'Times-Roman', 9)]
      const mark: Word = { text: '', font: 'Times-Roman', size: 9, mark: label, joins: true }
      return [label, setter.broken([mark, ...words], 0, 0, 9, 2)]
    }),
  )
  const lines = document.blocks.flatMap(block => setter.linesOf(block))
  setter.setPages(lines, notes)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

class Setter {
  readonly #pdf: PDFKit.PDFDocument
  readonly #setting: PdfSetting
  #pages = 0

  constructor(pdf: PDFKit.PDFDocument, setting: PdfSetting) {
    this.#pdf = pdf
    this.#setting = setting
  }

  linesOf({ kind, label, level, text, italics, marks }: ReadBlock): readonly Line[] {
    const isHeading = kind === 'title' || kind === 'chapter' || kind === 'section'
    const font = isHeading ? 'Times-Bold' : 'Times-Roman'
    const size = kind === 'title' ? 15 : 11
    const printed =
      label === '' || label === '•'
        ? label
        : kind === 'subparagraph' || /^[a-z]/.test(label)
          ? `(${label})`
          : `${label}.`
    const words = wordsOf(segmentsOf(text, italics, marks), font, size)
    const labelled: readonly Word[] =
      printed === '' ? words : [{ text: printed, font, size, mark: null, joins: true }, ...words]
    const isIndented = this.#setting.indents === true && !isHeading && kind !== 'masthead'
    return this.broken(labelled, level * HANG + (isIndented ? 18 : 0), level * HANG, size, isIndented ? 0 : 7)
  }

  /** Breaks words into lines. `before` is the room above the first. */
  broken(words: readonly Word[], first: number, left: number, size: number, before: number): readonly Line[] {
    const lines: Line[] = []
    let line: Word[] = []
    let width = first
    const flush = () => {
      if (line.length > 0)
        lines.push({
          words: line,
          left: lines.length === 0 ? first : left,
          size,
          before: lines.length === 0 ? before : 0,
        })
      line = []
      width = left
    }
    for (const word of words) {
      const needed = this.#width(word) + (word.joins || line.length === 0 ? 0 : this.#spaceOf(word))
      if (width + needed <= COLUMN || line.length === 0) {
        line.push(word)
        width += needed
        continue
      }
      const cut =
        this.#setting.hyphenates === true && !word.joins ? this.#cut(word, COLUMN - width - this.#spaceOf(word)) : null
      if (cut === null) {
        // What has no space before it goes to the next line with its word.
        const kept = word.joins ? line.splice(line.findLastIndex(({ joins }) => !joins)) : []
        flush()
        line = [...kept, word]
      } else {
        line.push(cut[0])
        flush()
        line = [cut[1]]
      }
      width = left + line.reduce((sum, each) => sum + this.#width(each), 0)
    }
    flush()
    return lines
  }

  setPages(lines: readonly Line[], notes: ReadonlyMap<string, readonly Line[]>): void {
    let waiting: readonly Line[] = []
    let rest = [...lines]
    while (rest.length > 0 || waiting.length > 0) {
      const page: Line[] = []
      const foot: Line[] = [...waiting]
      waiting = []
      let room = PAGE.height - PAGE.top - PAGE.bottom - 20 - heightOf(foot)
      for (const line of rest) {
        const own = line.words.flatMap(({ mark }) => (mark === null ? [] : (notes.get(mark) ?? [])))
        // A page ends within a note where only its first lines have room.
        if (room < heightOf([line]) + heightOf(own.slice(0, 1))) break
        page.push(line)
        room -= heightOf([line])
        const fits = own.filter((_, nth) => heightOf(own.slice(0, nth + 1)) <= room)
        foot.push(...fits)
        room -= heightOf(fits)
        waiting = own.slice(fits.length)
        if (waiting.length > 0) break
      }
      rest = rest.slice(page.length)
      this.#setPage(page, foot)
    }
  }

  #setPage(lines: readonly Line[], foot: readonly Line[]): void {
    this.#pages++
    this.#pdf.addPage()
    const head = { text: 'Lending of instruments', font: 'Times-Roman', size: 9, mark: null, joins: true }
    if (this.#pages > 1) this.#setLine({ words: [head], left: 0, size: 9, before: 0 }, 45)
    this.#setLine(
      { words: [{ ...head, text: String(this.#pages) }], left: COLUMN / 2, size: 9, before: 0 },
      PAGE.height - 45,
    )
    let down = PAGE.top
    for (const [nth, line] of lines.entries()) {
      down += line.before + line.size * LEADING
      this.#setLine(line, down)
      const every = this.#setting.lineNumbers
      if (every !== undefined && (nth + 1) % every === 0)
        this.#pdf
          .font('Times-Roman')
          .fontSize(8)
          .text(String(nth + 1), 60, down, { lineBreak: false, baseline: 'alphabetic' })
    }
    down = PAGE.height - PAGE.bottom - heightOf(foot)
    if (foot.length > 0)
      this.#pdf
        .moveTo(PAGE.left, down)
        .lineTo(PAGE.left + 100, down)
        .stroke()
    for (const line of foot) {
      down += line.before + line.size * LEADING
      this.#setLine(line, down)
    }
  }

  #setLine({ words, left, size }: Line, down: number): void {
    let x = PAGE.left + left
    for (const [nth, word] of words.entries()) {
      if (nth > 0 && !word.joins) x += this.#spaceOf(word)
      const isMark = word.mark !== null
      this.#pdf.font(word.font).fontSize(isMark ? size * 0.65 : word.size)
      const text = word.mark ?? word.text
      this.#pdf.text(text, x, isMark ? down - size * 0.35 : down, { lineBreak: false, baseline: 'alphabetic' })
      x += this.#width(word)
    }
  }

  #width({ font, size, text, mark }: Word): number {
    return this.#pdf
      .font(font)
      .fontSize(mark === null ? size : size * 0.65)
      .widthOfString(mark ?? text)
  }

  #spaceOf({ font, size }: Word): number {
    return this.#pdf.font(font).fontSize(size).widthOfString(' ')
  }

  /** A long word in two, the first with a hyphen, so that it fits; null when it cannot be. */
  #cut(word: Word, room: number): readonly [Word, Word] | null {
    if (!/^\p{L}{8,}$/u.test(word.text)) return null
    for (let at = word.text.length - 3; at >= 3; at--) {
      const first = { ...word, text: `${word.text.slice(0, at)}-` }
      if (this.#width(first) <= room) return [first, { ...word, text: word.text.slice(at), joins: false }]
    }
    return null
  }
}

function wordsOf(segments: ReturnType<typeof segmentsOf>, font: string, size: number): readonly Word[] {
  let joins = false
  return segments.flatMap((segment): readonly Word[] => {
    if (segment.kind === 'mark') {
      joins = true
      return [{ text: '', font: 'Times-Roman', size, mark: segment.note, joins: true }]
    }
    const own = segment.italic ? 'Times-Italic' : font
    const words = segment.text
      .split(' ')
      .map((text, nth): Word => ({ text, font: own, size, mark: null, joins: nth === 0 && joins }))
    joins = !segment.text.endsWith(' ')
    return words.filter(({ text }) => text !== '')
  })
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { before, size }) => sum + before + size * LEADING, 0)
}
