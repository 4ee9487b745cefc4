import { absorbIslands } from './absorbIslands.ts'
import type { MarkedText } from './ComparedBlock.ts'
import { type Hunk, hunksOf } from './Hunk.ts'
import { slideEdits } from './slideEdits.ts'
import { inAnyCase, type Token, tokenise } from './tokenise.ts'

/**
 * A stretch of two texts. All `old` joined are the old text, all `new` the new one, character for character; the two of a stretch
 * that is the same differ at most in blanks and in the form of quotation marks, of phrases also in capitals.
 */
export interface WordPiece {
  readonly is: 'same' | 'deleted' | 'inserted'
  /** '' when inserted. */
  readonly old: string
  /** '' when deleted. */
  readonly new: string
}

/** Words, without signs and note marks: same and deleted make up the old text, same and inserted the new one. */
export interface WordCounts {
  readonly same: number
  readonly deleted: number
  readonly inserted: number
}

export interface ComparedWords {
  /** Where words are exchanged, those deleted stand before those inserted. */
  readonly pieces: readonly WordPiece[]
  readonly counts: WordCounts
}

/** When less than this of the shorter text's words stayed, the whole old and the whole new read better than scraps of both (D26). */
const LEAST_KEPT = 0.4

/** What changed between two texts, word for word, laid out to be read. */
export function compareWords(old: MarkedText, now: MarkedText): ComparedWords {
  return compareTokens(tokenise(old), tokenise(now))
}

/** The same where it does not count which words begin with a capital: a phrase stands at the beginning of a sentence here, in its middle there. */
export function comparePhrases(old: string, now: string): ComparedWords {
  const tokens = (text: string) => inAnyCase(tokenise({ text, marks: [] }))
  return compareTokens(tokens(old), tokens(now))
}

function compareTokens(oldTokens: readonly Token[], newTokens: readonly Token[]): ComparedWords {
  const whole: Hunk = { deleted: oldTokens, inserted: newTokens, same: [] }
  const found = couldBeKept(oldTokens, newTokens) ? hunksOf(oldTokens, newTokens) : null
  const read = found === null ? [whole] : slideEdits(absorbIslands(found))
  const hunks = isRewritten(read, oldTokens, newTokens) ? [whole] : read
  return { pieces: piecesOf(hunks), counts: countsOf(hunks) }
}

/** Whether enough words occur in both, in whatever order: only then is it worth comparing them. */
function couldBeKept(old: readonly Token[], now: readonly Token[]): boolean {
  const left = new Map<string, number>()
  for (const { key } of old.filter(isWord)) left.set(key, (left.get(key) ?? 0) + 1)
  let shared = 0
  for (const { key } of now.filter(isWord)) {
    const count = left.get(key) ?? 0
    if (count === 0) continue
    left.set(key, count - 1)
    shared++
  }
  return shared >= LEAST_KEPT * leastWords(old, now)
}

function isRewritten(hunks: readonly Hunk[], old: readonly Token[], now: readonly Token[]): boolean {
  return countsOf(hunks).same < LEAST_KEPT * leastWords(old, now)
}

function leastWords(old: readonly Token[], now: readonly Token[]): number {
  return Math.min(old.filter(isWord).length, now.filter(isWord).length)
}

function isWord({ is }: Token): boolean {
  return is === 'word'
}

function piecesOf(hunks: readonly Hunk[]): readonly WordPiece[] {
  const textOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('')
  return hunks
    .flatMap(({ deleted, inserted, same }): readonly WordPiece[] => [
      { is: 'deleted', old: textOf(deleted), new: '' },
      { is: 'inserted', old: '', new: textOf(inserted) },
      { is: 'same', old: textOf(same.map(({ old }) => old)), new: textOf(same.map(token => token.new)) },
    ])
    .filter(piece => piece.old !== '' || piece.new !== '')
}

function countsOf(hunks: readonly Hunk[]): WordCounts {
  const words = (tokens: readonly Token[]) => tokens.filter(isWord).length
  const sum = (count: (hunk: Hunk) => number) => hunks.reduce((total, hunk) => total + count(hunk), 0)
  return {
    same: sum(({ same }) => words(same.map(({ old }) => old))),
    deleted: sum(({ deleted }) => words(deleted)),
    inserted: sum(({ inserted }) => words(inserted)),
  }
}
