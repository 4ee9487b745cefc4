import type { SearchedText } from './searchedTexts.ts'
import { wordsOf } from './wordsOf.ts'

/** So many words on both sides say where a few words of a proposal come from. */
const AROUND_WORDS = 8

/** A proposal's own words with those around them, as the text would read with it: whose pedigree is asked for. All of the text's own words where it has none. */
export function wordsAround({ text, pieces }: SearchedText): string {
  const own = pieces.filter(({ isOwn }) => isOwn)
  const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? text.length]
  const words = wordsOf(text)
  const first = words.findIndex(word => word.to > from)
  const last = words.findLastIndex(word => word.from < to)
  const start = words[Math.max(0, first - AROUND_WORDS)]?.from ?? 0
  const end = words[Math.min(words.length - 1, last + AROUND_WORDS)]?.to ?? text.length
  return text.slice(start, end)
}
