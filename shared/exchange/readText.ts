import { arrangeBlocks } from './arrangeBlocks.ts'
import { checkNotes } from './checkNotes.ts'
import { checkNumbers } from './checkNumbers.ts'
import { cleanText } from './cleanText.ts'
import { frontOf } from './frontOf.ts'
import { gatherPieces } from './gatherPieces.ts'
import { hyphenedWords } from './hyphenedWords.ts'
import { leftOutSentence } from './leftOutSentence.ts'
import { printedLines } from './printedLines.ts'
import type { ReadBlock, ReadDocument, ReadNote, ReadWarning } from './ReadDocument.ts'
import type { Refusal } from './Refusal.ts'
import { NOTE_CHARACTER } from './readInline.ts'
import { unreadableReason } from './unreadableReason.ts'

/** Nobody reviews more; a text that needs them is not of the kind read here. */
const MOST_WARNINGS = 200

/**
 * Reads a United Nations document given as plain text or light markdown into blocks and notes (D1, D22). Paragraphs
 * cut by page ends, notes or line ends are whole again; what belongs to the page is left out; what was guessed is in
 * the warnings. Takes time linear in the text.
 *
 * Refuses what is empty, too long, no text, or has no paragraph in it.
 */
export function readText(raw: string): ReadDocument | Refusal {
  const reason = unreadableReason(raw)
  if (reason !== null) return { refused: reason }
  const text = cleanText(raw)
  const { lines, dropped, symbol } = printedLines(text)
  const pieces = gatherPieces(lines)
  const front = frontOf(pieces)
  const writer = arrangeBlocks(pieces, front)
  const { blocks, notes, warnings } = writer.finish(hyphenedWords(text))
  if (!blocks.some(isParagraph)) return { refused: 'No paragraph was found: the text has no sentence in it.' }
  const title =
    blocks
      .find(block => block.kind === 'title')
      ?.text.replaceAll(NOTE_CHARACTER, '')
      .trim() ?? ''
  const sorted = inSeries(notes)
  const all = [
    ...wholeTextWarnings(raw, title, front.isGuess, dropped),
    ...warnings,
    ...checkNumbers(blocks),
    ...checkNotes(blocks, sorted),
  ]
  return { title, symbol, blocks, notes: sorted, warnings: capped(all) }
}

function isParagraph({ kind, text }: ReadBlock): boolean {
  const isBody = kind === 'chapeau' || kind === 'paragraph' || kind === 'subparagraph'
  return isBody && /[\p{L}\d]/u.test(text)
}

/** The numbered notes in series, then the star notes, fewest stars first. */
function inSeries(notes: readonly ReadNote[]): readonly ReadNote[] {
  const rank = ({ label }: ReadNote) => (label.startsWith('*') ? 1_000 + label.length : Number(label))
  return notes.toSorted((a, b) => rank(a) - rank(b))
}

function wholeTextWarnings(
  raw: string,
  title: string,
  isGuess: boolean,
  dropped: readonly string[],
): readonly ReadWarning[] {
  const sentences: string[] = []
  if (title === '') sentences.push('No title was found.')
  if (isGuess) sentences.push('No sentence with a full stop was found; the longest lines were read as paragraphs.')
  if (raw.includes('\ufffd')) sentences.push('Some characters could not be read in the encoding of the source.')
  if (dropped.length > 0) sentences.push(leftOutSentence(dropped))
  return sentences.map(sentence => ({ sentence, block: null }))
}

function capped(warnings: readonly ReadWarning[]): readonly ReadWarning[] {
  if (warnings.length <= MOST_WARNINGS) return warnings
  const sentence = `There are ${warnings.length - MOST_WARNINGS} more warnings.`
  return [...warnings.slice(0, MOST_WARNINGS), { sentence, block: null }]
}
