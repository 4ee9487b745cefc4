import { expect, test } from 'vitest'
import { compareAgain } from '../../../shared/compare/compareAgain.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { rememberedWords } from '../../../shared/compare/rememberedWords.ts'
import { officialBlocks, paragraphs } from './textBlocks.ts'

test('R121: words changed in one paragraph compare as if all were compared anew', () => {
  const old = officialBlocks('round-tables-background-note-2024')
  const now = officialBlocks('high-level-declaration-2024')
  const place = now.findIndex(({ label }) => label === '18 (b)')
  const changed = now.map((block, nth) => (nth === place ? { ...block, text: `${block.text} And more.` } : block))
  const remembered = rememberedWords(500)
  const again = compareAgain(compareTexts(old, now, remembered), changed, remembered)
  const anew = compareTexts(old, changed, remembered)
  const withoutScores = ({ pairs }: typeof anew) => pairs.map(({ similarity: _, ...pair }) => pair)
  expect(withoutScores(again ?? anew)).toEqual(withoutScores(anew))
  expect(again?.added).toEqual(anew.added)
})

test('R121: what becomes the same again is the same', () => {
  const old = paragraphs('We meet on Monday morning.')
  const before = compareTexts(old, paragraphs('We meet on Tuesday morning.'))
  expect(compareAgain(before, old)?.pairs).toMatchObject([{ relation: 'same', similarity: 1 }])
})

test('R121: where paragraphs come or go all is compared anew', () => {
  const old = paragraphs('We meet.', 'We eat.')
  expect(compareAgain(compareTexts(old, old), paragraphs('We meet.'))).toBeNull()
})
