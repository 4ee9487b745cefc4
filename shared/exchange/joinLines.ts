/** Lines put together into one text, and the joins that were a guess. */
export interface JoinedLines {
  readonly text: string
  /** Words that were cut at a line end and might have had a hyphen of their own, as they are now written. */
  readonly guesses: readonly string[]
}

/** First parts that keep their hyphen: "non-", "well-". Words met with a hyphen elsewhere in the text are kept too. */
const KEEPS_HYPHEN =
  /^(?:non|self|well|cross|inter|mid|co|sub|multi|long|short|high|low|follow|evidence|law|human|people|age|gender|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i

/** A word longer than this is not one; the bound keeps the tests linear. */
const WORD_CHARACTERS = 60

/**
 * Joins printed lines with a space, or without one where a word, a web address or a range of numbers was cut at the
 * line end. `words` are the words of the whole document, with their hyphens, in small letters.
 */
export function joinLines(lines: readonly string[], words: () => ReadonlySet<string>): JoinedLines {
  const parts: string[] = []
  const guesses: string[] = []
  for (const line of lines) {
    const before = parts.at(-1)
    if (before === undefined || before === '' || line === '') {
      if (line !== '') parts.push(line)
      continue
    }
    const seam = seamBetween(before, line, words)
    parts[parts.length - 1] = seam.before
    if (seam.space) parts.push(' ')
    if (seam.guess !== null) guesses.push(seam.guess)
    parts.push(line)
  }
  return { text: parts.join(''), guesses }
}

/** Says that a word was cut at a line end, as it is now written. */
export function guessedHyphenSentence(word: string): string {
  return `“${word}” was cut at the end of a line; its hyphen is a guess.`
}

/** What becomes of the end of one line where the next is joined to it. */
export interface Seam {
  /** The line, without its last hyphen where that only cut a word. */
  readonly before: string
  readonly space: boolean
  /** The word, where its hyphen is a guess. */
  readonly guess: string | null
}

export function seamBetween(before: string, after: string, words: () => ReadonlySet<string>): Seam {
  const tail = before.slice(-WORD_CHARACTERS)
  const lastWord = tail.slice(tail.lastIndexOf(' ') + 1)
  if (/^[(<]?(?:www\.|https?:)/.test(lastWord) && /[/_=&-]$/.test(lastWord))
    return { before, space: false, guess: null }
  if (/\d[-–]$/.test(tail) && /^\d/.test(after)) return { before, space: false, guess: null }
  const left = /(\p{L}[\p{L}-]*)-$/u.exec(lastWord)?.[1]
  const right = /^\p{L}+/u.exec(after.slice(0, WORD_CHARACTERS))?.[0]
  if (left === undefined || right === undefined) return { before, space: true, guess: null }
  // "Inter-" and "American": a capital inside a word is always behind a hyphen.
  if (/^\p{Lu}/u.test(right)) return { before, space: false, guess: null }
  // "short- and long-term" has its hyphen and its space.
  if (/^(?:and|or|to)$/.test(right)) return { before, space: true, guess: null }
  const whole = left + right
  const hyphened = `${left}-${right}`
  if (words().has(hyphened.toLowerCase())) return { before, space: false, guess: null }
  const cut = { before: before.slice(0, -1), space: false }
  if (words().has(whole.toLowerCase())) return { ...cut, guess: null }
  if (KEEPS_HYPHEN.test(left.slice(left.lastIndexOf('-') + 1))) return { before, space: false, guess: hyphened }
  return { ...cut, guess: whole }
}
