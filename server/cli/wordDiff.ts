import type { NoteMark } from '../../shared/compare/ComparedBlock.ts'
import type { WordPiece } from '../../shared/compare/compareWords.ts'
import { NOTE_CHARACTER } from '../../shared/exchange/readInline.ts'

/** The colours of ANSI terminals, and the marks that tell the same without them. */
const styles = {
  deleted: { colour: '\u001b[31m', open: '[-', close: '-]' },
  inserted: { colour: '\u001b[32m', open: '{+', close: '+}' },
} as const
const colourEnd = '\u001b[0m'

/** The note marks of the two texts, in reading order. */
export interface BothMarks {
  readonly old: readonly NoteMark[]
  readonly new: readonly NoteMark[]
}

/**
 * Compared words as one text: those struck as [-…-], those put in as {+…+}, also in red and green where there are colours, note marks
 * as raised digits. A text replaced as a whole has old and new on lines of their own.
 */
export function wordDiff(pieces: readonly WordPiece[], marks: BothMarks, hasColours: boolean): string {
  const labels = { old: marks.old.map(({ label }) => label), new: marks.new.map(({ label }) => label) }
  const isReplaced = pieces.every(({ is }) => is !== 'same')
  return pieces
    .map(({ is, ...piece }, index) => {
      const old = withNumbers(piece.old, labels.old)
      const now = withNumbers(piece.new, labels.new)
      switch (is) {
        case 'same':
          // In front of struck words the old text's blanks fit.
          return pieces[index + 1]?.is === 'deleted' ? now.trimEnd() + endBlanks(old) : now
        case 'deleted':
          return isReplaced && pieces.length > 1
            ? `${styled(old.trimEnd(), is, hasColours)}\n`
            : styled(old, is, hasColours)
        case 'inserted':
          return styled(now, is, hasColours)
        default:
          throw new Error(`unknown piece ${is satisfies never}`)
      }
    })
    .join('')
}

function styled(text: string, is: 'deleted' | 'inserted', hasColours: boolean): string {
  const { colour, open, close } = styles[is]
  const marked = `${open}${text.trimEnd()}${close}`
  return (hasColours ? `${colour}${marked}${colourEnd}` : marked) + endBlanks(text)
}

/** Each note mark as its label; takes those it writes off the front of `labels`. */
function withNumbers(text: string, labels: string[]): string {
  return text.replaceAll(NOTE_CHARACTER, () =>
    (labels.shift() ?? '').replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))),
  )
}

function endBlanks(text: string): string {
  return text.slice(text.trimEnd().length)
}
