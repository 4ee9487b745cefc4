/** Ten times the longest outcome document we know; a larger paste is a mistake, and is answered before any work. */
export const LONGEST_TEXT_CHARACTERS = 5_000_000

/** A thousand printed pages. Each line costs some microseconds, so this also bounds the time of a hostile paste. */
export const MOST_LINES = 60_000

/** Five times as dense as any markdown we know at the longest text; each sign costs a microsecond or two. */
const MOST_SIGNS = 300_000

/** One character in twenty: prose has none, a binary file read as text has far more. */
const STRANGE_SHARE = 1 / 20

/**
 * Why a raw text cannot be read at all, as one sentence; null when it can be tried. Costs one pass at most, and
 * none for a text that is too long. Only lines with words in them count as lines.
 */
export function unreadableReason(raw: string): string | null {
  if (raw.length > LONGEST_TEXT_CHARACTERS) {
    const limit = LONGEST_TEXT_CHARACTERS.toLocaleString('en')
    return `The text has ${raw.length.toLocaleString('en')} characters; at most ${limit} can be read.`
  }
  if (raw.includes('\u0000')) return 'This is not a text: it contains NUL bytes, as binary files do.'
  let lines = 0
  let isBlank = true
  let strange = 0
  let signs = 0
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code > 32 && code !== 0xa0 && code !== 0xfeff) {
      if (isBlank) lines++
      isBlank = false
    } else if (code >= 10 && code <= 13) isBlank = true
    if (isMarkdownSign(code)) signs++
    if (code === 0xfffd || (code < 32 && !isLayout(code))) strange++
  }
  if (lines === 0) return 'The text is empty.'
  if (lines > MOST_LINES)
    return `The text has ${lines.toLocaleString('en')} lines; at most ${MOST_LINES.toLocaleString('en')} can be read.`
  if (signs > MOST_SIGNS) return 'This is not a text: it consists of asterisks, brackets or other signs of markdown.'
  if (strange > raw.length * STRANGE_SHARE) {
    return 'This is not a text, or its encoding is unknown: too many of its characters cannot be read.'
  }
  return null
}

/** Tab, line feed, vertical tab, form feed, carriage return. */
function isLayout(code: number): boolean {
  return code >= 9 && code <= 13
}

/** `*`, `<`, `[`, `\\`, `]` and `_`. */
function isMarkdownSign(code: number): boolean {
  return code === 42 || code === 60 || (code >= 91 && code <= 93) || code === 95
}
