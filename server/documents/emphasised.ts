import { escapeMarkdown } from './escapeMarkdown.ts'

/** A stretch of a paragraph. */
export type Run =
  | {
      readonly kind: 'words'
      readonly text: string
      readonly italic: boolean
      readonly strong: boolean
      /** Set above the line and smaller, as note marks are. */
      readonly raised: boolean
    }
  /** The mark of a note whose label is known. */
  | { readonly kind: 'mark'; readonly note: string }

/** A heading of this length is none: negotiators set whole new paragraphs in bold. */
const LONGEST_STRONG_CHARACTERS = 700

/**
 * Writes runs in the light markdown of `readText`: italics between stars, raised digits as such, note marks as tags,
 * and two stars around what is strong from end to end, since a heading is.
 */
export function emphasised(runs: readonly Run[]): string {
  const isStrong = isStrongThroughout(runs)
  const parts: string[] = []
  for (const run of merged(runs, isStrong)) {
    if (run.kind === 'mark') parts.push(`<sup>${run.note}</sup>`)
    else if (run.raised) parts.push(raisedText(run.text))
    else parts.push(run.italic && !isStrong ? italicText(run.text) : escapeMarkdown(run.text))
  }
  const text = parts.join('').trim()
  return isStrong && text !== '' ? `**${text}**` : text
}

/** The words alone, without marks, for finding the paragraph again. */
export function plainWords(runs: readonly Run[]): string {
  return runs.map(run => (run.kind === 'words' && !run.raised ? run.text : '')).join('')
}

export function isStrongThroughout(runs: readonly Run[]): boolean {
  let length = 0
  for (const run of runs) {
    if (run.kind === 'mark' || !/[\p{L}\d]/u.test(run.text) || run.raised) continue
    if (!run.strong) return false
    length += run.text.length
  }
  return length > 0 && length <= LONGEST_STRONG_CHARACTERS
}

/** Neighbours of one kind are one run: "*a**b*" would be bold. */
function merged(runs: readonly Run[], isStrong: boolean): readonly Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    const isSame =
      last?.kind === 'words' &&
      run.kind === 'words' &&
      last.raised === run.raised &&
      (isStrong || last.italic === run.italic)
    if (isSame) result[result.length - 1] = { ...last, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

/** Raised digits are note marks or powers, which the reader tells apart; other raised words are words. */
function raisedText(text: string): string {
  return escapeMarkdown(text).replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
}

/** A star opens italics only before a letter or digit; before a sign it would be read as a note mark. */
function italicText(text: string): string {
  const found = /^([^\p{L}\p{N}]*)([\s\S]*?)(\s*)$/u.exec(text)
  const [, before = '', words = '', after = ''] = found ?? []
  if (words === '') return escapeMarkdown(text)
  return `${escapeMarkdown(before)}*${escapeMarkdown(words)}*${after}`
}
