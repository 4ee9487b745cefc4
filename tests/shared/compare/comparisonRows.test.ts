import { describe, expect, test } from 'vitest'
import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import { inlinePieces, shownRuns, sidePieces } from '../../../shared/compare/comparedPieces.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { comparisonRows } from '../../../shared/compare/comparisonRows.ts'
import { comparisonTotals, totalsInWords } from '../../../shared/compare/comparisonTotals.ts'
import { foldUnchanged, isChange, type ListedRow } from '../../../shared/compare/foldUnchanged.ts'
import { foldWords, relationWords } from '../../../shared/compare/relationWords.ts'
import { noteMark } from '../../../shared/table/words.ts'
import { blocksOf, officialBlocks, paragraphs } from './textBlocks.ts'

const bread = 'Bread is baked in the morning, before the town wakes, by those whose turn it is.'
const boats = 'Boats are tied to the northern pier whenever the wind comes from the sea.'
const bells = 'The bells are rung twice on feast days and once on every other day of the week.'
const wells = 'Wells are cleaned in spring and in autumn, and nobody draws water on those days.'
const lamps = 'Lamps along the harbour are lit at dusk by the youngest of the watchmen.'

/** Each row as one line: labels of both sides, and what became of it. */
function lines(rows: readonly ListedRow[]): readonly string[] {
  const of = (blocks: readonly ComparedBlock[]) => blocks.map(({ label }) => label).join(' + ')
  return rows.map(row => {
    const words = relationWords(row).join(', ')
    switch (row.is) {
      case 'unchanged':
        return foldWords(row)
      case 'pair':
        return `${of(row.old)} | ${words || row.pair.relation} | ${of(row.new)}`
      case 'new':
        return `| ${words} | ${row.block.label}`
      case 'dropped':
        return `${row.block.label} | ${words} |`
      case 'elsewhere':
        return `${row.block.label} | ${words} → ${row.to.label}`
      default:
        return row satisfies never
    }
  })
}

const rowsOf = (old: readonly ComparedBlock[], now: readonly ComparedBlock[]) => comparisonRows(compareTexts(old, now))

describe('two texts side by side', () => {
  test('R119: stand in the order of the new one, what was dropped behind what it stood behind', () => {
    const rows = rowsOf(paragraphs(bread, boats, bells), paragraphs(bread, wells, bells))
    expect(lines(rows)).toEqual(['1 | same | 1', '2 | dropped |', '| new | 2', '3 | same | 3'])
    expect(lines(rowsOf(paragraphs(bread, bells), paragraphs(bells)))).toEqual(['1 | dropped |', '2 | same | 1'])
  })

  test('R119: what moved is told at both places, each with the way to the other', () => {
    const rows = rowsOf(paragraphs(bread, boats, bells, wells), paragraphs(boats, bells, wells, bread))
    expect(lines(rows)).toEqual(['1 | moved ↓ → 4', '2 | same | 1', '3 | same | 2', '4 | same | 3', '1 | moved ↓ | 4'])
    const [first, moved] = [rows[0], rows[4]]
    expect(first?.is === 'elsewhere' && first.to.key).toBe(moved?.key)
    expect(moved?.is === 'pair' && moved.from?.key).toBe(first?.key)
  })

  test('R119: the parts of one that was split stand together, also where another came between them', () => {
    const whole = `${bread} ${boats}`
    expect(lines(rowsOf(paragraphs(whole, wells), paragraphs(bread, boats, wells)))).toEqual([
      '1 | split | 1 + 2',
      '2 | same | 3',
    ])
    expect(lines(rowsOf(paragraphs(bread, boats, wells), paragraphs(whole, wells)))).toEqual([
      '1 + 2 | merged | 1',
      '3 | same | 2',
    ])
  })

  test('R119: each block of both texts stands in exactly one place, and is named wherever a reader looks for it', () => {
    const [old, now] = [
      officialBlocks('round-tables-background-note-2024'),
      officialBlocks('high-level-declaration-2024'),
    ]
    const rows = rowsOf(old, now)
    const [before, after] = (['old', 'new'] as const).map(side =>
      rows.flatMap(row =>
        row.is === 'pair'
          ? row[side]
          : row.is === (side === 'old' ? 'dropped' : 'new') && 'block' in row
            ? row.block
            : [],
      ),
    )
    expect(new Set(before)).toEqual(new Set(old))
    expect(before).toHaveLength(old.length)
    expect(after).toEqual(now)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })
})

