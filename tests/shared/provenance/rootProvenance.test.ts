import { describe, expect, it } from 'vitest'
import { proposeParagraph } from '../../../shared/desk/editParagraphs.ts'
import { project } from '../../../shared/projection/project.ts'
import { PhraseIndex } from '../../../shared/provenance/PhraseIndex.ts'
import { type RootProvenance, rootProvenance } from '../../../shared/provenance/rootProvenance.ts'
import { blockHost, proposalHost } from '../../../shared/table/Host.ts'
import { blockId, type ProposalId } from '../../../shared/table/ids.ts'
import { plainWords } from '../../../shared/table/words.ts'
import { layOut } from '../../harness/layOut.ts'
import { TestRoom } from '../../harness/TestRoom.ts'
import { priorText } from './priorTexts.ts'

const host = blockHost(blockId('P1'))
const index = new PhraseIndex([
  priorText(1990, 'Whoever draws water after dusk carries a lantern and closes the lid of the well.'),
  priorText(1995, 'Children learn to swim before they go out with the boats.'),
])

/** A paragraph with proposals in it: what is marked in the text as shown, and what is said of each proposal, by party. */
function of(notation: string) {
  const { room } = layOut(notation)
  const passages = project(room.sheet, host)
  const found = rootProvenance(index, host, passages, [])
  const shown = passages.map(({ text }) => text).join('')
  const marks = found.marks.map(
    ({ is, ranges, places }) =>
      `${is}: ${ranges.map(({ from, to }) => shown.slice(from, to)).join('|')} [${places.map(({ name }) => name).join('; ')}]`,
  )
  const by = (party: string) => said(found, room.sheet.records(host).find(record => record.party === party)?.id)
  return { marks, by }
}

function said({ records }: RootProvenance, id: ProposalId | undefined): string {
  const record = id === undefined ? undefined : records.get(id)
  if (record === undefined) return 'nothing'
  const names = (places: readonly { name: string }[]) => places.map(({ name }) => name).join('; ')
  const { words, agreed, places, alters, strikes } = record
  return `${agreed} of ${words} from ${names(places)}, alters ${names(alters)}, strikes ${names(strikes)}`
}

describe('agreed language among proposals', () => {
  it('R112: of a proposal its own words count, read together with what stands around them', () => {
    const { marks, by } = of('Whoever draws water [after dusk carries a lantern - EU] and goes home.')
    expect(by('EU')).toBe('5 of 5 from 1990, 1, alters , strikes ')
    expect(marks).toEqual(['agreed: after dusk carries a lantern [1990, 1]'])
  })

  it('R112: words of the draft are marked over the proposals that stand among them', () => {
    const { marks, by } = of('Whoever draws water after [this - US] dusk carries a lantern.')
    expect(marks[0]).toMatch(/^agreed: Whoever draws water after\s?\|\s?dusk carries a lantern \[1990, 1\]$/)
    expect(by('US')).toBe('0 of 1 from , alters 1990, 1, strikes ')
  })

  it('R112: who strikes agreed language, and who puts other words into it, is told so', () => {
    const { by } = of(
      'We know that whoever draws water after [dusk / dawn - US] carries a lantern and closes the [lid of the - EU delete] well.',
    )
    expect(by('US')).toBe('0 of 1 from , alters 1990, 1, strikes 1990, 1')
    expect(by('EU')).toBe('0 of 0 from , alters , strikes 1990, 1')
  })

  it('R112: what is nested in a proposal is read in it', () => {
    const { by } = of('We say: [Children learn to swim before they go [out with the boats - US] - EU].')
    expect(by('EU')).toBe('7 of 7 from 1995, 1, alters , strikes ')
  })

  it('R112: a proposed paragraph is read like any proposal', () => {
    const room = new TestRoom(['We know that.'], ['EU'])
    const { editing, sheet } = room.person('EU')
    const words = plainWords('We repeat: children learn to swim before they go out with the boats.')
    const id = proposeParagraph(editing, host, { is: 'additional' }, 'paragraph', words)
    const own = proposalHost(id)
    const found = rootProvenance(index, own, project(sheet, own), [])
    expect(said(found, id)).toBe('11 of 13 from 1995, 1, alters , strikes ')
  })
})
