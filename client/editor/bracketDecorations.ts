import { Decoration } from '@tiptap/pm/view'
import { type BracketToken, bracketTokens, insertedTail } from '../../shared/notation/bracketTokens.ts'
import type { Passage } from '../../shared/projection/project.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import { hostParts } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { inkOf } from './inkOf.ts'
import { markWidget } from './markWidget.ts'

type Mark = Exclude<BracketToken, { is: 'words' }>

/** Everything drawn over one block's words: tints, strikes, brackets with their names. `start` is the position of its first character. */
export function bracketDecorations(
  sheet: Sheet,
  host: Host,
  passages: readonly Passage[],
  start: number,
): readonly Decoration[] {
  const decorations: Decoration[] = []
  let at = start
  let marks: Mark[] = []
  let previous: Passage | null = null
  const place = (next: Passage | null) => {
    if (marks.length > 0) decorations.push(...placeMarks(sheet, host, marks, at, previous, next))
    marks = []
  }
  for (const token of withParagraphBracket(sheet, host, bracketTokens(sheet, passages))) {
    if (token.is !== 'words') {
      marks.push(token)
      continue
    }
    const { passage } = token
    place(passage)
    const end = at + passage.text.length
    const attributes = wordsAttributes(sheet, passage)
    if (attributes !== null) decorations.push(Decoration.inline(at, end, attributes, { host }))
    at = end
    previous = passage
  }
  place(null)
  return decorations
}

/** A proposed paragraph is one bracket around all its words. */
function withParagraphBracket(sheet: Sheet, host: Host, tokens: readonly BracketToken[]): readonly BracketToken[] {
  const parts = hostParts(host)
  if (parts.is !== 'proposal') return tokens
  const record = parts.id
  return [
    { is: 'open', records: [record], depth: 0 },
    ...tokens,
    { is: 'tail', parts: insertedTail(sheet, record), record, depth: 0 },
    { is: 'close', depth: 0 },
  ]
}

/**
 * Brackets between two characters share one position. They are split where the caret stands: at the end of one's own words it
 * stands before their closing bracket, since that is where the next letter goes.
 */
function placeMarks(
  sheet: Sheet,
  host: Host,
  marks: readonly Mark[],
  at: number,
  left: Passage | null,
  right: Passage | null,
): readonly Decoration[] {
  const firstOpen = marks.findIndex(({ is }) => is === 'open')
  const split = isOwn(sheet, left) ? 0 : isOwn(sheet, right) ? marks.length : firstOpen < 0 ? marks.length : firstOpen
  const sides = [
    { run: marks.slice(0, split), side: -1 },
    { run: marks.slice(split), side: 1 },
  ]
  return sides.flatMap(({ run, side }) => (run.length === 0 ? [] : [markWidget(sheet, host, run, at, side)]))
}

function isOwn(sheet: Sheet, passage: Passage | null): boolean {
  const parts = passage === null ? null : hostParts(passage.host)
  return parts?.is === 'proposal' && sheet.openDraft(parts.id) !== null
}

function wordsAttributes(
  sheet: Sheet,
  { host, inserted, struck }: Passage,
): { class: string; style: string; 'data-depth': string; 'data-records': string } | null {
  const parts = hostParts(host)
  const by = parts.is === 'proposal' ? parts.id : null
  if (by === null && struck.length === 0) return null
  const classes: string[] = []
  if (by !== null) classes.push('ins')
  if (struck.length > 0) classes.push('del')
  const records = [...struck, ...(by === null ? [] : [by])]
  if (records.some(id => isQuiet(sheet, id))) classes.push('quiet')
  const ink = inkOf(sheet, by ?? struck[0] ?? null)
  const depth = inserted.length + (struck.length > 0 ? 1 : 0)
  return {
    class: classes.join(' '),
    style: `--c: var(--ink-${ink})`,
    'data-depth': String(Math.min(depth, 5)),
    'data-records': [...new Set([...records, ...inserted])].join(' '),
  }
}

function isQuiet(sheet: Sheet, id: ProposalId): boolean {
  const record = sheet.record(id)
  return record?.mine === true && record.shown !== 'tabled'
}
