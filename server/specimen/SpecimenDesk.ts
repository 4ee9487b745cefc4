import * as Y from 'yjs'
import { Desk } from '../../shared/desk/Desk.ts'
import { Editing } from '../../shared/desk/Editing.ts'
import { proposeParagraph } from '../../shared/desk/editParagraphs.ts'
import { editWords, shownOffset } from '../../shared/desk/editWords.ts'
import { strike } from '../../shared/desk/strike.ts'
import { project } from '../../shared/projection/project.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import type { SpecimenProposal } from '../../shared/specimen/SpecimenProposal.ts'
import { type Host, hostParts } from '../../shared/table/Host.ts'
import { type PartyId, type ProposalId, proposalId } from '../../shared/table/ids.ts'
import type { Table } from '../../shared/table/Table.ts'
import { plainWords, readWords } from '../../shared/table/words.ts'

/** A party of the specimen at its desk: writes its proposals as its people would. */
export class SpecimenDesk {
  readonly #editing: Editing

  /** `onUpdate` is given each change of the desk as it is made. */
  constructor(table: Table, party: PartyId, newId: () => string, onUpdate: (update: Uint8Array) => void) {
    const doc = new Y.Doc()
    const desk = new Desk(doc)
    doc.on('update', onUpdate)
    this.#editing = new Editing(new Sheet(table, desk, party), desk, () => proposalId(newId()))
  }

  /** Writes a proposal on the words at `host`, or after it; returns its id. `group` is the id of what it is a piece of. */
  write(proposal: SpecimenProposal, host: Host, group: string | null): ProposalId {
    const id = proposal.kind === 'words' ? this.#words(proposal, host, group) : this.#paragraph(proposal, host)
    const { reason } = proposal
    if (reason !== undefined) this.#editing.setReason(id, reason)
    return id
  }

  #words(
    { key, before, find, text }: Extract<SpecimenProposal, { kind: 'words' }>,
    host: Host,
    group: string | null,
  ): ProposalId {
    const editing = this.#editing
    const { sheet } = editing
    const hosted = sheet.table.text(host)
    const found = hosted === null ? -1 : readWords(hosted).text.indexOf(before + find)
    if (found < 0) throw new Error(`the words of the specimen's proposal ${key} are not at ${host}`)
    const from = found + before.length
    if (find !== '') {
      const [id] = strike(editing, [], [{ host, from, to: from + find.length, depth: 0 }], group, text !== '')
      if (id === undefined) throw new Error(`nothing was struck by ${key}`)
      if (text !== '') editing.type(() => editing.insert(id, 0, plainWords(text)))
      return id
    }
    const known = new Set([...editing.desk.drafts()].map(draft => draft.id))
    const root = sheet.table.root(host)
    const at = shownOffset(project(sheet, root), host, from)
    editWords(editing, root, at, at, plainWords(text), group)
    for (const { id } of editing.desk.drafts()) if (!known.has(id)) return id
    throw new Error(`the specimen's proposal ${key} ran into another of its party`)
  }

  #paragraph({ relation, text }: Extract<SpecimenProposal, { kind: 'paragraph' }>, after: Host): ProposalId {
    const parts = hostParts(after)
    if (parts.is !== 'block') throw new Error('a paragraph of the specimen follows one of the draft')
    const kind = this.#editing.sheet.table.block(parts.id)?.kind === 'subparagraph' ? 'subparagraph' : 'paragraph'
    const what = relation === 'additional' ? ({ is: relation } as const) : ({ is: relation, of: parts.id } as const)
    return proposeParagraph(this.#editing, after, what, kind, plainWords(text))
  }
}
