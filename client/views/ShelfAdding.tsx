import { LONGEST_TEXT_CHARACTERS } from '../../shared/exchange/unreadableReason.ts'
import type { ShelfEntry } from '../../shared/protocol/Shelf.ts'
import { type ArrivingText, ShelfReview } from './ShelfReview.tsx'
import type { ShelfForm } from './shelfForm.ts'

export interface ShelfAddingProps {
  readonly arriving: readonly ArrivingText[]
  readonly texts: readonly ShelfEntry[]
  readonly pasted: string
  readonly onPasted: (text: string) => void
  readonly onReadPasted: (text: string) => void
  readonly onFiles: (files: readonly File[]) => void
  /** Whether files are held over the page. */
  readonly over: boolean
  readonly onFill: (key: number, form: ShelfForm) => void
  readonly onLeaveOut: (key: number) => void
}

/** Files, a folder or a pasted text on their way to the shelf: each is read, and reviewed before it stands there. */
export function ShelfAdding(props: ShelfAddingProps) {
  const { arriving, texts, pasted, onFiles } = props
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    // The same file may be chosen again, once it was mended.
    event.target.value = ''
  }
  return (
    <>
      <div className="shelf-drop" data-over={props.over}>
        <div className="acts">
          <label className="button file">
            Choose files…
            <input type="file" multiple onChange={chosen} />
          </label>
          <label className="button file">
            Choose a folder…
            <input type="file" ref={element => element?.setAttribute('webkitdirectory', '')} onChange={chosen} />
          </label>
          <span className="fact">or drop them here.</span>
        </div>
        <form
          className="shelf-paste"
          onSubmit={event => {
            event.preventDefault()
            if (pasted.trim() !== '') props.onReadPasted(pasted)
          }}
        >
          <label className="field">
            <span>Or paste a text</span>
            <textarea
              rows={4}
              value={pasted}
              onPaste={event => {
                const text = event.clipboardData.getData('text/plain')
                if (text.length <= LONGEST_TEXT_CHARACTERS) return
                // The browser would be busy for a long time with showing what cannot be read anyway.
                event.preventDefault()
                props.onReadPasted(text)
              }}
              onChange={event => props.onPasted(event.target.value)}
            />
          </label>
          <div className="acts">
            <button type="submit" className="button" disabled={pasted.trim() === ''}>
              Read the text
            </button>
          </div>
        </form>
      </div>
      <ul className="shelf-reviews" aria-label="Texts to be reviewed">
        {arriving.map(text => (
          <ShelfReview
            key={text.key}
            arriving={text}
            texts={texts}
            onChange={form => props.onFill(text.key, form)}
            onLeaveOut={() => props.onLeaveOut(text.key)}
          />
        ))}
      </ul>
    </>
  )
}