describe('what did not change', () => {
  const [old, now] = (['eighty', 'ninety'] as const).map(count =>
    blocksOf(`Decree\n\nI. Work\n\n1. ${bread}\n\n2. ${boats}\n\nII. Rest\n\n3. ${bells.replace('twice', count)}`),
  )

  test('R120: is folded to one line that says how much it is; a heading stays before what did change', () => {
    const listed = foldUnchanged(rowsOf(old ?? [], now ?? []))
    expect(lines(listed)).toEqual(['2 paragraphs unchanged (1 – 2)', 'Rest | same | Rest', '3 | changed | 3'])
    expect(listed.map(isChange)).toEqual([false, false, true])
  })

  test('R120: to the end of a text, headings and all, is one fold', () => {
    expect(lines(foldUnchanged(rowsOf(old ?? [], old ?? [])))).toEqual(['3 paragraphs unchanged (1 – 3)'])
  })
})

describe('the words of a pair', () => {
  test('R102: of each side make up each of its blocks, with the marks where they stand', () => {
    const [old, now] = [
      officialBlocks('round-tables-background-note-2024'),
      officialBlocks('high-level-declaration-2024'),
    ]
    for (const row of rowsOf(old, now)) {
      if (row.is !== 'pair') continue
      for (const side of ['old', 'new'] as const) {
        const shown = sidePieces(row.pair.words, row[side], side)
        expect(shown.map(pieces => pieces.map(({ text }) => text).join(''))).toEqual(
          row[side].map(({ text }) => text.trimStart()),
        )
        expect(shown.map(pieces => pieces.flatMap(({ mark }) => mark ?? []))).toEqual(
          row[side].map(({ marks }) => marks),
        )
        for (const [nth, pieces] of shown.entries())
          for (const { at, text } of pieces) expect(row[side][nth]?.text.slice(at, at + text.length)).toBe(text)
      }
    }
  })

  test('R103: in one column a mark bears the number of the text it is in', () => {
    const mark = (label: string, cites: string) => ({ label, cites })
    const one = (text: string, marks: ComparedBlock['marks']): ComparedBlock => ({
      label: '1',
      is: 'paragraph',
      text,
      marks,
    })
    const old = one(`${bread}${noteMark} ${boats}${noteMark}`, [mark('1', 'resolution 1'), mark('2', 'resolution 2')])
    const now = one(`${bread}${noteMark} ${boats}`, [mark('4', 'resolution 1')])
    const [row] = rowsOf([old], [now])
    if (row?.is !== 'pair') throw new Error('not paired')
    const marks = inlinePieces(row.pair.words, row.old, row.new).flatMap(({ is, mark: of }) =>
      of ? [`${is} ${of.label}`] : [],
    )
    expect(marks).toEqual(['same 4', 'deleted 2'])
  })
})

test('R119: the totals say how much of two texts is in both', () => {
  const compared = compareTexts(paragraphs(bread, boats, bells, lamps), paragraphs(boats, bells, bread, wells))
  expect(totalsInWords(comparisonTotals(compared)).map(({ count, of }) => `${count} ${of}`)).toEqual([
    '3 paired',
    '1 moved',
    '1 new',
    '1 dropped',
    '24 % of words changed',
  ])
  expect(comparisonTotals(compareTexts([], [])).changedShare).toBe(0)
})

describe('how words are marked', () => {
  const marked = (old: string, now: string) => {
    const [row] = rowsOf(paragraphs(old), paragraphs(now))
    if (row?.is !== 'pair') throw new Error('not paired')
    const signs = { same: ['', ''], deleted: ['-', '-'], inserted: ['+', '+'] } as const
    return shownRuns(inlinePieces(row.pair.words, row.old, row.new))
      .map(({ is, pieces, blank, isTight }) => {
        const [open, close] = signs[is]
        return `${isTight ? '|' : ''}${open}${pieces.map(({ text }) => text).join('')}${close}${blank}`
      })
      .join('')
  }

  test('R119: the blank behind changed words is not marked', () => {
    expect(marked('We meet on every cold Monday.', 'We meet on every Monday.')).toBe('We meet on every -cold- Monday.')
  })

  test('R119: nor is the blank behind a note mark', () => {
    const mark = { label: '1', cites: 'resolution 1' }
    const now: ComparedBlock = { label: '1', is: 'paragraph', text: `We meet,${noteMark} and eat.`, marks: [mark] }
    const [row] = rowsOf(paragraphs('We meet and eat.'), [now])
    if (row?.is !== 'pair') throw new Error('not paired')
    const runs = shownRuns(inlinePieces(row.pair.words, row.old, row.new))
    expect(runs.map(({ pieces, blank }) => [...pieces.map(({ text }) => text), blank])).toEqual([
      ['We meet', ''],
      [',', noteMark, ' '],
      ['and eat.', ''],
    ])
  })

  test('R119: words exchanged without a blank between them are set apart', () => {
    expect(marked('We meet on every cold Monday.', 'We meet on every cold Tuesday.')).toBe(
      'We meet on every cold -Monday-|+Tuesday+.',
    )
  })
})
