import { LONGEST_TEXT_CHARACTERS } from '../../shared/exchange/unreadableReason.ts'

/** The text to begin with. */
export type Source = { readonly is: 'text'; readonly text: string } | { readonly is: 'file'; readonly file: File }

export interface NewNegotiationSourceProps {
  readonly text: string
  /** Whether a file is held over the page. */
  readonly over: boolean
  readonly refused: string | null
  readonly onText: (text: string) => void
  readonly onRead: (source: Source) => void
}

/** Paste a text, choose a file, or let go of one over the page. */
export function NewNegotiationSource({ text, over, refused, onText, onRead }: NewNegotiationSourceProps) {
  return (
    <form
      className="new-source"
      data-over={over}
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '') onRead({ is: 'text', text })
      }}
    >
      {refused !== null && (
        <p className="warn" role="alert">
          <b>The text could not be read.</b> {refused}
        </p>
      )}
      <label className="field">
        <span>Text</span>
        <textarea
          rows={12}
          value={text}
          onPaste={event => {
            const pasted = event.clipboardData.getData('text/plain')
            if (pasted.length <= LONGEST_TEXT_CHARACTERS) return
            // The browser would be busy for a long time with showing what cannot be read anyway.
            event.preventDefault()
            onRead({ is: 'text', text: pasted })
          }}
          onChange={event => onText(event.target.value)}
          placeholder="Paste the whole text: masthead, title, chapters, numbered paragraphs, notes."
        />
      </label>
      <div className="acts">
        <button type="submit" className="button" data-look="main" disabled={text.trim() === ''}>
          Read the text
        </button>
        <label className="button file">
          Choose a file…
          <input
            type="file"
            accept=".txt,.md,.docx,.pdf,text/plain,text/markdown,application/pdf"
            onChange={event => {
              const file = event.target.files?.[0]
              // The same file may be chosen again, once it was mended.
              event.target.value = ''
              if (file !== undefined) onRead({ is: 'file', file })
            }}
          />
        </label>
        <span className="fact">plain text, Word (.docx) or PDF; or drop it here.</span>
      </div>
    </form>
  )
}
