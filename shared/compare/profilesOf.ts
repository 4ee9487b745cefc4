import type { MarkedText } from './ComparedBlock.ts'
import { tokenise } from './tokenise.ts'
import { isContentWord, stemOf } from './wordForms.ts'

/** What is known of a block's words for telling how much it is like another of the same comparison. */
export interface Profile {
  /** Weight of each content word, of each two words in a row and of what each note cites; rare ones weigh more. The squares add up to 1. */
  readonly terms: ReadonlyMap<TermNumber, number>
  /** Each two words in a row of which at least one is a content word. */
  readonly shingles: ReadonlySet<TermNumber>
}

/** Stands for a word or two words in a row, in all profiles made together: numbers are quicker to look up than words. */
export type TermNumber = number

/** Two words in a row say more of the order than of the matter. */
const SHINGLE_WEIGHT = 0.7

/** The profiles of all blocks of one comparison: a word is rare when few of them have it. */
export function profilesOf(texts: readonly MarkedText[]): readonly Profile[] {
  const numbers = new Map<string, TermNumber>()
  const numberOf = (term: string): TermNumber => {
    const number = numbers.get(term) ?? numbers.size
    numbers.set(term, number)
    return number
  }
  const counted = texts.map(text => countTerms(text, numberOf))
  const holders = new Uint32Array(numbers.size)
  for (const { counts } of counted) for (const term of counts.keys()) holders[term] = (holders[term] ?? 0) + 1
  return counted.map(({ counts, shingles }) => {
    const terms = new Map<TermNumber, number>()
    let squares = 0
    for (const [term, count] of counts) {
      const rarity = Math.log(1 + texts.length / (holders[term] ?? 1))
      const weight = (1 + Math.log(count)) * rarity * (shingles.has(term) ? SHINGLE_WEIGHT : 1)
      terms.set(term, weight)
      squares += weight * weight
    }
    const length = Math.sqrt(squares) || 1
    for (const [term, weight] of terms) terms.set(term, weight / length)
    return { terms, shingles }
  })
}

interface CountedTerms extends Pick<Profile, 'shingles'> {
  readonly counts: ReadonlyMap<TermNumber, number>
}

function countTerms(text: MarkedText, numberOf: (term: string) => TermNumber): CountedTerms {
  const tokens = tokenise(text)
  const words = tokens.flatMap(({ is, key }) => (is === 'word' ? [key.toLowerCase()] : []))
  const counts = new Map<TermNumber, number>()
  const count = (term: TermNumber) => counts.set(term, (counts.get(term) ?? 0) + 1)
  for (const { is, key } of tokens) if (is === 'note') count(numberOf(key))
  const shingles = new Set<TermNumber>()
  for (const [index, word] of words.entries()) {
    if (isContentWord(word)) count(numberOf(stemOf(word)))
    const next = words[index + 1]
    if (next === undefined || !(isContentWord(word) || isContentWord(next))) continue
    const shingle = numberOf(`${word} ${next}`)
    shingles.add(shingle)
    count(shingle)
  }
  return { counts, shingles }
}
