import { memo, type ReactNode } from 'react'
import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import type { ShownPiece } from '../../shared/compare/comparedPieces.ts'
import type { ComparisonRow, PairRow } from '../../shared/compare/comparisonRows.ts'
import { marginLabel, relationWords } from '../../shared/compare/relationWords.ts'
import { inlineOf, isRenamed, labelsOf, nameOf, namesOf, shortened, sidesOf } from './comparisonRowParts.ts'
import { Ribbon, type RibbonProps } from './Ribbon.tsx'
import { ShownPieces, type WordsMark } from './ShownPieces.tsx'

export type ComparisonLayout = 'side by side' | 'inline'

/** What stands with a paragraph of the draft beside its comparison: marks under its words, and a line below them. */
export interface WithBlock {
  readonly marks: readonly WordsMark[]
  readonly below: ReactNode
}

export interface ComparisonRowViewProps {
  readonly row: ComparisonRow
  readonly layout: ComparisonLayout
  /** Whether it is the change one is at. */
  readonly isCurrent: boolean
  /** For each block of the new text in the row what stands with it; null for nothing. */
  readonly beside: readonly (WithBlock | null)[]
  readonly onGoTo: (key: string) => void
}

/** One row of a comparison, in either layout. Rendered again only when something in it is another. */
export const ComparisonRowView = memo(
  function ComparisonRowView(props: ComparisonRowViewProps) {
    const { row, layout, isCurrent } = props
    return (
      <article
        className="cmp-row"
        data-row={row.key}
        data-is={row.is}
        data-relation={row.is === 'pair' ? row.pair.relation : undefined}
        data-moved={row.is === 'pair' && row.pair.moved ? '' : undefined}
        data-current={isCurrent ? '' : undefined}
        aria-label={nameOf(row)}
        tabIndex={-1}
      >
        {layout === 'side by side' ? <SideBySide {...props} /> : <Inline {...props} />}
      </article>
    )
  },
  (a, b) =>
    a.row === b.row &&
    a.layout === b.layout &&
    a.isCurrent === b.isCurrent &&
    a.onGoTo === b.onGoTo &&
    a.beside.length === b.beside.length &&
    a.beside.every((each, nth) => each === b.beside[nth]),
)

function SideBySide({ row, beside, onGoTo }: ComparisonRowViewProps) {
  const [old, now] = sidesOf(row)
  return (
    <>
      <div className="cmp-side" data-side="old">
        {old.map(({ key, block, pieces }) => (
          <BlockView key={key} block={block} pieces={pieces} beside={null} />
        ))}
      </div>
      <div className="cmp-mid">
        {row.is === 'pair' && <Ribbon old={lengthOf(row.old)} new={lengthOf(row.new)} look={lookOf(row)} />}
        <Relation row={row} onGoTo={onGoTo} />
      </div>
      <div className="cmp-side" data-side="new">
        {now.map(({ key, block, pieces }, nth) => (
          <BlockView key={key} block={block} pieces={pieces} beside={beside[nth] ?? null} />
        ))}
      </div>
    </>
  )
}

function Inline({ row, beside, onGoTo }: ComparisonRowViewProps) {
  const [first] = row.is === 'pair' ? row.new : [row.block]
  if (first === undefined) return null
  const below = beside.map(each => each?.below ?? null)
  // With several blocks in one running text, marks of each are not told apart any more.
  const marks = row.is === 'pair' && row.new.length > 1 ? [] : (beside[0]?.marks ?? [])
  const isRelabelled = row.is === 'pair' && isRenamed(row) && first.is === 'paragraph'
  return (
    <div className="cmp-inline">
      {(isRelabelled || relationWords(row).length > 0) && (
        <div className="cmp-names">
          {isRelabelled && <span>{namesOf(row)}</span>}
          <Relation row={row} onGoTo={onGoTo} />
        </div>
      )}
      <BlockView block={first} pieces={inlineOf(row)} beside={{ marks, below }} />
    </div>
  )
}

interface BlockViewProps {
  readonly block: ComparedBlock
  readonly pieces: readonly ShownPiece[]
  readonly beside: WithBlock | null
}

function BlockView({ block, pieces, beside }: BlockViewProps) {
  const label = marginLabel(block)
  const Tag = block.is === 'paragraph' ? 'p' : 'h3'
  return (
    <div className="cmp-block" data-kind={block.is}>
      {label !== '' && <span className="cmp-label">{label}</span>}
      <Tag>
        <ShownPieces pieces={pieces} {...(beside === null ? {} : { marks: beside.marks })} />
      </Tag>
      {beside?.below}
    </div>
  )
}

/** What became of it, in words, and the way to where else it stands. */
function Relation({ row, onGoTo }: Pick<ComparisonRowViewProps, 'row' | 'onGoTo'>) {
  const words = relationWords(row)
  const to =
    row.is === 'elsewhere'
      ? { key: row.to.key, says: `to ${shortened(row.to.label)}` }
      : row.is === 'pair' && row.from !== null
        ? { key: row.from.key, says: `from ${shortened(labelsOf(row.old))}` }
        : null
  if (words.length === 0) return null
  return (
    <div className="cmp-relation">
      {words.map(each => (
        <span key={each} data-word={each.split(' ')[0]}>
          {each}
        </span>
      ))}
      {to !== null && (
        <button type="button" onClick={() => onGoTo(to.key)}>
          {to.says}
        </button>
      )}
    </div>
  )
}

function lookOf({ pair }: PairRow): RibbonProps['look'] {
  if (pair.isPossible) return 'possible'
  if (pair.moved) return 'moved'
  return pair.relation === 'same' ? 'same' : 'changed'
}

const lengthOf = (blocks: readonly ComparedBlock[]) => blocks.reduce((sum, { text }) => sum + text.length, 0)
