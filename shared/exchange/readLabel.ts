import { romanNumeral } from './romanNumeral.ts'

/**
 * What a line begins with, and the `rest` of the line behind it. It is a possibility only: "12." may also be the end
 * of a sentence that was wrapped, which the lines around must tell. `firm` is false for forms that are labels only
 * where the label is the one expected.
 */
export type Label =
  | {
      readonly kind: 'number'
      readonly label: string
      /** Paragraphs, preambular and operative paragraphs are numbered apart (D1). */
      readonly series: '' | 'PP' | 'OP'
      readonly number: number
      /** `bis`, `alt 2` …; '' when there is none (D3). */
      readonly suffix: string
      readonly firm: boolean
      readonly rest: string
    }
  | { readonly kind: 'option'; readonly label: string; readonly rest: string }
  | { readonly kind: 'letter'; readonly label: string; readonly firm: boolean; readonly rest: string }
  | { readonly kind: 'capital'; readonly label: string; readonly rest: string }
  | { readonly kind: 'chapter'; readonly label: string; readonly rest: string }
  | { readonly kind: 'bullet'; readonly rest: string }
  | { readonly kind: 'note'; readonly label: string; readonly firm: boolean; readonly rest: string }
  | { readonly kind: 'bare'; readonly label: string; readonly number: number; readonly rest: '' }

/** No label is longer; a bound keeps every pattern cheap whatever follows. */
const LABEL_CHARACTERS = 60

const WORD = '(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|novies|decies|alt)'
const SUFFIX = `(?:\\s?\\*{0,2}${WORD}\\*{0,2}\\.?(?:\\s?\\d{1,2})?(?![\\p{L}\\d]))`
const NUMBER = new RegExp(
  `^(\\[{0,4})(\\*{0,3})(?:(PP|OP)\\s?)?(\\d{1,3})((?:\\.?${SUFFIX}{1,3})?)(\\\\?[.):])?(\\]{0,4})(\\*{0,3})`,
  'iu',
)
const OPTION = /^(\[{0,4})(\*{0,3})((?:Option|Alternative)\s(?:\d{1,2}|[A-Z]))(?:\\?[.):])(\]{0,4})(\*{0,3})(?=\s|$)/i
const LETTER = new RegExp(
  `^(\\[{0,4})(\\*{0,3})\\(?\\*{0,3}([a-z]{1,6}|\\d{1,2})\\*{0,3}(${SUFFIX}?)(\\\\?[.)])(${SUFFIX}?)\\.?(\\]{0,4})(\\*{0,3})`,
  'u',
)
const CAPITAL = /^(\*{0,3})([IVXL]{1,6}|[A-Z])\\?[.)](\*{0,3})(?:\s+|$)/
const CHAPTER = /^\*{0,3}(?:Chapter|CHAPTER|Part|PART)\s([IVXL]{1,6}|\d{1,2})(?:\*{0,3}$|[.:]\s*)/
const BULLET = /^(?:[-•–—*+·▪▫◦‣●○■□]|o(?=\t))\s+(?=\S)/
const NOTE =
  /^(?:([⁰¹²³⁴-⁹]{1,3})\s*|<sup>\s?(?:(\d{1,3})|((?:\\?\*){1,4}))\s?<\/sup>\s*|\[\^(\d{1,3})\]:?\s+)(?=\S|$)/i
