import { inkOf } from '../design/inks.ts'
import { Words } from './Words.tsx'

/** A stretch of text as it prints. `ink` is the party's place in the palette, null for the draft's own words. */
export interface PrintedPiece {
  readonly is: 'words' | 'inserted' | 'struck' | 'mark' | 'who'
  readonly text: string
  readonly ink: number | null
}

const classes = { words: '', inserted: 'ins', struck: 'del', mark: 'bracket', who: 'who' } as const

/** A line of the sheet, set as the sheet sets it. */
export function PrintedLine({ pieces }: { readonly pieces: readonly PrintedPiece[] }) {
  let at = 0
  return (
    <p className="sheet printed">
      {pieces.map(({ is, text, ink }) => {
        const key = `${at} ${is}`
        at += text.length
        return (
          <span key={key} className={classes[is]} style={ink === null ? {} : { '--c': inkOf(ink) }} data-depth="1">
            <Words text={text} />
          </span>
        )
      })}
    </p>
  )
}
