import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Moment } from './Clock.tsx'
import './dialogs.css'
import { Words } from './Words.tsx'

/** Words of one's own that stand nowhere in the text now: their place is gone, or they came too late. */
export interface UnplacedWords {
  readonly id: string
  /** Where they stood, as far as it is known: "18 (b)"; empty when not. */
  readonly at: string
  readonly words: string
  /** What happened, in a sentence: "The words they stood on were deleted at 14:02." */
  readonly sentence: string
  /** When they were written; null when not known. */
  readonly writtenAt: number | null
  /** Whether there is a place to put them back to. */
  readonly canPutBack: boolean
}

export interface UnplacedTrayProps {
  readonly open: boolean
  readonly unplaced: readonly UnplacedWords[]
  readonly onCopy: (id: string) => void
  readonly onPutBack: (id: string) => void
  readonly onDiscard: (id: string) => void
  readonly onClose: () => void
}

/** Nothing typed is lost in silence: what has no place in the text waits here until its author decides. */
export function UnplacedTray({ open, unplaced, onCopy, onPutBack, onDiscard, onClose }: UnplacedTrayProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Words without a place"
      sentence="They are yours alone, and are kept until you decide."
      side="end"
      foot={null}
    >
      {unplaced.length === 0 && <p>There are none: everything you have written stands in the text.</p>}
      <ul className="pieces">
        {unplaced.map(({ id, at, words, sentence, writtenAt, canPutBack }) => (
          <li key={id}>
            <p className="piece-head">
              <b>{at}</b>
              {writtenAt !== null && <Moment at={writtenAt} />}
            </p>
            <p className="piece-words">
              <Words text={words} />
            </p>
            <p className="fact">{sentence}</p>
            <div className="acts">
              {canPutBack && (
                <Button look="main" onPress={() => onPutBack(id)}>
                  Put back
                </Button>
              )}
              <Button onPress={() => onCopy(id)}>Copy</Button>
              <Button onPress={() => onDiscard(id)}>Discard</Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
