import { expect, test } from 'vitest'
import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import type { PriorText } from '../../../shared/provenance/PriorText.ts'
import { placeCitation, placeName } from '../../../shared/provenance/placeName.ts'

const block = (is: ComparedBlock['is'], label: string): ComparedBlock => ({ is, label, text: 'Words.', marks: [] })
const text: PriorText = {
  id: 'a',
  name: 'Harbour Declaration',
  symbol: 'H/2001/7',
  year: 2001,
  isAgreed: true,
  isRendering: false,
  blocks: [
    block('title', 'title'),
    block('paragraph', '¶1'),
    block('heading', 'Stocktaking'),
    block('paragraph', '4 (b)'),
    block('paragraph', '¶2'),
    block('heading', 'HARBOURS and everything that has ever been said about them'),
    block('paragraph', '¶3'),
  ],
}
const name = (at: number) => placeName({ text, block: at })

test('R110: a paragraph of a prior text is named by its year, heading and number; without a number it is counted under its heading', () => {
  expect([...text.blocks.keys()].map(name)).toEqual([
    '2001, title',
    '2001, ¶1',
    '2001, heading “Stocktaking”',
    '2001, stocktaking, 4 (b)',
    '2001, stocktaking, ¶1',
    '2001, heading “HARBOURS and everything that …”',
    '2001, HARBOURS and everything that …, ¶1',
  ])
})

test('R110: its citation has the title and symbol of the text, as far as they are known', () => {
  expect(placeCitation({ text, block: 3 })).toBe('Harbour Declaration, H/2001/7, stocktaking, para. 4 (b)')
  expect(placeCitation({ text: { ...text, symbol: null }, block: 0 })).toBe('Harbour Declaration, title')
  expect(placeName({ text: { ...text, isRendering: true }, block: 3 })).toBe('2001 (rendering), stocktaking, 4 (b)')
  expect(placeName({ text: { ...text, year: null }, block: 3 })).toBe('Harbour Declaration, stocktaking, 4 (b)')
})
