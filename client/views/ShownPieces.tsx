import { Fragment, memo, type ReactNode } from 'react'
import { type ShownPiece, shownRuns } from '../../shared/compare/comparedPieces.ts'

/** A stretch of a block's words that is marked under the line, such as agreed language. */
export interface WordsMark {
  /** Offsets in the block's text, in UTF-16 units; `to` exclusive. */
  readonly from: number
  readonly to: number
  /** How it is drawn; `compareRows.css` knows each. */
  readonly look: 'agreed' | 'formula'
  /** What a pointer over it, and a screen reader, is told. */
  readonly says: string
}

export interface ShownPiecesProps {
  readonly pieces: readonly ShownPiece[]
  readonly marks?: readonly WordsMark[]
}

/**
 * Words of a comparison: struck ones are struck through, new ones underlined, and both are said to who listens. Colour only
 * repeats it.
 */
export const ShownPieces = memo(function ShownPieces({ pieces, marks = [] }: ShownPiecesProps) {
  return shownRuns(pieces).map(({ is, pieces: run, blank, isTight }) => {
    const key = `${is} ${run[0]?.at}`
    if (is === 'same') return <span key={key}>{wordsOf(run, marks)}</span>
    const Tag = is === 'deleted' ? 'del' : 'ins'
    return (
      <Fragment key={key}>
        <Tag data-tight={isTight ? '' : undefined}>
          <Said>({is}:) </Said>
          {wordsOf(run, marks)}
          <Said> (end)</Said>
        </Tag>
        {blank}
      </Fragment>
    )
  })
})

const wordsOf = (run: readonly ShownPiece[], marks: readonly WordsMark[]) =>
  run.map(piece => <PieceWords key={piece.at} piece={piece} marks={marks} />)

function Said({ children }: { readonly children: ReactNode }) {
  return <span className="said">{children}</span>
}

function PieceWords({ piece, marks }: { readonly piece: ShownPiece; readonly marks: readonly WordsMark[] }) {
  const { at, text, mark } = piece
  if (mark !== null) return <sup className="note-mark">{mark.label}</sup>
  const end = at + text.length
  const inside = marks.filter(({ from, to }) => from < end && to > at)
  if (inside.length === 0) return text
  const cuts = new Set([at, end, ...inside.flatMap(({ from, to }) => [Math.max(from, at), Math.min(to, end)])])
  const ends = [...cuts].sort((a, b) => a - b)
  return ends.slice(1).map((to, nth) => {
    const from = ends[nth] ?? at
    const words = text.slice(from - at, to - at)
    const over = inside.find(each => each.from <= from && to <= each.to)
    return over === undefined ? (
      <span key={from}>{words}</span>
    ) : (
      <span key={from} className={`found ${over.look}`} title={over.says}>
        {words}
      </span>
    )
  })
}
