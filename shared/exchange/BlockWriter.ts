import { guessedHyphenSentence, type JoinedLines, joinLines } from './joinLines.ts'
import { type LineShape, lineShape } from './lineShape.ts'
import type { ReadBlock, ReadBlockKind, ReadNote, ReadWarning } from './ReadDocument.ts'
import { readInline } from './readInline.ts'

interface OpenBlock {
  readonly kind: ReadBlockKind
  readonly label: string
  readonly level: number
  readonly lines: string[]
}

interface OpenNote {
  readonly label: string
  readonly lines: string[]
}

export interface WrittenBlocks {
  readonly blocks: readonly ReadBlock[]
  /** In the order of the source. */
  readonly notes: readonly ReadNote[]
  readonly warnings: readonly ReadWarning[]
}

/** Collects blocks and notes line by line, since page ends and notes cut them, and makes text of them at the end. */
export class BlockWriter {
  readonly #blocks: OpenBlock[] = []
  readonly #notes: OpenNote[] = []
  readonly #warnings: ReadWarning[] = []
  readonly #waitingStars = new Set<string>()
  #inNote = false
  #cut = false

  /** The block being written; notes in between do not end it. */
  get last(): Readonly<Pick<OpenBlock, 'kind' | 'label' | 'level'>> | null {
    return this.#blocks.at(-1) ?? null
  }

  /** The shape of the last block's last line; null before the first block and while the last has a label only. */
  get shape(): LineShape | null {
    const tail = this.#blocks.at(-1)?.lines.at(-1)
    return tail === undefined ? null : lineShape(tail)
  }

  /** The last block has a label and no words yet: its number stood on a line of its own. */
  get isAwaiting(): boolean {
    const last = this.#blocks.at(-1)
    return last !== undefined && last.lines.length === 0
  }

  /** A page end or a note stands between the last block and what comes now. */
  get isCut(): boolean {
    return this.#cut || this.#inNote
  }

  /** The shape of the note that was written last, if nothing came after it. */
  get noteShape(): LineShape | null {
    const tail = this.#inNote ? this.#notes.at(-1)?.lines.at(-1) : undefined
    return tail === undefined ? null : lineShape(tail)
  }

  /** Whether a mark of these stars stands in the text and its note has not come yet. */
  awaitsNote(stars: string): boolean {
    return this.#waitingStars.has(stars)
  }

  cutHere(): void {
    this.#cut = true
  }

  start(kind: ReadBlockKind, label: string, level: number, lines: readonly string[]): void {
    this.#blocks.push({ kind, label, level, lines: [] })
    this.append(lines)
  }

  append(lines: readonly string[]): void {
    for (const line of lines) {
      if (line === '') continue
      this.#blocks.at(-1)?.lines.push(line)
      if (!line.includes('*')) continue
      for (const mark of readInline(line).marks) if (mark.note.startsWith('*')) this.#waitingStars.add(mark.note)
    }
    this.#inNote = false
    this.#cut = false
  }

  startNote(label: string, lines: readonly string[]): void {
    this.#notes.push({ label, lines: [...lines] })
    this.#waitingStars.delete(label)
    this.#cut ||= this.#inNote
    this.#inNote = true
  }

  appendNote(lines: readonly string[]): void {
    this.#notes.at(-1)?.lines.push(...lines)
  }

  /** Warns about the block being written. */
  warn(sentence: string): void {
    this.#warnings.push({ sentence, block: this.#blocks.length === 0 ? null : this.#blocks.length - 1 })
  }

  /** Joins the lines and reads their marks. `words` are the words of the document, for hyphens at line ends. */
  finish(words: () => ReadonlySet<string>): WrittenBlocks {
    const join = (lines: readonly string[], block: number | null): JoinedLines => {
      const joined = joinLines(lines, words)
      for (const word of joined.guesses) {
        this.#warnings.push({ sentence: guessedHyphenSentence(word), block })
      }
      return joined
    }
    const blocks = this.#blocks.map(({ kind, label, level, lines }, index): ReadBlock => {
      return { kind, label, level, ...readInline(join(lines, index).text) }
    })
    const notes = this.#notes.map(({ label, lines }): ReadNote => {
      const { text, italics } = readInline(join(lines, null).text, false)
      return { label, text, italics }
    })
    return { blocks, notes, warnings: this.#warnings }
  }
}
