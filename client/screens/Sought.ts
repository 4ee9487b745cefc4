import { searchedTexts } from '../../shared/provenance/searchedTexts.ts'
import { wordsAround } from '../../shared/provenance/wordsAround.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import type { Desktop } from './Desktop.ts'

/** What is asked of the prior texts: where some words come from, or where they stand. */
export type Sought =
  | { readonly is: 'pedigree'; readonly words: string }
  | { readonly is: 'search'; readonly words: string }

/** Nothing in particular yet. */
export const search: Sought = { is: 'search', words: '' }

/** The words selected, or all of the paragraph one is in; to be searched for where one is in none. */
export function soughtAtCaret(desktop: Desktop): Sought {
  const selected = selectedWords(desktop)
  if (selected !== '') return { is: 'pedigree', words: selected }
  return desktop.root === null ? search : { is: 'pedigree', words: readingAt(desktop, desktop.root, null) }
}

/** What is selected of the sheet, as it is shown; '' when nothing is. */
function selectedWords({ editor }: Desktop): string {
  if (editor === null) return ''
  const { doc, selection } = editor.editor.state
  return doc.textBetween(selection.from, selection.to, ' ', '').trim()
}

/** The words of a proposal and those around them. */
export function soughtOf(desktop: Desktop, record: ProposalId): Sought {
  const root = desktop.negotiation.shown.rootOf(record)
  return root === null ? search : { is: 'pedigree', words: readingAt(desktop, root, record) }
}

function readingAt({ negotiation: { shown } }: Desktop, root: Host, record: ProposalId | null): string {
  const readings = searchedTexts(root, shown.passages(root))
  const found = readings.find(reading => reading.record === record) ?? readings[0]
  if (found === undefined) return ''
  return record === null ? found.text.trim() : wordsAround(found)
}
