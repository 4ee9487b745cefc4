import { LONGEST_TEXT_CHARACTERS } from '../../shared/exchange/unreadableReason.ts'

/** The text to begin with. */
export type Source = { readonly is: 'text'; readonly text: string } | { readonly is: 'file'; readonly file: File }

export interface NewNegotiationSourceProps {
  readonly text: string
  readonly refused: string | null
  readonly onText: (text: string) => void
  readonly onRead: (source: Source) => void
}

/** Paste a text, or choose a file. */
export function NewNegotiationSource({ text, refused, onText, onRead }: NewNegotiationSourceProps) {
  return (
    <form
      className="new-source"
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
            accept=".txt,.md,text/plain,text/markdown"
            onChange={event => {
              const file = event.target.files?.[0]
              if (file !== undefined) onRead({ is: 'file', file })
            }}
          />
        </label>
      </div>
    </form>
  )
}
