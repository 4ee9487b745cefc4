import { alignBlocks } from './alignBlocks.ts'
import type { ComparedBlock, MarkedText } from './ComparedBlock.ts'
import { type ComparedWords, compareWords } from './compareWords.ts'

/** Two texts held against each other. */
export interface Comparison {
  readonly old: readonly ComparedBlock[]
  readonly new: readonly ComparedBlock[]
  /** In the order of the new text. */
  readonly pairs: readonly ComparedPair[]
  /** Places in the new text of what came of nothing in the old one. */
  readonly added: readonly number[]
  /** Places in the old text of what became nothing in the new one. */
  readonly dropped: readonly number[]
}

export interface ComparedPair {
  /** Places in the old text; several only when they were merged. */
  readonly old: readonly number[]
  /** Places in the new text; several only when the old one was split. */
  readonly new: readonly number[]
  readonly relation: 'same' | 'changed' | 'split' | 'merged'
  /** Whether it stands elsewhere among the others than it did. */
  readonly moved: boolean
  /** 0 to 1; 1 where every word and sign is the same. */
  readonly similarity: number
  /** So little alike that a person has to say whether the one came of the other. */
  readonly isPossible: boolean
  /** Several blocks are compared as one text, with a line feed between them. */
  readonly words: ComparedWords
}

/** Pairs less alike than this are only possibly pairs. */
const SURE_SIMILARITY = 0.25

/**
 * Compares two texts: first which blocks belong together (`alignBlocks`), then the words of these. `compare` is asked for the words
 * of each pair; pass one that remembers (`rememberedWords`) where a text is compared again and again as it changes.
 */
export function compareTexts(
  old: readonly ComparedBlock[],
  now: readonly ComparedBlock[],
  compare: typeof compareWords = compareWords,
): Comparison {
  const aligned = alignBlocks(old, now)
  const pairs = aligned.map((alignment): ComparedPair => {
    const words = compare(joined(old, alignment.old), joined(now, alignment.new))
    const relation = relationOf(alignment.old.length, alignment.new.length, words)
    const similarity = similarityOf(alignment.similarity, relation, words)
    return { ...alignment, relation, similarity, isPossible: similarity < SURE_SIMILARITY, words }
  })
  const isIn = (side: 'old' | 'new') => new Set(pairs.flatMap(pair => pair[side]))
  const paired = { old: isIn('old'), new: isIn('new') }
  return {
    old,
    new: now,
    pairs,
    added: [...now.keys()].filter(place => !paired.new.has(place)),
    dropped: [...old.keys()].filter(place => !paired.old.has(place)),
  }
}

/** Several blocks as one text, with a line feed between them. */
export function joined(blocks: readonly ComparedBlock[], places: readonly number[]): MarkedText {
  const chosen = places.flatMap(place => blocks[place] ?? [])
  return { text: chosen.map(({ text }) => text).join('\n'), marks: chosen.flatMap(({ marks }) => marks) }
}

/** What became of so many old blocks in so many new ones, whose words compare like this. */
export function relationOf(oldCount: number, newCount: number, { pieces }: ComparedWords): ComparedPair['relation'] {
  if (newCount > 1) return 'split'
  if (oldCount > 1) return 'merged'
  return pieces.every(({ is }) => is === 'same') ? 'same' : 'changed'
}

function similarityOf(found: number, relation: ComparedPair['relation'], { counts }: ComparedWords): number {
  switch (relation) {
    case 'same':
      return 1
    case 'changed':
      return Math.min(found, 0.999)
    case 'split':
    case 'merged': {
      // A part is less like the whole than all parts together are.
      const { same, deleted, inserted } = counts
      return Math.min(Math.max(found, (2 * same) / (2 * same + deleted + inserted)), 0.999)
    }
    default:
      return relation satisfies never
  }
}
