import { describe, expect, it } from 'vitest'
import { declaration2019 } from '../../../shared/specimen/declaration2019.ts'
import { draftMidterm } from '../../../shared/specimen/draftMidterm.ts'
import { specimenBlocks, superscriptNumber } from './specimenBlocks.ts'

const ownRendering = 'Abridged rendering in our own words, not the official text'

const documents = [
  { name: 'the declaration of 2019', text: declaration2019, paragraphs: 28, challenges: '12' },
  { name: 'the draft for the midterm review', text: draftMidterm, paragraphs: 34, challenges: '13' },
]

describe.each(documents)('$name', ({ text, paragraphs, challenges }) => {
  const blocks = specimenBlocks(text)
  const labels = [...blocks.texts.keys()]
  const numbered = labels.filter(label => /^\d+$/.test(label))
  const notes = [...blocks.texts].filter(([label]) => label.startsWith('note '))
  const body = [...blocks.texts].filter(([label]) => !label.startsWith('note '))

  it('says in its masthead that it is an abridged rendering in our own words', () => {
    expect(blocks.masthead).toContain(ownRendering)
  })

  it('opens with one unnumbered paragraph', () => {
    expect(labels[0]).toBe('chapeau')
  })

  it('numbers its paragraphs in one running series through all chapters (D1)', () => {
    expect(numbered).toEqual(Array.from({ length: paragraphs }, (_, index) => String(index + 1)))
  })

  it('letters the twelve challenges (a) to (l) under its stocktaking', () => {
    const letters = labels.filter(label => label.startsWith(`${challenges} (`))
    expect(letters).toEqual([...'abcdefghijkl'].map(letter => `${challenges} (${letter})`))
  })

  it('ends its lettered items with semicolons and the last one with a full stop', () => {
    const lettered = labels.filter(label => label.includes('('))
    for (const [index, label] of lettered.entries()) {
      const last = label.split(' ')[0] !== lettered[index + 1]?.split(' ')[0]
      expect(`${label} ${blocks.texts.get(label)?.slice(-1)}`).toBe(`${label} ${last ? '.' : ';'}`)
    }
  })

  it('has eight notes, two of them Ibid., each marked once and in order (D22)', () => {
    const marks = body.flatMap(([, words]) => [...words.matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu)].map(([mark]) => mark))
    expect(marks.map(superscriptNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(notes.map(([label]) => label)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(number => `note ${number}`))
    expect(notes.filter(([, note]) => note.startsWith('*Ibid.*, '))).toHaveLength(2)
  })

  it('puts every note mark after punctuation (D22)', () => {
    for (const [label, words] of body) expect(`${label}: ${words}`).not.toMatch(/[^,.;:][⁰¹²³⁴⁵⁶⁷⁸⁹]/u)
  })

  it('gathers the bodies of its notes at the very end', () => {
    expect(labels.slice(-8).every(label => label.startsWith('note '))).toBe(true)
  })

  it('closes every italic it opens', () => {
    for (const [label, words] of blocks.texts) expect(`${label}: ${words.split('*').length % 2}`).toBe(`${label}: 1`)
  })

  it('has paragraphs of the length of real ones, 25 to 90 words', () => {
    const lengths = numbered
      .filter(label => !blocks.texts.has(`${label} (a)`))
      .map(label => ({ label, words: blocks.texts.get(label)?.split(' ').length ?? 0 }))
    expect(lengths.filter(({ words }) => words < 25 || words > 90)).toEqual([])
  })

  it('opens no two consecutive paragraphs with the same verb unless the second says also or further (D5)', () => {
    const verbs = numbered.map(
      label => /^We (?:will |undertake to |resolve to )?(\w+)/.exec(blocks.texts.get(label) ?? '')?.[1],
    )
    expect(verbs).not.toContain(undefined)
    expect(verbs.filter((verb, index) => index > 0 && verb === verbs[index - 1])).toEqual([])
  })

  it('has no doubled space and no straight quotation mark', () => {
    expect(text).not.toMatch(/ {2}|\t|['"]/)
  })
})

describe('the two specimen texts together', () => {
  const before = specimenBlocks(declaration2019)
  const after = specimenBlocks(draftMidterm)

  it('has three chapters in each, and sections A to D in the way forward of the draft', () => {
    const starts = (headings: readonly string[]) => headings.map(heading => heading.split(' ')[0])
    expect(starts(before.headings)).toEqual(['I.', 'II.', 'III.'])
    expect(starts(after.headings)).toEqual(['I.', 'II.', 'III.', 'A.', 'B.', 'C.', 'D.'])
  })

  it('titles the draft and says that the positions shown with it are invented', () => {
    expect(after.title).toBe('Draft declaration for the midterm review')
    expect(after.masthead).toContain('E/CN.7/2024/CRP.3')
    expect(after.masthead.join(' ')).toMatch(/invented and are those of no State or group/)
  })

  it('carries some paragraphs and items over word for word', () => {
    const places = new Map([...after.texts].map(([label, words]) => [words, label]))
    const same = [...before.texts].filter(([label, words]) => !label.startsWith('note ') && places.has(words))
    expect(same.map(([label, words]) => `${label} > ${places.get(words)}`)).toEqual([
      '12 (b) > 13 (b)',
      '12 (c) > 13 (c)',
      '12 (g) > 13 (g)',
      '12 (i) > 13 (i)',
      '12 (l) > 13 (l)',
      '14 > 18',
      '21 > 26',
      '22 > 32',
      '26 > 33',
    ])
  })

  it('moves several paragraphs to another place', () => {
    const moved = [
      { words: 'the individual, the family and the community', past: 'international drug control is built' },
      { words: 'the criminal groups that live off the drug trade', past: 'prevention, early in life' },
      { words: 'communities that depend on illicit crops', past: 'the annual report questionnaire' },
    ]
    for (const { words, past } of moved) {
      const inOrder = (text: string) => text.indexOf(words) < text.indexOf(past)
      expect(declaration2019, words).toContain(words)
      expect(draftMidterm, words).toContain(words)
      expect(inOrder(declaration2019), words).not.toBe(inOrder(draftMidterm))
    }
  })
})
