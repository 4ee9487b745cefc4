import { useEffect, useState } from 'react'
import type { Pedigree } from '../../shared/provenance/pedigree.ts'
import type { SearchHit, SearchResult } from '../../shared/provenance/searchTexts.ts'
import { PedigreeDialog } from '../views/PedigreeDialog.tsx'
import { SearchDialog } from '../views/SearchDialog.tsx'
import type { Desktop } from './Desktop.ts'
import type { Sought } from './Sought.ts'

export interface PriorTextPanelsProps {
  readonly desktop: Desktop
  /** What is asked; null: nothing is open. */
  readonly sought: Sought | null
  readonly onCopy: (text: string) => void
  readonly onClose: () => void
}

/** Beside the sheet: where words come from, and the search through the prior texts. */
export function PriorTextPanels({ desktop, sought, onCopy, onClose }: PriorTextPanelsProps) {
  const [query, setQuery] = useState('')
  const words = sought?.is === 'pedigree' ? sought.words : ''
  const pedigree = useAnswer(words, () => desktop.provenance?.pedigree(words))
  const result = useAnswer(sought?.is === 'search' ? query : '', () => desktop.provenance?.search(query))
  const take = (taken: string, hit: SearchHit) => {
    onClose()
    // The dialog gives the focus back when it closes; the caret is written at after that.
    requestAnimationFrame(() => {
      const record = desktop.editor?.write(taken) ?? null
      if (record !== null) desktop.negotiation.editing?.setReason(record, `From ${hit.citation}.`)
      desktop.editor?.editor.view.focus()
    })
  }
  return (
    <>
      <PedigreeDialog
        open={sought?.is === 'pedigree'}
        words={words}
        pedigree={pedigree}
        onCopy={onCopy}
        onClose={onClose}
      />
      <SearchDialog
        open={sought?.is === 'search'}
        query={query}
        onQuery={setQuery}
        result={result}
        onTake={desktop.negotiation.editing === null ? null : take}
        onCopy={onCopy}
        onClose={onClose}
      />
    </>
  )
}

/** The answer to the newest question; null until it has come. Nothing is asked of no words. */
function useAnswer<T extends Pedigree | SearchResult>(words: string, ask: () => Promise<T> | undefined): T | null {
  const [answered, setAnswered] = useState<{ readonly words: string; readonly answer: T } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for the same words
  useEffect(() => {
    let isCurrent = true
    if (words.trim() !== '') ask()?.then(answer => isCurrent && setAnswered({ words, answer }))
    return () => {
      isCurrent = false
    }
  }, [words])
  return answered?.words === words ? answered.answer : null
}
