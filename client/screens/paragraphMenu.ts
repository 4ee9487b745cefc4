import { proposeParagraph } from '../../shared/desk/editParagraphs.ts'
import { type BlockStatus, blockStatuses } from '../../shared/table/Block.ts'
import { type Host, hostParts } from '../../shared/table/Host.ts'
import type { PartyId } from '../../shared/table/ids.ts'
import type { MenuSection } from '../design/Menu.tsx'
import type { Desktop } from './Desktop.ts'

export interface ParagraphMenuOptions {
  readonly desktop: Desktop
  /** Sets a paragraph's status; reopening asks for the reason first. */
  readonly onStatus: (host: Host, to: BlockStatus) => void
  readonly announce: (sentence: string) => void
}

/** What one may do with the paragraph the caret is in, and, for the Secretariat, for whom one types. */
export function paragraphMenu(options: ParagraphMenuOptions): readonly MenuSection[] {
  return [...enteringFor(options), ...onParagraph(options)]
}

function onParagraph({ desktop, onStatus }: ParagraphMenuOptions): readonly MenuSection[] {
  const { root, negotiation } = desktop
  const { shown, sheet, session, editing } = negotiation
  const parts = root === null ? null : hostParts(root)
  const block = parts?.is === 'block' ? sheet.table.block(parts.id) : null
  if (root === null || block === null || !['chapeau', 'paragraph', 'subparagraph'].includes(block.kind)) return []
  const name = shown.labels.get(root)?.full ?? 'This paragraph'
  const entries: MenuSection['entries'][number][] = []
  if (editing !== null && block.kind !== 'chapeau') {
    const kind = block.kind === 'subparagraph' ? 'subparagraph' : 'paragraph'
    entries.push({
      id: 'alternative',
      label: `Propose an alternative to ${name}`,
      hint: null,
      checked: null,
      onSelect: () => {
        const relation = { is: 'alternative', of: block.id } as const
        const id = proposeParagraph(editing, root, relation, kind, { text: '', notes: [] })
        // The menu gives the focus back to its button when it closes: the caret goes to the new paragraph after that.
        requestAnimationFrame(() => {
          desktop.editor?.redrawNow()
          desktop.editor?.goTo(`proposal:${id}`, null)
        })
      },
    })
  }
  if (session.abilities.includes('status'))
    for (const status of blockStatuses)
      if (status !== 'deleted')
        entries.push({
          id: status,
          label: status,
          hint: null,
          checked: block.status === status,
          onSelect: () => onStatus(root, status),
        })
  return entries.length === 0 ? [] : [{ title: name, entries }]
}

function enteringFor({ desktop, announce }: ParagraphMenuOptions): readonly MenuSection[] {
  const { session, sheet, editing } = desktop.negotiation
  if (session.role !== 'secretariat' || editing === null) return []
  const choose = (party: PartyId) => {
    editing.enteredFor = party
    announce(`What you type now is entered for ${sheet.table.party(party)?.name ?? party}.`)
    desktop.tell()
  }
  const entries = sheet.table
    .parties()
    .filter(({ kind }) => kind !== 'office')
    .map(({ id, name }) => ({
      id,
      label: name,
      hint: null,
      checked: editing.enteredFor === id,
      onSelect: () => choose(id),
    }))
  return [{ title: 'You type for', entries }]
}
