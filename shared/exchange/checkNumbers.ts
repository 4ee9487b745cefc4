import type { ReadBlock, ReadWarning } from './ReadDocument.ts'
import { romanNumeral } from './romanNumeral.ts'

interface Last {
  readonly number: number
  readonly label: string
}

const NUMBERED = /^(PP|OP|)(\d{1,3})(?: (.+))?$/

/** Warns about gaps and repetitions in the numbers of paragraphs and chapters; numbers are never mended (D3, D4). */
export function checkNumbers(blocks: readonly ReadBlock[]): readonly ReadWarning[] {
  const warnings: ReadWarning[] = []
  const last = new Map<string, Last>()
  const met = new Set<string>()
  for (const [block, { kind, label, text }] of blocks.entries()) {
    const warn = (sentence: string) => warnings.push({ sentence, block })
    if (text === '') warn(label === '' ? 'A block has no words.' : `${nameOf(kind)} ${label} has no words.`)
    if (kind === 'chapter') {
      const number = romanNumeral(label)
      if (number !== null) compare(last, 'chapter', { number, label }, warn)
      continue
    }
    const [, series = '', digits, suffix] = (kind === 'paragraph' ? NUMBERED.exec(label) : null) ?? []
    if (digits === undefined) continue
    const number = Number(digits)
    if (met.has(label)) warn(`Paragraph number ${label} is used more than once.`)
    else if (suffix === undefined) compare(last, series, { number, label }, warn)
    else if (last.get(series)?.number !== number)
      warn(`Paragraph ${label} does not stand behind paragraph ${series}${digits}.`)
    met.add(label)
    if (suffix === undefined) last.set(series, { number, label })
  }
  return warnings
}

function compare(last: Map<string, Last>, series: string, now: Last, warn: (sentence: string) => void): void {
  const before = last.get(series)
  const name = series === 'chapter' ? 'chapter' : 'paragraph'
  const Name = series === 'chapter' ? 'Chapter' : 'Paragraph'
  if (before === undefined) {
    if (now.number !== 1) warn(`The first numbered ${name} is ${now.label}, not ${series.length === 2 ? series : ''}1.`)
  } else if (now.number > before.number + 1) {
    const count = now.number - before.number - 1
    const missing = count === 1 ? 'one number is missing' : `${count} numbers are missing`
    warn(`${Name} ${now.label} follows ${name} ${before.label}: ${missing}.`)
  } else if (now.number <= before.number) {
    warn(`${Name} ${now.label} comes after ${name} ${before.label}.`)
  }
  last.set(series, now)
}

function nameOf(kind: ReadBlock['kind']): string {
  switch (kind) {
    case 'subparagraph':
      return 'Sub-paragraph'
    case 'chapter':
    case 'section':
      return 'The heading'
    default:
      return 'Paragraph'
  }
}
