import type { Reading } from '../../shared/projection/readAs.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import type { ShelfEntry } from '../../shared/protocol/Shelf.ts'

/** What a reader should know of a prior text before its words: its symbol, whether they are the official ones, whether all agreed. */
export function priorAbout({ title, symbol, isRendering, isAgreed }: ShelfEntry): string {
  return [
    symbol ?? '',
    isRendering && !saysRendering(title) ? 'abridged rendering in our own words, not the official text' : '',
    isAgreed ? 'agreed language' : 'not agreed language',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

/** The same in a list of texts, where only what is out of the ordinary is said. */
export function kindOf({ title, isRendering, isAgreed }: ShelfEntry): string {
  return [isRendering && !saysRendering(title) ? 'rendering' : '', isAgreed ? '' : 'not agreed']
    .filter(part => part !== '')
    .join(', ')
}

const saysRendering = (title: string) => /rendering/i.test(title)

/** What of the draft is compared. */
export function draftAbout(symbol: string | null, reading: Reading, sheet: Sheet): string {
  const party = sheet.party === null ? null : sheet.table.party(sheet.party)
  return [symbol ?? '', readingAbout(reading, party?.name ?? 'one party'), 'live']
    .filter(part => part !== '')
    .join(' · ')
}

function readingAbout(reading: Reading, party: string): string {
  switch (reading) {
    case 'clean':
      return 'without the proposals on it'
    case 'ours taken':
      return `with the proposals of ${party} taken`
    case 'everything incorporated':
      return 'with everything proposed incorporated'
    default:
      throw new Error(`unknown reading ${reading satisfies never}`)
  }
}
