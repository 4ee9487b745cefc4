import './saying.css'
import { markChanges } from './markChanges.ts'
import { Words } from './Words.tsx'

export interface MarkedTextProps {
  readonly before: string
  readonly after: string
  /** Whether removed words are shown, struck through, or only the text as it will read. */
  readonly removed: 'shown' | 'left out'
}

/** A text as it will read, the changes marked. */
export function MarkedText({ before, after, removed }: MarkedTextProps) {
  let at = 0
  return (
    <p className="marked">
      {markChanges(before, after).map(piece => {
        const key = at
        at += piece.text.length
        switch (piece.is) {
          case 'kept':
            return <Words key={`${key}`} text={piece.text} />
          case 'added':
            return (
              <ins key={`${key}+`}>
                <Words text={piece.text} />
              </ins>
            )
          case 'removed':
            return removed === 'left out' ? null : (
              <del key={`${key}-`}>
                <Words text={piece.text} />
              </del>
            )
          default:
            throw new Error(`unknown piece ${piece.is satisfies never}`)
        }
      })}
    </p>
  )
}
