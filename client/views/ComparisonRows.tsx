import { useCallback } from 'react'
import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import type { ComparisonRow } from '../../shared/compare/comparisonRows.ts'
import type { Fold, ListedRow } from '../../shared/compare/foldUnchanged.ts'
import { foldWords } from '../../shared/compare/relationWords.ts'
import { type ComparisonLayout, ComparisonRowView, type WithBlock } from './ComparisonRowView.tsx'
import { MoveLines } from './MoveLines.tsx'
import { useLatest } from './useLatest.ts'

export interface ComparisonRowsProps {
  readonly listed: readonly ListedRow[]
  readonly layout: ComparisonLayout
  readonly current: string | null
  /** Which rows that did not change are shown all the same, by key. */
  readonly opened: ReadonlySet<string>
  readonly onFold: (fold: Fold, isOpen: boolean) => void
  readonly onGoTo: (key: string) => void
  /** What stands with a block of the new text; give the same object as long as it is the same. */
  readonly besideOf?: (block: ComparedBlock) => WithBlock | null
}

/** All rows of a comparison, what did not change folded. */
export function ComparisonRows(props: ComparisonRowsProps) {
  const { listed, layout, current, opened, onFold, besideOf } = props
  const latest = useLatest(props.onGoTo)
  const goTo = useCallback((key: string) => latest.current(key), [latest])
  const line = (row: ComparisonRow) => (
    <ComparisonRowView
      key={row.key}
      row={row}
      layout={layout}
      isCurrent={row.key === current}
      beside={besideOf === undefined ? nothing : newBlocksOf(row).map(besideOf)}
      onGoTo={goTo}
    />
  )
  return (
    <div className="cmp-rows" data-layout={layout}>
      {layout === 'side by side' && <MoveLines rows={listed} />}
      {listed.map(row => {
        if (row.is !== 'unchanged') return line(row)
        const isOpen = row.rows.every(({ key }) => opened.has(key))
        return (
          <div key={row.key} className="cmp-fold">
            <button type="button" data-row={row.key} aria-expanded={isOpen} onClick={() => onFold(row, !isOpen)}>
              <span className="cmp-fold-words">
                <i aria-hidden="true">{isOpen ? '▾' : '▸'}</i> {foldWords(row)}
              </span>
            </button>
            {isOpen && row.rows.map(line)}
          </div>
        )
      })}
    </div>
  )
}

const nothing: readonly never[] = []

function newBlocksOf(row: ComparisonRow): readonly ComparedBlock[] {
  switch (row.is) {
    case 'pair':
      return row.new
    case 'new':
      return [row.block]
    case 'dropped':
    case 'elsewhere':
      return nothing
    default:
      throw new Error(`unknown row ${row satisfies never}`)
  }
}
