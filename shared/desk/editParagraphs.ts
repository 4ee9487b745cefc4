import { orderBetween } from '../projection/order.ts'
import { type Passage, project } from '../projection/project.ts'
import type { Host } from '../table/Host.ts'
import { hostParts } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'
import type { ParagraphChange } from '../table/Proposal.ts'
import { readWords, sliceWords, type Words } from '../table/words.ts'
import type { Editing } from './Editing.ts'
import { isMine } from './isMine.ts'

/** Proposes a paragraph right after a block or a proposed paragraph, before any others proposed there; undo takes back what is written `alongside` with it. Returns its id. */
export function proposeParagraph(
  editing: Editing,
  after: Host,
  relation: ParagraphChange['relation'],
  kind: ParagraphChange['kind'],
  words: Words,
  group: string | null = null,
  alongside: () => void = () => undefined,
): ProposalId {
  const id = editing.freshId()
  const first = editing.sheet.paragraphsAfter(after)[0]
  const order = orderBetween(null, first?.change.order ?? null, id)
  editing.create(id, { is: 'paragraph', after, order, relation, kind }, group, true)
  editing.type(() => {
    editing.setWithdrawn(id, false)
    editing.insert(id, 0, words)
    alongside()
  })
  return id
}

/**
 * Enter at an offset of the text as shown: a new paragraph after this one. In one's own proposed paragraph the words behind the
 * caret go along; anybody else's text is not split, since its words are not one's own to move. Returns the new paragraph.
 */
export function enterParagraph(editing: Editing, host: Host, shownAt: number): ProposalId {
  const parts = hostParts(host)
  const kind = kindOf(editing, host)
  if (parts.is !== 'proposal' || !isMine(editing, host))
    return proposeParagraph(editing, host, { is: 'additional' }, kind, { text: '', notes: [] })
  const draft = editing.desk.draft(parts.id)
  if (draft === null) throw new Error('an own paragraph without its draft')
  const words = readWords(draft.text)
  const offset = ownOffset(project(editing.sheet, host), host, shownAt)
  const tail = sliceWords(words, offset, words.text.length)
  return proposeParagraph(editing, host, { is: 'additional' }, kind, tail, null, () =>
    editing.delete(parts.id, offset, tail.text.length),
  )
}

/** How many of a host's own characters stand before a shown offset: what others have nested in it is shown too. */
function ownOffset(passages: readonly Passage[], host: Host, shownAt: number): number {
  let start = 0
  let own = 0
  for (const passage of passages) {
    if (passage.host === host) own += Math.min(passage.text.length, Math.max(0, shownAt - start))
    start += passage.text.length
  }
  return own
}

/** Takes one's own proposed paragraph off the sheet; tabled, its withdrawal waits to be tabled. False when it is not one's own. */
export function removeParagraph(editing: Editing, host: Host): boolean {
  const parts = hostParts(host)
  if (parts.is !== 'proposal' || !isMine(editing, host)) return false
  editing.setWithdrawn(parts.id, true)
  return true
}

function kindOf(editing: Editing, host: Host): ParagraphChange['kind'] {
  const parts = hostParts(host)
  if (parts.is === 'block')
    return editing.sheet.table.block(parts.id)?.kind === 'subparagraph' ? 'subparagraph' : 'paragraph'
  if (parts.is !== 'proposal') return 'paragraph'
  const change = editing.sheet.record(parts.id)?.change
  return change?.is === 'paragraph' ? change.kind : 'paragraph'
}
