import type { Reading } from '../../shared/projection/readAs.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import type { Moment } from '../../shared/protocol/EarlierState.ts'
import type { ShelfEntry } from '../../shared/protocol/Shelf.ts'
import { type Host, isHost } from '../../shared/table/Host.ts'
import { writeMoment } from '../views/Clock.tsx'
import type { PriorChoice } from '../views/ComparisonHeads.tsx'
import { type Prior, type PriorTexts, priorId } from './usePriorTexts.ts'

/** What a prior text is called where it stands alone: on paper, and as a file. */
export function priorTitle(prior: Prior, draft: string, nameOf: (host: Host) => string): string {
  if (prior.is === 'state') return `${draft}, ${momentName(prior.moment, nameOf)}`
  const { title, year } = prior.entry
  return year === null || title.includes(String(year)) ? title : `${title}, ${year}`
}

/** What a reader should know of a prior text before its words: what it is and of when, whether they are the official ones, whether all agreed. */
export function priorAbout(prior: Prior, now: number): string {
  if (prior.is === 'shelf') return entryAbout(prior.entry)
  const { sequence, at } = prior.moment
  return `act ${sequence} of the record, ${writeMoment(at, now, 'paper')} · ${readingAbout('clean', '')}`
}

/** The texts one may choose from, in groups. Of the moments those after which the words may be others, the latest first. */
export function priorChoices(
  { entries, moments }: Pick<PriorTexts, 'entries' | 'moments'>,
  nameOf: (host: Host) => string,
  now: number,
): readonly { readonly title: string; readonly choices: readonly PriorChoice[] }[] {
  const texts = entries.map((entry): PriorChoice => ({ ...entry, kind: kindOf(entry) }))
  const isOther = ({ is }: Moment) => is !== 'status' && is !== 'set aside'
  const [laid, ...later] = moments.filter(isOther)
  const shown = laid === undefined ? [] : [...later.slice(-MOST_STATES).reverse(), laid]
  const states = shown.map((moment): PriorChoice => {
    const name = momentName(moment, nameOf)
    const kind = writeMoment(moment.at, now, 'seconds')
    return {
      id: priorId({ is: 'state', moment }),
      title: name.charAt(0).toUpperCase() + name.slice(1),
      year: null,
      kind,
    }
  })
  return [
    { title: 'Prior texts', choices: texts },
    { title: 'Earlier states of this draft', choices: states },
  ].filter(({ choices }) => choices.length > 0)
}

// A list of more cannot be looked through.
const MOST_STATES = 100

function momentName({ is, on }: Moment, nameOf: (host: Host) => string): string {
  const names = [...new Set(on.map(host => (isHost(host) ? nameOf(host) : '')))].filter(name => name !== '')
  const where = names.length === 0 ? '' : ` on ${new Intl.ListFormat('en-GB').format(names)}`
  switch (is) {
    case 'draft':
      return 'as it was laid'
    case 'day':
      return 'at the end of the day'
    case 'incorporate':
    case 'status':
    case 'set aside':
      return `after the decision${where}`
    case 'take back':
      return `after the decision${where} was taken back`
    default:
      throw new Error(`unknown moment ${is satisfies never}`)
  }
}

function entryAbout({ title, symbol, isRendering, isAgreed }: ShelfEntry): string {
  return [
    symbol ?? '',
    isRendering && !saysRendering(title) ? 'abridged rendering in our own words, not the official text' : '',
    isAgreed ? 'agreed language' : 'not agreed language',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

/** The same in a list of texts, where only what is out of the ordinary is said. */
function kindOf({ title, isRendering, isAgreed }: ShelfEntry): string {
  return [isRendering && !saysRendering(title) ? 'rendering' : '', isAgreed ? '' : 'not agreed']
    .filter(part => part !== '')
    .join(', ')
}

const saysRendering = (title: string) => /rendering/i.test(title)

/** What of the draft is compared. */
export function draftAbout(symbol: string | null, reading: Reading, sheet: Sheet): string {
  const party = sheet.party === null ? null : sheet.table.party(sheet.party)
  const about = readingAbout(reading, party?.name ?? 'one party')
  return symbol === null ? about : `${symbol} · ${about}`
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
