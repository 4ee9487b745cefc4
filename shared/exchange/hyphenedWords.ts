/** The words of a text with their hyphens, in small letters; gathered only when a line ends with a hyphen. */
export function hyphenedWords(text: string): () => ReadonlySet<string> {
  let words: ReadonlySet<string> | null = null
  return () => {
    words ??= new Set((text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []).map(word => word.toLowerCase()))
    return words
  }
}
