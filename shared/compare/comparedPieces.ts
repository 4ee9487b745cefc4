import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import type { ComparedBlock, NoteMark } from './ComparedBlock.ts'
import type { ComparedWords, WordPiece } from './compareWords.ts'

/** A stretch of a block to be shown: words, or one note mark. */
export interface ShownPiece {
  readonly is: WordPiece['is']
  /** Offset of its first character in the block, in UTF-16 units. */
  readonly at: number
  readonly text: string
  /** The mark it is, else null. */
  readonly mark: NoteMark | null
}

/** What each block of one side of a pair shows, in order: what is the same, and what is only on this side. */
export function sidePieces(
  { pieces }: ComparedWords,
  blocks: readonly ComparedBlock[],
  side: 'old' | 'new',
): readonly (readonly ShownPiece[])[] {
  // The words of several blocks are compared as one text, with a line feed between two of them.
  const joined = blocks.map(({ text }) => text).join('\n')
  let at = (/^\s*/.exec(joined)?.[0] ?? '').length
  const stretches = pieces.map(piece => {
    const from = at
    at += piece[side].length
    return { is: piece.is, from, to: at }
  })
  let start = 0
  return blocks.map(block => {
    const origin = start
    start += block.text.length + 1
    const own = stretches.flatMap(({ is, from, to }): readonly ShownPiece[] => {
      const [a, b] = [Math.max(from - origin, 0), Math.min(to - origin, block.text.length)]
      return a < b ? [{ is, at: a, text: block.text.slice(a, b), mark: null }] : []
    })
    return withMarks(own, block.marks)
  })
}

/** Old and new in one running text: struck words stand before those that came in their place. Several blocks are one, with line feeds. */
export function inlinePieces(
  { pieces }: ComparedWords,
  old: readonly ComparedBlock[],
  now: readonly ComparedBlock[],
): readonly ShownPiece[] {
  const marks = { old: old.flatMap(block => block.marks), new: now.flatMap(block => block.marks) }
  const seen = { old: 0, new: 0 }
  let at = 0
  return pieces.flatMap(piece => {
    const text = piece.is === 'deleted' ? piece.old : piece.new
    const side = piece.is === 'deleted' ? 'old' : 'new'
    const shown = withMarks([{ is: piece.is, at, text, mark: null }], marks[side].slice(seen[side]))
    at += text.length
    for (const each of ['old', 'new'] as const) seen[each] += piece[each].split(NOTE_CHARACTER).length - 1
    return shown
  })
}

/** A block that is wholly of one kind: new, dropped, or the same. */
export function wholePieces({ text, marks }: ComparedBlock, is: WordPiece['is']): readonly ShownPiece[] {
  return withMarks([{ is, at: 0, text, mark: null }], marks)
}

/** Pieces of one kind that follow each other, as they are marked together. */
export interface ShownRun {
  readonly is: ShownPiece['is']
  readonly pieces: readonly ShownPiece[]
  /** The blank behind changed words: it is no change, and stands behind the mark. '' where there is none, or the words are the same. */
  readonly blank: string
  /** Whether a letter stands right before it and right at its beginning, as where words were exchanged: to be set apart. */
  readonly isTight: boolean
}

/** Pieces put together as they are to be marked: a note mark in struck words is struck with them. */
export function shownRuns(pieces: readonly ShownPiece[]): readonly ShownRun[] {
  const runs: { readonly is: ShownPiece['is']; readonly pieces: ShownPiece[] }[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last?.is === piece.is) last.pieces.push(piece)
    else runs.push({ is: piece.is, pieces: [piece] })
  }
  return runs.map(({ is, pieces: own }, nth): ShownRun => {
    const before = runs[nth - 1]?.pieces.at(-1)?.text ?? ''
    const isTight = is !== 'same' && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(own[0]?.text ?? '')
    const last = own.at(-1)
    const [blank = ''] = is === 'same' ? [] : (/\s+$/.exec(last?.text ?? '') ?? [])
    if (last === undefined || blank === '') return { is, pieces: own, blank: '', isTight }
    const rest = last.text.slice(0, -blank.length)
    const front = own.slice(0, -1)
    if (rest !== '') return { is, pieces: [...front, { ...last, text: rest }], blank, isTight }
    // Nothing but a blank has changed: it is marked itself, or nothing would be.
    return front.length === 0 ? { is, pieces: own, blank: '', isTight } : { is, pieces: front, blank, isTight }
  })
}

/** Cuts the note marks out of the words. */
function withMarks(pieces: readonly ShownPiece[], marks: readonly NoteMark[]): readonly ShownPiece[] {
  let next = 0
  return pieces.flatMap(({ is, at, text }) => {
    let from = at
    return text.split(/(\uFFFC)/).flatMap((part): readonly ShownPiece[] => {
      const start = from
      from += part.length
      if (part === '') return []
      const mark = part === NOTE_CHARACTER ? (marks[next++] ?? { label: '', cites: '' }) : null
      return [{ is, at: start, text: part, mark }]
    })
  })
}
