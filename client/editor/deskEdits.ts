import type { Node } from '@tiptap/pm/model'
import type { Editing } from '../../shared/desk/Editing.ts'
import { proposeParagraph } from '../../shared/desk/editParagraphs.ts'
import { editWords } from '../../shared/desk/editWords.ts'
import { untabledOfAnother } from '../../shared/desk/untabledOfAnother.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { isClosedTo } from '../../shared/table/Block.ts'
import { type Host, hostParts, isHost, proposalHost } from '../../shared/table/Host.ts'
import { joinWords, plainWords, type Words } from '../../shared/table/words.ts'
import type { ShownCaret } from './redraw.ts'

/** Where the caret goes after an edit: before the words struck, or behind them. */
export interface EditedRange {
  readonly before: ShownCaret
  readonly behind: ShownCaret
}

/**
 * An edit in the editor's document, done at the desk: a range of one or several blocks goes, lines come. The first line is
 * written where the range began; each further one is a proposed paragraph of its own. All of it is one change.
 */
export function editRange(
  editing: Editing,
  doc: Node,
  from: number,
  to: number,
  lines: readonly Words[],
): EditedRange | null {
  const pieces = piecesOf(doc, from, to, lines.length > 0)
  const [first] = pieces
  if (first === undefined) return null
  const [inline = plainWords(''), ...further] = first.root.startsWith('note:') ? asOneLine(lines) : lines
  const group = pieces.length > 1 || further.length > 0 ? editing.freshId() : null
  const edited = editWords(editing, first.root, first.from, first.to, inline, group)
  for (const { root, from: start, to: end } of pieces.slice(1))
    editWords(editing, root, start, end, plainWords(''), group)
  let last: ShownCaret = { root: first.root, offset: edited.to }
  let after: Host = first.root
  const kind = paragraphKind(editing, first.root)
  for (const words of further) {
    const id = proposeParagraph(editing, after, { is: 'additional' }, kind, words, group)
    after = proposalHost(id)
    last = { root: after, offset: words.text.length }
  }
  return { before: { root: first.root, offset: edited.from }, behind: last }
}

/** A note is one paragraph: nothing is proposed below it. */
function asOneLine(lines: readonly Words[]): readonly Words[] {
  return [joinWords(lines.flatMap((line, index) => (index === 0 ? [line] : [plainWords(' '), line])))]
}

/**
 * The parts of a document range, block by block. What is `writing` goes where the range begins, also when nothing of that block
 * goes: at the end of its text, or in an empty one.
 */
function piecesOf(doc: Node, from: number, to: number, writing: boolean) {
  const pieces: { root: Host; from: number; to: number }[] = []
  doc.forEach((node, offset) => {
    const start = Math.max(0, from - offset - 1)
    const end = Math.min(node.content.size, to - offset - 1)
    const root: unknown = node.attrs['host']
    if (!isHost(root) || from > offset + 1 + node.content.size || to < offset + 1) return
    const isBeginning = writing && pieces.length === 0
    if (end > start || isBeginning) pieces.push({ root, from: start, to: end })
  })
  return pieces
}

function paragraphKind(editing: Editing, host: Host): 'paragraph' | 'subparagraph' {
  const parts = hostParts(host)
  const { table } = editing.sheet
  const change = parts.is === 'proposal' ? editing.sheet.record(parts.id)?.change : undefined
  const kind = parts.is === 'block' ? table.block(parts.id)?.kind : change?.is === 'paragraph' ? change.kind : undefined
  return kind === 'subparagraph' ? 'subparagraph' : 'paragraph'
}

/** Why a range may not be changed (or, `writing`, written over), in a sentence; null when it may. */
export function closedSentence(
  editing: Editing,
  shown: ShownSheet,
  doc: Node,
  from: number,
  to: number,
  writing: boolean,
): string | null {
  for (const { root, from: start, to: end } of piecesOf(doc, from, to, writing)) {
    const other = untabledOfAnother(editing, root, start, end)
    if (other !== null) {
      const party = shown.sheet.table.party(other)?.name ?? other
      return `These words are typed for ${party} and not tabled yet. Table them first, or speak for ${party} to change them.`
    }
    const parts = hostParts(root)
    const status = parts.is === 'block' ? shown.sheet.table.block(parts.id)?.status : undefined
    if (status === undefined || !isClosedTo(status)) continue
    const name = shown.labels.get(root)?.full ?? ''
    return `${/^\d/.test(name) ? 'Paragraph ' : ''}${name} is ${status}. Agreed text is not changed unless it is reopened.`
  }
  return null
}
