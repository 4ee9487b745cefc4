const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
])

/**
 * Makes characters uniform and changes no word: Unix line ends, plain spaces, no soft hyphens or invisible marks, no
 * U+FFFC (which stands for a note mark from here on). Form feeds stay, since they say where a page ended.
 *
 * Each pattern is a single class or has a bounded tail, so the whole is linear in the text.
 */
export function cleanText(raw: string): string {
  return (
    raw
      .normalize('NFC')
      .replace(/\r\n?|[\v\u0085\u2028]/g, '\n')
      .replaceAll('\u2029', '\n\n')
      // A soft hyphen that ends a line is a word cut in two, so the line end goes with it.
      .replace(/\u00ad[ \t]{0,8}\n[ \t]{0,40}/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffc]/g, '')
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/[\u2010\u2011]/g, '-')
      .replace(/[\ufb00-\ufb04]/g, ligature => LIGATURES.get(ligature) ?? ligature)
      .replace(/\uf0b7|\uf0a7/g, '•')
      // Blank rows say no more by being many.
      .replace(/\n[ \t]+(?=\n)/g, '\n')
      .replace(/\n{4,}/g, '\n\n\n')
      .replace(/\f[\f\s]*(?=\f)/g, '')
  )
}
