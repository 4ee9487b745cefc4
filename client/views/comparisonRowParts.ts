import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { inlinePieces, type ShownPiece, sidePieces, wholePieces } from '../../shared/compare/comparedPieces.ts'
import type { ComparisonRow, ElsewhereRow, PairRow } from '../../shared/compare/comparisonRows.ts'
import { relationWords } from '../../shared/compare/relationWords.ts'

/** A block of one side of a row, and what of it is shown. */
export interface SideBlock {
  readonly key: string
  readonly block: ComparedBlock
  readonly pieces: readonly ShownPiece[]
}

/** What stands on either side of a row. */
export function sidesOf(row: ComparisonRow): readonly [old: readonly SideBlock[], now: readonly SideBlock[]] {
  switch (row.is) {
    case 'pair':
      return [sideOf(row, 'old'), sideOf(row, 'new')]
    case 'new':
      return [[], [wholeOf(row.block, 'inserted')]]
    case 'dropped':
      return [[wholeOf(row.block, 'deleted')], []]
    case 'elsewhere': {
      const own = [wholeOf(row.block, 'same')]
      return row.side === 'old' ? [own, []] : [[], own]
    }
    default:
      throw new Error(`unknown row ${row satisfies never}`)
  }
}

function sideOf(row: PairRow, side: 'old' | 'new'): readonly SideBlock[] {
  const pieces = sidePieces(row.pair.words, row[side], side)
  return row[side].map((block, nth) => ({ key: `${nth} ${block.label}`, block, pieces: pieces[nth] ?? [] }))
}

function wholeOf(block: ComparedBlock, is: ShownPiece['is']): SideBlock {
  return { key: block.label, block, pieces: wholePieces(block, is) }
}

/** A row in one running text. */
export function inlineOf(row: ComparisonRow): readonly ShownPiece[] {
  switch (row.is) {
    case 'pair':
      return inlinePieces(row.pair.words, row.old, row.new)
    case 'new':
      return wholePieces(row.block, 'inserted')
    case 'dropped':
      return wholePieces(row.block, 'deleted')
    case 'elsewhere':
      return wholePieces(row.block, 'same')
    default:
      throw new Error(`unknown row ${row satisfies never}`)
  }
}

/** What a row is called: "9 (b) → 18 (b): changed". */
export function nameOf(row: ComparisonRow): string {
  if (row.is === 'elsewhere') return elsewhereName(row)
  if (row.is !== 'pair') return `${row.block.label}: ${row.is}`
  const words = relationWords(row).map(word => word.replace(/ [↓↑]$/, ''))
  const what = words.length > 0 ? words.join(', ') : row.pair.relation === 'same' ? 'unchanged' : 'changed'
  return `${namesOf(row)}: ${what}`
}

const elsewhereName = ({ block, why, to }: ElsewhereRow) => `${block.label}: ${why}, see ${to.label}`
/** "28 + 29". */
export const labelsOf = (blocks: readonly ComparedBlock[]) => blocks.map(({ label }) => label).join(' + ')
/** Whether it bears another number than before. */
export const isRenamed = (row: PairRow) => labelsOf(row.old) !== labelsOf(row.new)
/** "9 (b) → 18 (b)", or the one label of both. */
export const namesOf = (row: PairRow) =>
  isRenamed(row) ? `${labelsOf(row.old)} → ${labelsOf(row.new)}` : labelsOf(row.new)

/** A heading is its own label. */
export function shortened(label: string): string {
  return label.length > 24 ? `${label.slice(0, 22).trimEnd()} …` : label
}
