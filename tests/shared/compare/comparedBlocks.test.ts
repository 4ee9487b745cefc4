import { describe, expect, it } from 'vitest'
import { blocksOf, officialBlocks } from './textBlocks.ts'

describe('the blocks of a text that are compared', () => {
  it('R110: bear the labels the text prints, headings their words, and what has no number is counted', () => {
    const text =
      'Town of Lowquay\n\nDecree on bread\n\nWe, the bakers of the town, have agreed as follows.\n\nI. Baking\n\n1. Bread is baked:\n\n(a) by day;\n\n(b) by night, namely:\n\n(i) at home;\n\n(ii) at work.\n\n18 bis. Bread is sold.\n\n- This is said too.\n\nA. Eating\n\nNobody numbered this paragraph.'
    expect(blocksOf(text).map(({ label }) => label)).toEqual([
      ...['title', '¶1', 'Baking', '1', '1 (a)', '1 (b)', '1 (b) (i)', '1 (b) (ii)', '18 bis', '¶2', 'Eating', '¶3'],
    ])
  })

  it('R110: are those of the declaration of 2024, each with a label of its own', () => {
    const labels = officialBlocks('high-level-declaration-2024').map(({ label }) => label)
    expect(labels.slice(0, 4)).toEqual(['title', '¶1', 'Our shared commitments', '1'])
    expect(labels).toEqual(expect.arrayContaining(['Stocktaking', '18', '18 (a)', '18 (l)', 'Review in 2029', '42']))
    expect(new Set(labels).size).toBe(labels.length)
  })
})