const STAR_NOTE = /^(?:((?:\\\*){1,4})\s*|(\*{1,4})\s+)(?=\S)/
/** What may stand right behind a label's dot: "3.We" is a label, "3.5" is not. */
const BEGINS_TEXT = /^(?:$|[\s\p{Lu}[“"‘*_(])/u
const BEGINS_SENTENCE = /^(?:$|\s+(?:$|[\p{Lu}[“"‘*_(]))/u

/** Reads the label a trimmed line begins with; null when it begins with none. */
export function readLabel(line: string): Label | null {
  const head = line.slice(0, LABEL_CHARACTERS)
  if (/^\d{1,3}$/.test(line)) return { kind: 'bare', label: line, number: Number(line), rest: '' }
  return (
    noteLabel(line, head) ??
    bulletLabel(line, head) ??
    numberLabel(line, head) ??
    optionLabel(line, head) ??
    letterLabel(line, head) ??
    headingLabel(line, head)
  )
}

function noteLabel(line: string, head: string): Label | null {
  if (!/^[⁰¹²³⁴-⁹<[\\*]/.test(head)) return null
  const numbered = NOTE.exec(head)
  if (numbered !== null) {
    const label = numbered[1]?.normalize('NFKC') ?? numbered[2] ?? numbered[4] ?? numbered[3] ?? ''
    return { kind: 'note', label: label.replaceAll('\\', ''), firm: true, rest: line.slice(numbered[0].length) }
  }
  const starred = STAR_NOTE.exec(head)
  if (starred !== null) {
    const label = (starred[1] ?? starred[2] ?? '').replaceAll('\\', '')
    // "* words" is a list item as well as a note: only a star that waits for its note can tell.
    const firm = starred[1] !== undefined || label.length > 1
    return { kind: 'note', label, firm, rest: line.slice(starred[0].length) }
  }
  // "*E/CN.7/…" without its space: the only star of the line cannot be emphasis.
  if (/^\*[^\s*]/.test(head) && line.lastIndexOf('*') === 0) {
    return { kind: 'note', label: '*', firm: false, rest: line.slice(1) }
  }
  return null
}

function bulletLabel(line: string, head: string): Label | null {
  const found = BULLET.exec(head)
  if (found === null) return null
  const rest = line.slice(found[0].length)
  // A list made by a converter keeps the printed letter behind its own bullet: "- (a) …".
  return letterLabel(rest, rest.slice(0, LABEL_CHARACTERS)) ?? { kind: 'bullet', rest }
}

function numberLabel(line: string, head: string): Label | null {
  if (!/^[\d[*PO]/i.test(head)) return null
  const found = NUMBER.exec(head)
  if (found === null) return null
  const [whole, opening = '', stars = '', letters = '', digits = '', tail = '', dot = '', closing = ''] = found
  const after = line.slice(whole.length)
  const series = letters.toUpperCase() === 'PP' ? 'PP' : letters.toUpperCase() === 'OP' ? 'OP' : ''
  const suffix = tidySuffix(tail)
  const isDotted = dot !== '' && (dot !== ':' || series !== '' || suffix !== '') && BEGINS_TEXT.test(after)
  const isBracketed = opening !== '' && closing !== '' && BEGINS_SENTENCE.test(after)
  const isBare = series !== '' ? /^(?:$|\s)/.test(after) : suffix !== '' && BEGINS_SENTENCE.test(after)
  const isTabbed = after.startsWith('\t')
  if (closing.length > opening.length || !(isDotted || isBracketed || isBare || isTabbed)) return null
  return {
    kind: 'number',
    label: `${series}${digits}${suffix === '' ? '' : ` ${suffix}`}`,
    series,
    number: Number(digits),
    suffix,
    firm: isDotted || isBare,
    rest: restOf(after, opening, closing, stars, found[8] ?? ''),
  }
}

function optionLabel(line: string, head: string): Label | null {
  const found = OPTION.exec(head)
  if (found === null) return null
  const [whole, opening = '', stars = '', label = '', closing = '', closingStars = ''] = found
  return { kind: 'option', label, rest: restOf(line.slice(whole.length), opening, closing, stars, closingStars) }
}

function letterLabel(line: string, head: string): Label | null {
  const found = LETTER.exec(head)
  if (found === null) return null
  const [whole, opening = '', stars = '', letter = '', inside = '', end = '', behind = '', closing = ''] = found
  const after = line.slice(whole.length)
  const isBracketed = whole.slice(opening.length + stars.length).startsWith('(')
  if (isBracketed && !end.endsWith(')')) return null
  if (!isSubparagraphLetter(letter) || closing.length > opening.length || !BEGINS_TEXT.test(after)) return null
  // "a." opens list items and ends sentences alike, and a digit needs its dot to be a paragraph.
  const firm = end.endsWith(')')
  if (!firm && /\d/.test(letter)) return null
  const suffix = tidySuffix(inside || behind)
  const label = suffix === '' ? letter : `${letter} ${suffix}`
  return { kind: 'letter', label, firm, rest: restOf(after, opening, closing, stars, found[8] ?? '') }
}

function headingLabel(line: string, head: string): Label | null {
  const word = CHAPTER.exec(head)
  if (word !== null) return { kind: 'chapter', label: word[1] ?? '', rest: line.slice(word[0].length) }
  const found = CAPITAL.exec(head)
  const label = found?.[2] ?? ''
  if (found === null || (label.length > 1 && romanNumeral(label) === null)) return null
  return { kind: 'capital', label, rest: restOf(line.slice(found[0].length), '', '', found[1] ?? '', found[3] ?? '') }
}

/** One letter, a doubled one as behind z, a roman numeral or a number: "(the)" is no label. */
function isSubparagraphLetter(letter: string): boolean {
  if (letter.length === 1 || /^\d+$/.test(letter)) return true
  return (letter.length === 2 && letter[0] === letter[1]) || romanNumeral(letter) !== null
}

/** Brackets and emphasis that opened before the label and did not close behind it belong to the words. */
function restOf(after: string, opening: string, closing: string, stars: string, closingStars: string): string {
  const brackets = opening.slice(closing.length)
  const emphasis = stars === closingStars ? '' : stars === '' ? closingStars : stars
  return brackets + emphasis + after.trimStart()
}

function tidySuffix(printed: string): string {
  const words = printed.toLowerCase().match(/[a-z]+|\d+/g)
  return words === null ? '' : words.join(' ')
}
