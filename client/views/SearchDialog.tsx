import { useId, useRef } from 'react'
import type { SearchHit, SearchResult } from '../../shared/provenance/searchTexts.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import './dialogs.css'
import './provenance.css'

export interface SearchDialogProps {
  readonly open: boolean
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Null while nothing was asked or the answer is on its way. */
  readonly result: SearchResult | null
  /** Writes words of a paragraph at the caret, its source noted; null for those who only read. */
  readonly onTake: ((words: string, hit: SearchHit) => void) | null
  readonly onCopy: (text: string) => void
  readonly onClose: () => void
}

/** Searches the prior texts for words; what is found can be copied with its citation, or taken over as a proposal. */
export function SearchDialog({ open, query, onQuery, result, onTake, onCopy, onClose }: SearchDialogProps) {
  const field = useId()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Search prior texts"
      sentence={onTake === null ? null : 'To take over part of a paragraph, select that part first.'}
      side="end"
      foot={null}
    >
      <label className="search-label" htmlFor={field}>
        Words
      </label>
      <input
        id={field}
        className="field"
        type="search"
        value={query}
        autoComplete="off"
        onChange={event => onQuery(event.target.value)}
      />
      <p className="fact" aria-live="polite">
        {sentenceOf(query, result)}
      </p>
      <ul className="pieces">
        {result?.hits.map(hit => (
          <Hit key={`${hit.citation} ${hit.text}`} hit={hit} onTake={onTake} onCopy={onCopy} />
        ))}
      </ul>
    </Dialog>
  )
}

function Hit({ hit, onTake, onCopy }: { readonly hit: SearchHit } & Pick<SearchDialogProps, 'onTake' | 'onCopy'>) {
  const { name, standing, text, ranges } = hit
  const words = useRef<HTMLParagraphElement>(null)
  return (
    <li>
      <p className="piece-head">
        <b>{name}</b>
        <span className="fact">{standing}</span>
      </p>
      <p ref={words} className="pedigree-words">
        {ranges.map(({ from, to }, index) => (
          <span key={from}>
            {text.slice(ranges[index - 1]?.to ?? 0, from)}
            <mark>{text.slice(from, to)}</mark>
          </span>
        ))}
        {text.slice(ranges.at(-1)?.to ?? 0)}
      </p>
      <div className="acts">
        {onTake !== null && (
          <Button
            look="main"
            label={`Propose these words of ${name}`}
            onPress={() => onTake(selectedIn(words.current) ?? text.trim(), hit)}
          >
            Propose at the caret
          </Button>
        )}
        <Button
          label={`Copy the words of ${name} with their citation`}
          onPress={() => onCopy(`“${selectedIn(words.current) ?? text.trim()}” (${hit.citation})`)}
        >
          Copy with its citation
        </Button>
      </div>
    </li>
  )
}

/** What is selected of an element's text; null when nothing is. */
function selectedIn(element: Element | null): string | null {
  const selection = document.getSelection()
  const selected = selection?.toString().trim() ?? ''
  if (element === null || selected === '' || !element.contains(selection?.anchorNode ?? null)) return null
  return element.contains(selection?.focusNode ?? null) ? selected : null
}

function sentenceOf(query: string, result: SearchResult | null): string {
  if (query.trim() === '') return 'Capitals and signs do not count.'
  if (result === null) return 'Searching …'
  const { hits, more, isExact } = result
  if (hits.length === 0) return 'No text on the shelf has these words, nor four of them in a row.'
  const count = hits.length + more
  if (!isExact) return 'No text has all of them in a row; these come nearest.'
  const shown = more > 0 ? `, the first ${hits.length} are shown` : ''
  return count === 1 ? 'In one paragraph.' : `In ${count} paragraphs${shown}.`
}
