/** Ten times the longest outcome document we know; a larger paste is a mistake, and is answered before any work. */
export const LONGEST_TEXT_CHARACTERS = 5_000_000

/** One character in twenty: prose has none, a binary file read as text has far more. */
const STRANGE_SHARE = 1 / 20

/**
 * Why a raw text cannot be read at all, as one sentence; null when it can be tried. Costs one pass at most, and
 * none for a text that is too long.
 */
export function unreadableReason(raw: string): string | null {
  if (raw.length > LONGEST_TEXT_CHARACTERS) {
    const limit = LONGEST_TEXT_CHARACTERS.toLocaleString('en')
    return `The text has ${raw.length.toLocaleString('en')} characters; at most ${limit} can be read.`
  }
  if (raw.includes('\u0000')) return 'This is not a text: it contains NUL bytes, as binary files do.'
  let words = false
  let strange = 0
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code > 32 && code !== 0xa0 && code !== 0xfeff) words = true
    if (code === 0xfffd || (code < 32 && !isLayout(code))) strange++
  }
  if (!words) return 'The text is empty.'
  if (strange > raw.length * STRANGE_SHARE) {
    return 'This is not a text, or its encoding is unknown: too many of its characters cannot be read.'
  }
  return null
}

/** Tab, line feed, vertical tab, form feed, carriage return. */
function isLayout(code: number): boolean {
  return code >= 9 && code <= 13
}
