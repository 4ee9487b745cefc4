import { type Hunk, hunksOf } from '../compare/Hunk.ts'
import { inAnyCase, type Token, tokenise } from '../compare/tokenise.ts'

/** The same passage in two texts, with small differences. */
export interface NearPassage {
  readonly draft: TextRange
  readonly prior: TextRange
  /** How many words are the same. */
  readonly words: number
}

/** UTF-16 offsets; `to` is not in it. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** What counts as the same passage. */
export interface Nearness {
  /** At least so many words are the same. */
  readonly fewestWords: number
  /** Where more words are struck or put in at one place, the passage ends. */
  readonly longestEdit: number
  /** A word changed weighs so much more than one that is the same: the passage ends where it would begin to be another. */
  readonly changeWeight: number
  /** Whether a part that is the same word for word counts as well. */
  readonly verbatimToo: boolean
}

/** The passages that two paragraphs share, with small differences, in reading order. Each begins and ends with words that both have. */
export function nearVerbatim(draft: string, prior: string, nearness: Nearness): readonly NearPassage[] {
  const hunks = hunksOf(tokensOf(prior), tokensOf(draft)) ?? []
  return passagesIn(runsOf(hunks, draft, prior), nearness)
}

/** Words that both texts have in a row, and how many were changed in front of them. */
interface Run {
  readonly draft: TextRange
  readonly prior: TextRange
  readonly words: number
  readonly changed: number
}

function tokensOf(text: string): readonly Token[] {
  return inAnyCase(tokenise({ text, marks: [] }))
}

function runsOf(hunks: readonly Hunk[], draft: string, prior: string): readonly Run[] {
  let draftAt = draft.length - draft.trimStart().length
  let priorAt = prior.length - prior.trimStart().length
  return hunks.map(({ deleted, inserted, same }) => {
    const sameIn = { draft: same.map(token => token.new), prior: same.map(({ old }) => old) }
    const draftFrom = draftAt + textLength(inserted)
    const priorFrom = priorAt + textLength(deleted)
    draftAt = draftFrom + textLength(sameIn.draft)
    priorAt = priorFrom + textLength(sameIn.prior)
    return {
      draft: wordRange(sameIn.draft, draftFrom),
      prior: wordRange(sameIn.prior, priorFrom),
      words: wordCount(sameIn.draft),
      changed: Math.max(wordCount(deleted), wordCount(inserted)),
    }
  })
}

/** From the first word to the last, without signs in front and behind. */
function wordRange(tokens: readonly Token[], from: number): TextRange {
  const isWord = ({ is }: Token) => is === 'word'
  const first = tokens.findIndex(isWord)
  const last = tokens.findLastIndex(isWord)
  const end = from + textLength(tokens.slice(0, last)) + (tokens[last]?.text.trimEnd().length ?? 0)
  return first === -1 ? { from, to: from } : { from: from + textLength(tokens.slice(0, first)), to: end }
}

function textLength(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0)
}

function wordCount(tokens: readonly Token[]): number {
  return tokens.filter(({ is }) => is === 'word').length
}

/** The best passage, and those before and behind it. */
function passagesIn(runs: readonly Run[], nearness: Nearness): readonly NearPassage[] {
  let best = { from: 0, to: 0, worth: 0 }
  let start = 0
  let worth = 0
  for (const [index, { words, changed }] of runs.entries()) {
    const carried = worth - nearness.changeWeight * changed
    if (carried <= 0 || changed > nearness.longestEdit) {
      start = index
      worth = words
    } else worth = carried + words
    if (worth > best.worth) best = { from: start, to: index + 1, worth }
  }
  const chosen = runs.slice(best.from, best.to)
  const first = chosen[0]
  const last = chosen.at(-1)
  const words = chosen.reduce((sum, run) => sum + run.words, 0)
  if (first === undefined || last === undefined || words < nearness.fewestWords) return []
  const passage = {
    draft: { from: first.draft.from, to: last.draft.to },
    prior: { from: first.prior.from, to: last.prior.to },
    words,
  }
  const counts = nearness.verbatimToo || chosen.slice(1).some(({ changed }) => changed > 0)
  return [
    ...passagesIn(runs.slice(0, best.from), nearness),
    ...(counts ? [passage] : []),
    ...passagesIn(runs.slice(best.to), nearness),
  ]
}
