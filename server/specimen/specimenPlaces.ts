import { blockHost, type Host, noteHost, proposalHost } from '../../shared/table/Host.ts'
import { noteId, type ProposalId } from '../../shared/table/ids.ts'
import type { Table } from '../../shared/table/Table.ts'
import { readWords } from '../../shared/table/words.ts'

/** The hosts a specimen's proposals address, by label: 'chapeau', '12', '13 (b)', 'note 7'. */
export function specimenPlaces(table: Table): ReadonlyMap<string, Host> {
  const places = new Map<string, Host>()
  const notes: string[] = []
  let paragraph = ''
  for (const id of table.order()) {
    const block = table.block(id)
    if (block === null) continue
    for (const note of readWords(block.text).notes) if (!notes.includes(note)) notes.push(note)
    if (block.kind === 'chapeau') places.set('chapeau', blockHost(id))
    if (block.kind === 'paragraph') {
      paragraph = block.label
      places.set(paragraph, blockHost(id))
    }
    if (block.kind === 'subparagraph') places.set(`${paragraph} (${block.label})`, blockHost(id))
  }
  const numbered = notes.filter(id => table.note(noteId(id))?.star === null)
  for (const [index, id] of numbered.entries()) places.set(`note ${index + 1}`, noteHost(noteId(id)))
  return places
}

/** The host a specimen's address means: a place of the draft, or 'proposal:<key>' for the words of an earlier proposal. */
export function hostAt(
  address: string,
  places: ReadonlyMap<string, Host>,
  idsByKey: ReadonlyMap<string, ProposalId>,
): Host {
  const key = /^proposal:(.*)$/.exec(address)?.[1]
  const id = key === undefined ? undefined : idsByKey.get(key)
  const host = id === undefined ? places.get(address) : proposalHost(id)
  if (host === undefined) throw new Error(`the specimen addresses ${address}, which is not in the draft`)
  return host
}
