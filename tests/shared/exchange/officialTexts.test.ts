import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { readSummary } from '../../../shared/exchange/readSummary.ts'
import { officialText } from './officialText.ts'
import { readDocument } from './readOutline.ts'

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, nth) => String(first + nth))
const labelsOf = (items: readonly { readonly label: string }[]) => items.map(item => item.label)
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

describe('the high-level declaration of 2024 (D2)', () => {
  const raw = officialText('high-level-declaration-2024')
  const document = readDocument(raw)
  const summary = readSummary(document)

  it('has its title, chapeau, chapters, sections, paragraphs and sub-paragraphs', () => {
    expect(summary.title).toMatch(/^High-level declaration by the Commission.* 2019$/)
    expect(document.blocks.filter(block => block.kind === 'chapeau')).toHaveLength(1)
    expect(labelsOf(summary.chapters)).toEqual(['I', 'II', 'III'])
    expect(labelsOf(summary.sections)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(labelsOf(summary.paragraphs)).toEqual(range(1, 42))
    const letters = [...'abcdefghijkl'].map(letter => `18 (${letter})`)
    expect(labelsOf(summary.subparagraphs)).toEqual([...letters, ...[...'abcdefg'].map(letter => `20 (${letter})`)])
    expect(document.blocks.slice(0, 10).map(block => block.kind)).toEqual([...Array(9).fill('masthead'), 'title'])
    expect(summary.warnings).toEqual([])
  })

  it('ties each of the twelve notes and the star note to its place', () => {
    expect(summary.footnotes.map(({ label, at }) => `${label} at ${at}`)).toEqual([
      '1 at chapeau',
      ...['2 at 1', '3 at 1', '4 at 1', '5 at 2', '6 at 5', '7 at 5', '8 at 5', '9 at 12', '10 at 15'],
      ...['11 at 39', '12 at 41', '* at masthead'],
    ])
  })

  it('reads italics as ranges and leaves no asterisk', () => {
    const italic = [...document.blocks, ...document.notes].flatMap(({ text, italics }) =>
      italics.map(({ from, to }) => text.slice(from, to)),
    )
    expect(italic.filter(words => words === 'Ibid.')).toHaveLength(4)
    expect(italic).toContain('inter alia')
    for (const { text } of [...document.blocks, ...document.notes]) expect(text).not.toContain('*')
  })

  it('ends every paragraph and sub-paragraph with a sentence or a list item', () => {
    for (const { label, text } of [...summary.paragraphs, ...summary.subparagraphs]) {
      expect(`${label} ${text.slice(-1)}`).toMatch(/[.;:]$/)
      expect(`${label} ${text.charAt(0)}`).toMatch(/[WTI]$/)
    }
  })

  it('R80: has every word of the source exactly once, in order: the notes apart, everything else in the blocks', () => {
    const lines = raw.split('\n')
    const isNote = (line: string) => /^(?:[¹²³⁴-⁹⁰]+|\*) /.test(line)
    const inNotes = lines.filter(isNote).map(line => line.normalize('NFKC').replace(/^(\d+|\*) /, ''))
    const inBlocks = lines
      .filter(line => !isNote(line))
      .join('\n')
      .replace(/[¹²³⁴-⁹⁰]/g, '')
    expect(wordsOf(inBlocks)).toEqual(wordsOf(blockText(document)))
    const star = inNotes.shift() ?? ''
    expect(wordsOf([...inNotes, star].join('\n'))).toEqual(wordsOf(document.notes.map(note => note.text).join('\n')))
  })

  it('is the same with Windows line ends, form feeds or no blank lines', () => {
    expect(readSummary(readDocument(raw.replaceAll('\n', '\r\n')))).toEqual(summary)
    expect(readSummary(readDocument(raw.replace(/\n{4}/g, '\n\f\n')))).toEqual(summary)
    expect(readSummary(readDocument(raw.replace(/\n+/g, '\n')))).toEqual(summary)
  })
})

const NAMES = [
  'chair-summary-2022',
  'high-level-declaration-2024',
  'round-tables-background-note-2024',
  'round-tables-summary-2019',
  'ungass-facilitator-remarks-2018',
]

describe('the other official texts', () => {
  it.each([
    ['chair-summary-2022', ['I', 'II', 'III'], ['a', 'b', 'c'], range(1, 31), 0, ['1', '2', '*', '**']],
    ['ungass-facilitator-remarks-2018', [''], Array(8).fill(''), range(1, 85), 0, ['1', '*']],
  ])('%s has its headings, paragraphs and notes', (name, chapters, sections, paragraphs, subparagraphs, notes) => {
    const summary = readSummary(readDocument(officialText(name)))
    expect(labelsOf(summary.chapters)).toEqual(chapters)
    expect(labelsOf(summary.sections)).toEqual(sections)
    expect(labelsOf(summary.paragraphs)).toEqual(paragraphs)
    expect(summary.subparagraphs).toHaveLength(subparagraphs)
    expect(labelsOf(summary.footnotes)).toEqual(notes)
    expect(summary.footnotes.every(note => note.at !== null)).toBe(true)
    expect(summary.warnings).toEqual([])
  })

  it('round-tables-background-note-2024 has its twelve challenges as bullets and its questions as paragraphs', () => {
    const summary = readSummary(readDocument(officialText('round-tables-background-note-2024')))
    expect(labelsOf(summary.paragraphs).slice(0, 4)).toEqual(range(1, 4))
    expect(labelsOf(summary.subparagraphs)).toEqual(Array(12).fill('•'))
    expect(summary.paragraphs.filter(({ label }) => label === '•')).toHaveLength(6)
    expect(labelsOf(summary.footnotes)).toEqual([...range(1, 6), '*', '**'])
    expect(summary.footnotes.find(note => note.label === '**')?.at).toBe('title')
    expect(summary.warnings).toEqual([])
  })

  it('round-tables-summary-2019 has two lettered themes and two guessed headings', () => {
    const summary = readSummary(readDocument(officialText('round-tables-summary-2019')))
    expect(labelsOf(summary.subparagraphs)).toEqual(['(a)', '(b)'])
    expect(summary.sections).toHaveLength(2)
    expect(summary.paragraphs).toHaveLength(27)
    expect(summary.warnings).toHaveLength(2)
  })

  it.each(NAMES)('R80: %s has lost no word and gained none', name => {
    const raw = officialText(name)
    const document = readDocument(raw)
    const marks = document.blocks.flatMap(block => block.marks.map(mark => mark.note))
    const notes = document.notes.map(note => `${note.label} ${note.text}`)
    const source = raw
      .replace(/\]\((?:#|http)[^()\s]*\)/g, ']')
      .replace(/<\/?sup>/g, ' ')
      .replace(/[¹²³⁴-⁹⁰]+/g, ' $& ')
    const sorted = (text: string) => wordsOf(text.normalize('NFKC')).toSorted()
    expect(sorted([blockText(document), ...marks, ...notes].join('\n'))).toEqual(sorted(source))
  })
})

describe('official texts wrapped at any width', () => {
  it.each(NAMES)('R80: %s reads the same, but for what is said about hyphens', name => {
    const raw = officialText(name)
    const plain = readSummary(readDocument(raw))
    for (const width of [50, 60, 66, 72, 78, 80, 90, 100]) {
      const wrapped = readSummary(readDocument(wrappedAt(raw, width)))
      expect({ ...wrapped, warnings: [] }, `width ${width}`).toEqual({ ...plain, warnings: [] })
    }
  })
})

/** Labels and words of all blocks, note marks as spaces where they cut no word. */
function blockText(document: ReadDocument): string {
  return document.blocks.map(({ label, text }) => `${label} ${text.replaceAll('\ufffc', '')}`).join('\n')
}

/** Wraps lines as a word processor does; markdown headings stay on their line. */
function wrappedAt(raw: string, width: number): string {
  const wrapLine = (line: string): string => {
    if (/^#|^\*\*.*\*\*$/.test(line)) return line
    const rows: string[] = []
    for (const word of line.split(' ')) {
      const row = rows.at(-1)
      if (row === undefined || row.length + 1 + word.length > width) rows.push(word)
      else rows[rows.length - 1] = `${row} ${word}`
    }
    return rows.join('\n')
  }
  return raw.split('\n').map(wrapLine).join('\n')
}
