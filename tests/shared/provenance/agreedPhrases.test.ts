import { describe, expect, it } from 'vitest'
import { type AgreedPhrase, agreedPhrases } from '../../../shared/provenance/agreedPhrases.ts'
import { PhraseIndex } from '../../../shared/provenance/PhraseIndex.ts'
import { blockAt } from '../../../shared/provenance/PriorText.ts'
import { shareOf } from '../../../shared/provenance/shareOf.ts'
import { textMarks } from '../../../shared/provenance/textMarks.ts'
import { officialBlocks, paragraphs } from '../compare/textBlocks.ts'
import { officialPrior, priorText } from './priorTexts.ts'

const index = new PhraseIndex([
  priorText(
    1990,
    'Whoever draws water after dusk carries a lantern and closes the lid of the well.',
    'The Harbour Office for Fish and Grain keeps the keys of the lower quay.',
  ),
  priorText(1995, 'In spring, whoever draws water after dusk carries a lantern; children stay at home.'),
])

/** `words [sources]` for each phrase. */
function said(phrases: readonly AgreedPhrase[]): readonly string[] {
  return phrases.map(
    ({ text, sources }) => `${text} [${sources.map(place => `${place.text.name} ${blockAt(place).label}`).join(', ')}]`,
  )
}

describe('agreed language', () => {
  it('R106: phrases of six words and more are found with every text and paragraph they stand in; five are none', () => {
    const draft = paragraphs(
      'We decide that whoever draws Water after dusk, carries a lantern.',
      'Somebody closes the lid of the well.',
      'Fish keeps the keys of.',
    )
    expect(said(agreedPhrases(index, draft))).toEqual([
      'whoever draws Water after dusk, carries a lantern [1990 1, 1995 1]',
      'closes the lid of the well [1990 1]',
    ])
    expect(agreedPhrases(index, draft).map(({ block, words }) => ({ block, words }))).toEqual([
      { block: 0, words: 8 },
      { block: 1, words: 6 },
    ])
  })

  it('R106: a phrase is marked where it stands, whatever note marks are in it', () => {
    const [block] = paragraphs('So: whoever draws water\ufffc after dusk carries a torch.')
    const [phrase] = agreedPhrases(index, block === undefined ? [] : [block])
    expect(block?.text.slice(phrase?.from, phrase?.to)).toBe('whoever draws water\ufffc after dusk carries a')
    expect(phrase?.text).toBe('whoever draws water after dusk carries a')
  })

  it('R106: no two phrases overlap: the longest is taken first, then what is left of the others', () => {
    const both = new PhraseIndex([priorText(1, 'a b c d e f g h i j'), priorText(2, 'g h i j k l m n o p q r s')])
    expect(said(agreedPhrases(both, paragraphs('a b c d e f g h i j k l m n o p q r s')))).toEqual([
      'a b c d e f [1 1]',
      'g h i j k l m n o p q r s [2 1]',
    ])
  })

  it('R107: a name is told from a phrase', () => {
    const draft = paragraphs('We thank the Harbour Office for Fish and Grain, which keeps the keys of the lower quay.')
    const [name] = agreedPhrases(index, paragraphs('We thank the Harbour Office for Fish and Grain.'))
    expect(name).toMatchObject({ words: 7, isFormula: true })
    expect(agreedPhrases(index, draft).map(({ isFormula }) => isFormula)).toEqual([true, false])
  })

  it('R107: what one text says in three paragraphs and more is a formula', () => {
    const formula = 'in line with good order and common custom'
    const often = new PhraseIndex([
      priorText(1, `Bread is baked ${formula}.`, `Fish is sold ${formula}.`, `Wells are cleaned ${formula}.`),
    ])
    const once = new PhraseIndex([priorText(1, `Bread is baked ${formula}.`)])
    const draft = paragraphs(`Roofs are mended ${formula}.`)
    expect(agreedPhrases(often, draft)).toMatchObject([{ isFormula: true }])
    expect(agreedPhrases(once, draft)).toMatchObject([{ isFormula: false }])
  })

  it('R106: how much of a text is agreed language leaves names and formulas aside', () => {
    const text = 'We decide that whoever draws water after dusk carries a lantern.'
    const share = (words: string) => shareOf(words, [{ from: 0, to: words.length }], textMarks(index, words, []))
    expect(share(text)).toMatchObject({ agreed: 8, words: 11 })
    expect(share('The Harbour Office for Fish and Grain')).toMatchObject({ agreed: 0, words: 0 })
    expect(share('')).toEqual({ agreed: 0, words: 0, places: [] })
  })
})

describe('the declaration of 2024 and the background note of that year', () => {
  const declaration = officialBlocks('high-level-declaration-2024')
  const phrases = agreedPhrases(
    new PhraseIndex([officialPrior('round-tables-background-note-2024', 2024)]),
    declaration,
  )

  it('R106: each of 18 (a) to (l) has words of the item that restates its challenge', () => {
    for (const [nth, letter] of [...'abcdefghijkl'].entries()) {
      const own = phrases.filter(({ block, isFormula }) => declaration[block]?.label === `18 (${letter})` && !isFormula)
      const sources = own.flatMap(phrase => phrase.sources.map(place => blockAt(place).label))
      expect(sources, letter).toContain(`¶${nth + 3}`)
    }
  })

  it('R107: names of bodies are formulas, and a good part of what is found', () => {
    const office = phrases.filter(({ text }) => /^(?:the )?United Nations Office on Drugs and Crime$/i.test(text))
    expect(office.every(({ isFormula }) => isFormula)).toBe(true)
    const share = phrases.filter(({ isFormula }) => isFormula).length / phrases.length
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.5)
  })

  it('R106: every phrase stands, word for word, where it is said to stand', () => {
    const words = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
    for (const { block, text, sources } of phrases) {
      expect(words(declaration[block]?.text ?? '')).toContain(words(text))
      for (const source of sources) expect(words(blockAt(source).text)).toContain(words(text))
    }
  })
})
