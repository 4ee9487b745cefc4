import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../server/cli/wordDiff.ts'
import { type AlteredPassage, alteredPassages } from '../../../shared/provenance/alteredPassages.ts'
import { PhraseIndex } from '../../../shared/provenance/PhraseIndex.ts'
import { blockAt } from '../../../shared/provenance/PriorText.ts'
import { officialBlocks, paragraphs } from '../compare/textBlocks.ts'
import { officialPrior, priorText } from './priorTexts.ts'

const lantern = 'Whoever draws water after dusk carries a lantern and closes the lid of the well.'
const index = new PhraseIndex([priorText(1990, 'Bread is sold at noon.', lantern)])

const said = ({ words }: AlteredPassage) => wordDiff(words.pieces, { old: [], new: [] }, false)

describe('agreed language altered', () => {
  it('R108: a passage almost as in a prior text is found, with what differs', () => {
    const draft = paragraphs(
      'We decide: whoever draws water after nightfall carries a lantern and shuts the lid of the well. Bread is dear.',
    )
    const [passage, ...more] = alteredPassages(index, draft)
    expect(more).toEqual([])
    if (passage === undefined) throw new Error('nothing was found')
    expect(said(passage)).toBe(
      'whoever draws water after [-dusk-] {+nightfall+} carries a lantern and [-closes-] {+shuts+} the lid of the well',
    )
    expect(blockAt(passage.source).label).toBe('2')
    expect(draft[0]?.text.slice(passage.from, passage.to)).toMatch(/^whoever draws .* of the well$/)
  })

  it('R108: what is taken over word for word, or with another comma only, is not altered', () => {
    expect(alteredPassages(index, paragraphs(lantern))).toEqual([])
    expect(alteredPassages(index, paragraphs(lantern.replace('dusk', 'dusk,')))).toEqual([])
  })

  it('R108: what follows one text word for word is not altered because another text says it otherwise', () => {
    const both = new PhraseIndex([priorText(1990, lantern), priorText(1995, lantern.replace('dusk', 'nightfall'))])
    expect(alteredPassages(both, paragraphs(lantern))).toEqual([])
  })

  it('R108: another paragraph on the same matter is no altered passage', () => {
    expect(
      alteredPassages(
        index,
        paragraphs('Whoever buys bread after noon carries a basket and pays the keeper of the well.'),
      ),
    ).toEqual([])
  })

  it('R108: the items of 18 that differ by a word from the background note are found so', () => {
    const declaration = officialBlocks('high-level-declaration-2024')
    const found = alteredPassages(
      new PhraseIndex([officialPrior('round-tables-background-note-2024', 2024)]),
      declaration,
    )
    const of = (label: string) =>
      found
        .filter(({ block }) => declaration[block]?.label === label)
        .map(said)
        .join('\n')
    expect(of('18 (l)')).toContain('[-represent-] {+pose+}')
    expect(of('18 (b)')).toMatch(/\[-in-\] \{\+of\+\} precursor chemicals \[-is-\] \{\+are\+\}/)
    expect(of('18 (h)')).toContain('{+of+}')
    expect(of('18 (d)')).toBe('')
  })
})
