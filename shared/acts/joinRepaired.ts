/** How new words are fitted into a text: how much of the host goes, and a space added on either side where one was lost. */
export interface Seams {
  readonly start: number
  readonly end: number
  readonly addBefore: '' | ' '
  readonly addAfter: '' | ' '
  /** How many characters at the end of the new words are left out: a space before a comma. */
  readonly trimEnd: number
}

export const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)
export const isSpace = (character: string | undefined) => character === ' ' || character === '\u00a0'
export const closes = (character: string | undefined) =>
  character !== undefined && /[,.;:!?)\u2019\u201d]/.test(character)

/**
 * Fits `content` into `host` in place of `start..end`, so that one space and one comma are left where the pieces meet (D9). Takes
 * away only a space or comma of the text around that would stand twice, and adds a space only where the struck words held one.
 */
export function joinRepaired(host: string, start: number, end: number, content: string): Seams {
  const left = start === 0 ? undefined : host[start - 1]
  const right = host[end]
  const struck = host.slice(start, end)
  const seams = { start, end, addBefore: '', addAfter: '', trimEnd: 0 } as const
  if (content === '') {
    if ((left === undefined || isSpace(left)) && isSpace(right)) return { ...seams, end: end + 1 }
    if (isSpace(left) && (closes(right) || right === undefined) && struck !== '') {
      const isCommaLeft = host[start - 2] === ',' && right !== undefined && /[,.;:]/.test(right)
      return { ...seams, start: start - (isCommaLeft ? 2 : 1) }
    }
    if (left === ',' && right === ',') return { ...seams, end: end + 1 }
    if (left === ',' && right !== undefined && /[.;:]/.test(right)) return { ...seams, start: start - 1 }
    const lost = isWord(left) && isWord(right) && (isSpace(struck[0]) || isSpace(struck.at(-1)))
    return lost ? { ...seams, addBefore: ' ' } : seams
  }
  const first = content[0]
  const last = content.at(-1)
  const dropLeft = isSpace(left) && (isSpace(first) || /^[,;:.]/.test(content))
  const dropComma = left === ',' && first === ','
  const addBefore = isWord(left) && isWord(first) && isSpace(struck[0]) ? ' ' : ''
  const dropRight = (isSpace(last) && isSpace(right)) || (last === ',' && right === ',')
  const trimEnd = isSpace(last) && (closes(right) || right === undefined) && content.length > 1 ? 1 : 0
  const isAbutting = last !== undefined && /[,.;:]/.test(last) && right !== undefined && /\p{L}/u.test(right)
  const addAfter = isAbutting || (isWord(last) && isWord(right) && isSpace(struck.at(-1))) ? ' ' : ''
  return {
    start: dropLeft || dropComma ? start - 1 : start,
    end: dropRight ? end + 1 : end,
    addBefore,
    addAfter,
    trimEnd,
  }
}
