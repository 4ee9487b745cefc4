/** Words from a file whose signs are no markdown, written so that `readText` reads each of them as it is. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\*_]|<(?=[/a-z])|(?<=\])\(|(?<=\[)\^/gi, '\\$&')
}
