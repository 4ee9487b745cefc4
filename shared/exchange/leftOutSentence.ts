/** How many of the lines left out are quoted. */
const QUOTED_LINES = 8

/** Says which lines, at least one, were left out because they belong to the page and not to the text. */
export function leftOutSentence(lines: readonly string[]): string {
  const distinct = [...new Set(lines)]
  const list = distinct.slice(0, QUOTED_LINES).map(line => `“${line}”`)
  const more = distinct.length > QUOTED_LINES ? ' and others' : ''
  const count = lines.length === 1 ? 'One line was' : `${lines.length} lines were`
  return `${count} left out as running heads, page numbers or job numbers: ${list.join(', ')}${more}.`
}
