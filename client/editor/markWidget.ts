import { Decoration } from '@tiptap/pm/view'
import type { BracketToken, TailPart } from '../../shared/notation/bracketTokens.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { inkOf } from './inkOf.ts'

type Mark = Exclude<BracketToken, { is: 'words' }>

/** The marks of brackets that stand together at one place of the text, as one widget: the caret does not go among them. */
export function markWidget(sheet: Sheet, host: Host, marks: readonly Mark[], at: number, side: number): Decoration {
  const pieces = marks.flatMap(mark => describe(sheet, mark))
  // The same marks drawn again keep their element: a redraw must not disturb the caret beside them.
  const key = `${side} ${JSON.stringify(pieces)}`
  const draw = () => {
    const widget = document.createElement('span')
    widget.className = 'marks'
    widget.contentEditable = 'false'
    for (const piece of pieces) widget.append(element(piece))
    return widget
  }
  return Decoration.widget(at, draw, { side, key, ignoreSelection: true, marks: [], host })
}

interface Piece {
  readonly class: string
  readonly text: string
  readonly ink: number | null
  readonly spoken: string | null
  /** Whose bracket it is, when it opens one. */
  readonly records: readonly ProposalId[]
}

function describe(sheet: Sheet, mark: Mark): readonly Piece[] {
  switch (mark.is) {
    case 'open': {
      const [first = null] = mark.records
      return [
        {
          class: 'bracket open',
          text: '[',
          ink: inkOf(sheet, first),
          spoken: spokenOf(sheet, mark.records),
          records: mark.records,
        },
      ]
    }
    case 'slash':
      return [{ class: 'slash', text: ' / ', ink: null, spoken: 'or', records: [] }]
    case 'tail':
      return mark.parts.flatMap((part, index) => tailPiece(sheet, part, index))
    case 'close':
      return [{ class: 'bracket end', text: ']', ink: null, spoken: null, records: [] }]
    default:
      throw new Error(`unknown mark ${mark satisfies never}`)
  }
}

function tailPiece(sheet: Sheet, { parties, verb }: TailPart, index: number): readonly Piece[] {
  const lead = index === 0 ? '– ' : '; '
  return parties.map(({ id, entered }, at) => {
    const party = sheet.table.party(id)
    const name = (party?.short ?? id) + (entered ? ' (entered)' : '')
    const isLast = at === parties.length - 1
    const text = `${at === 0 ? lead : ''}${name}${isLast ? (verb === '' ? '' : ` ${verb}`) : ', '}`
    return { class: 'who', text, ink: party?.ink ?? 0, spoken: null, records: [] }
  })
}

function spokenOf(sheet: Sheet, records: readonly ProposalId[]): string {
  return records
    .map(id => {
      const record = sheet.record(id)
      const name = (record === null ? undefined : sheet.table.party(record.party)?.name) ?? 'Somebody'
      const strikes = record?.change.is === 'words' && record.change.was.struck !== ''
      return `${name} proposes to ${strikes ? (record.text.length > 0 ? 'replace' : 'delete') : 'insert'}: `
    })
    .join(' ')
}

function element({ class: className, text, ink, spoken, records }: Piece): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  if (ink !== null) span.style.setProperty('--c', `var(--ink-${ink})`)
  if (records.length > 0) span.dataset['records'] = records.join(' ')
  span.textContent = text
  if (spoken === null) return span
  const both = document.createElement('span')
  const said = document.createElement('span')
  said.className = 'said'
  said.textContent = spoken
  span.setAttribute('aria-hidden', 'true')
  both.append(said, span)
  return both
}
