import { expect, test } from 'vitest'
import { keptRows } from '../../../client/comparison/keptRows.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { comparisonRows } from '../../../shared/compare/comparisonRows.ts'
import { rememberedWords } from '../../../shared/compare/rememberedWords.ts'
import { paragraphs } from '../../shared/compare/textBlocks.ts'

const old = paragraphs('We meet on Monday morning.', 'We eat together at noon.', 'We sing.')

test('R121: rows that say the same are the same objects, whatever changed beside them', () => {
  const remembered = rememberedWords(100)
  const rowsWith = (second: string) => {
    const now = paragraphs('We meet on Tuesday morning.', second, 'We dance on the tables all night long.')
    return comparisonRows(compareTexts(old, now, remembered), place => `P${place}`)
  }
  const before = rowsWith('We eat alone at noon.')
  const after = keptRows(before, rowsWith('We eat at noon.'))
  expect(after.map((row, nth) => row === before[nth])).toEqual([true, false, true, true])
  expect(keptRows(after, rowsWith('We eat at noon.'))).toBe(after)
})
