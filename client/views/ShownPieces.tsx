import { Fragment, memo, type ReactNode } from 'react'
import type { ShownPiece } from '../../shared/compare/comparedPieces.ts'

/** A stretch of a block's words that is marked under the line, such as agreed language. */
export interface WordsMark {
  /** Offsets in the block's text, in UTF-16 units; `to` exclusive. */
  readonly from: number
  readonly to: number
  /** How it is drawn; `compare.css` knows each. */
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
  const runs = runsOf(pieces)
  return runs.map(({ is, run }, nth) => {
    const key = `${is} ${run[0]?.at}`
    if (is === 'same') return <span key={key}>{wordsOf(run, marks)}</span>
    // The blank behind changed words is no change: it is neither struck nor underlined.
    const { inside, blank } = withoutBlank(run)
    const Tag = is === 'deleted' ? 'del' : 'ins'
    const before = runs[nth - 1]?.run.at(-1)?.text ?? ''
    const isTight = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(run[0]?.text ?? '')
    return (
      <Fragment key={key}>
        <Tag data-tight={isTight ? '' : undefined}>
          <Said>({is}:) </Said>
          {wordsOf(inside, marks)}
          <Said> (end)</Said>
        </Tag>
        {blank}
      </Fragment>
    )
  })
})

const wordsOf = (run: readonly ShownPiece[], marks: readonly WordsMark[]) =>
  run.map(piece => <PieceWords key={piece.at} piece={piece} marks={marks} />)

function withoutBlank(run: readonly ShownPiece[]): { readonly inside: readonly ShownPiece[]; readonly blank: string } {
  const last = run.at(-1)
  const [blank = ''] = /\s+$/.exec(last?.text ?? '') ?? []
  if (last === undefined || blank === '' || blank === last.text) return { inside: run, blank: '' }
  return { inside: [...run.slice(0, -1), { ...last, text: last.text.slice(0, -blank.length) }], blank }
}

function Said({ children }: { readonly children: ReactNode }) {
  return <span className="said">{children}</span>
}

/** A note mark in struck words is struck with them, and said once. */
function runsOf(pieces: readonly ShownPiece[]) {
  const runs: { readonly is: ShownPiece['is']; readonly run: ShownPiece[] }[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last?.is === piece.is) last.run.push(piece)
    else runs.push({ is: piece.is, run: [piece] })
  }
  return runs
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
