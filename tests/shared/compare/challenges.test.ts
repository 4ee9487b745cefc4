import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { comparisonSummary } from '../../../shared/compare/comparisonSummary.ts'
import { officialBlocks } from './textBlocks.ts'

/** The background note restates the twelve challenges as its items ¶3 to ¶14; 18 (a) to (l) of the declaration carry them on (D27). */
const twelve = [...'abcdefghijkl'].map((letter, nth) => ({ old: [`¶${nth + 3}`], new: [`18 (${letter})`] }))
const note = officialBlocks('round-tables-background-note-2024')
const declaration = officialBlocks('high-level-declaration-2024')

describe('the twelve challenges', () => {
  it('R100: are found in 18 (a) to (l) of the declaration of 2024, and each nowhere else', () => {
    const { pairs } = comparisonSummary(compareTexts(note, declaration))
    const isChallenge = ({ old, new: now }: (typeof pairs)[number]) =>
      twelve.some(pair => old.includes(pair.old[0] ?? '') || now.includes(pair.new[0] ?? ''))
    expect(pairs.filter(isChallenge).map(({ old, new: now }) => ({ old, new: now }))).toEqual(twelve)
    for (const { similarity, moved } of pairs.filter(isChallenge)) {
      expect(similarity).toBeGreaterThan(0.6)
      expect(moved).toBe(false)
    }
  })

  it('R105: taken by themselves they are found in the whole declaration, and nothing else is claimed', () => {
    const items = note.filter(({ label }) => twelve.some(({ old }) => old[0] === label))
    const { pairs, dropped } = comparisonSummary(compareTexts(items, declaration))
    expect(pairs.map(({ old, new: now }) => ({ old, new: now }))).toEqual(twelve)
    expect(dropped).toEqual([])
  })

  it('R105: of the whole note, only what does say the same is claimed for certain beside them', () => {
    const { pairs } = comparisonSummary(compareTexts(note, declaration))
    const others = pairs.filter(
      ({ old, new: now, similarity }) =>
        similarity >= 0.25 && /^[¶\d]/.test(now[0] ?? '') && !twelve.some(pair => pair.old[0] === old[0]),
    )
    // The sentence that opens the list, and passages that say what Member States decided in 2019.
    expect(others.map(({ old, new: now }) => `${old.join(' + ')} → ${now.join(' + ')}`)).toEqual([
      '1 → 1',
      '¶26 → 12',
      '¶2 → 18',
      '¶34 → 33',
      '¶43 → 37 + 38',
    ])
  })

  it('R102: of the second, one reads what was put in and what was struck', () => {
    const pair = compareTexts(note, declaration).pairs.find(
      ({ new: now }) => declaration[now[0] ?? -1]?.label === '18 (b)',
    )
    const changes = pair?.words.pieces.filter(({ is }) => is !== 'same').map(({ old, new: now }) => (old || now).trim())
    expect(changes).toEqual(['as well as the', 'and manufacture', ',', 'the', 'in', 'of', 'is', 'are'])
  })
})
