import { describe, expect, it } from 'vitest'
import { PhraseIndex } from '../../../shared/provenance/PhraseIndex.ts'
import { blockAt } from '../../../shared/provenance/PriorText.ts'
import { pedigreeLine } from '../../../shared/provenance/pedigreeLine.ts'
import { pedigreeOf } from '../../../shared/provenance/pedigreeOf.ts'
import { priorText } from './priorTexts.ts'

const first = 'Whoever draws water after dusk carries a lantern and closes the lid of the well.'
const later = first.replace('a lantern', 'a lit lantern')

describe('the pedigree of a phrase', () => {
  const index = new PhraseIndex([
    priorText(2019, 'Bread is sold at noon.', `In spring, ${later}`),
    priorText(2009, first),
    priorText(2012, 'Fish is landed at the lower quay.'),
    priorText(2016, first.replace('draws', 'Draws').replace('dusk', 'dusk,')),
  ])

  it('R109: is the line of texts it stood in, by year, and says where it was altered', () => {
    const steps = pedigreeOf(index, later.replace('dusk', 'nightfall'))
    expect(steps.map(({ is, place }) => `${place?.text.year ?? 'here'} ${is}`)).toEqual([
      '2009 first',
      '2016 unchanged',
      '2019 altered',
      'here altered',
    ])
    expect(steps.map(({ place }) => (place === null ? null : blockAt(place).label))).toEqual(['1', '1', '2', null])
    expect(pedigreeLine(steps)).toBe(
      '2009 · 2016 unchanged · altered in 2019 after “carries a” · altered here after “water after”',
    )
  })

  it('R109: a paragraph is the same one though many words were put into it, or at its end', () => {
    const long = `${first.slice(0, -1)}, whatever the weather and the hour, and calls the watch when the well is found open in the morning.`
    const paragraphs = new PhraseIndex([priorText(2009, long)])
    const line = (text: string) => pedigreeLine(pedigreeOf(paragraphs, text))
    expect(line(long.replace('whatever', 'with one eye on the tide and on the boats, whatever'))).toBe(
      '2009 · altered here after “the well”',
    )
    expect(line(`${long} Nobody else does.`)).toBe('2009 · altered here after “the morning”')
  })

  it('R109: says what each text changed of the one before', () => {
    const altered = pedigreeOf(index, first).filter(step => step.is === 'altered')
    expect(
      altered.map(({ words }) =>
        words.pieces.filter(({ is }) => is !== 'same').map(({ old, new: now }) => (old || now).trim()),
      ),
    ).toEqual([[',', 'lit'], ['lit']])
  })

  it('R109: of a phrase of few words is found too, and one that stands nowhere is new', () => {
    expect(pedigreeLine(pedigreeOf(index, 'lower quay'))).toBe('2012 · here unchanged')
    expect(pedigreeLine(pedigreeOf(index, 'Millers grind oats by the river.'))).toBe('new here')
  })
})
