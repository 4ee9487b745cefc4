import { describe, expect, it } from 'vitest'
import { declaration2019 } from '../../../shared/specimen/declaration2019.ts'
import { draftMidterm } from '../../../shared/specimen/draftMidterm.ts'
import { specimenProposals } from '../../../shared/specimen/specimenProposals.ts'
import { officialNames, officialText } from '../exchange/officialText.ts'
import { specimenBlocks } from './specimenBlocks.ts'

/** So many words in a row, the same as in a real document, are no longer chance. */
const tooManyWords = 9

/** Names and forms of citation that cannot be said otherwise. Each counts as one word, so that words copied around one still show. */
const unavoidable = [
  'United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances of 1988',
  'Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol',
  'Convention on Psychotropic Substances of 1971',
  'United Nations Guiding Principles on Alternative Development',
  'Official Records of the Economic and Social Council, 2019, Supplement No. 8 (E/2019/28), chap. I, sect. B',
  'Official Records of the Economic and Social Council',
  'Supplement No. 8 (E/2009/28), chap. I, sect. C',
  'Supplement No. 8 (E/2014/28), chap. I, sect. C',
  'United Nations Office on Drugs and Crime',
  'International Narcotics Control Board',
  'World Health Organization',
  'Commission on Narcotic Drugs',
]

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹*]/gu, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words of a text in lower case, every unavoidable name drawn together into one. */
function comparable(text: string): readonly string[] {
  let joined = wordsOf(text).join(' ')
  for (const name of unavoidable) {
    const spoken = wordsOf(name).join(' ')
    joined = joined.replace(new RegExp(`\\b${spoken}\\b`, 'gu'), spoken.replaceAll(' ', '_'))
  }
  return joined === '' ? [] : joined.split(' ')
}

interface Shared {
  readonly where: string
  readonly source: string
  readonly run: string
}

/** The longest runs of at least `atLeast` words that `text` shares with a source, each told once. */
function sharedRuns(
  where: string,
  text: string,
  sources: ReadonlyMap<string, string>,
  atLeast: number,
): readonly Shared[] {
  const words = comparable(text)
  const found: Shared[] = []
  for (const [source, official] of sources) {
    let from = 0
    while (from + atLeast <= words.length) {
      let to = from + atLeast
      if (!official.includes(` ${words.slice(from, to).join(' ')} `)) {
        from++
        continue
      }
      while (to < words.length && official.includes(` ${words.slice(from, to + 1).join(' ')} `)) to++
      found.push({ where, source, run: words.slice(from, to).join(' ') })
      from = to
    }
  }
  return found
}

function officialTexts(): ReadonlyMap<string, string> {
  return new Map(officialNames().map(name => [name, ` ${comparable(officialText(name)).join(' ')} `]))
}

function specimenTexts(): readonly (readonly [where: string, text: string])[] {
  const documents = [
    ['2019', declaration2019],
    ['draft', draftMidterm],
  ] as const
  return [
    ...documents.flatMap(([name, specimen]) => {
      const { masthead, title, headings, texts } = specimenBlocks(specimen)
      const lines = [...masthead, title, ...headings].map(line => [`${name} line`, line] as const)
      return [...lines, ...[...texts].map(([label, text]) => [`${name} ${label}`, text] as const)]
    }),
    ...specimenProposals.map(({ key, text }) => [`proposal ${key}`, text] as const),
  ]
}

describe('the words of the specimen', () => {
  it('are our own: no run of nine words stands in a real document', () => {
    const sources = officialTexts()
    expect([...sources.keys()]).toContain('high-level-declaration-2024')
    expect(specimenTexts().flatMap(([where, text]) => sharedRuns(where, text, sources, tooManyWords))).toEqual([])
  })

  it('would be caught if a sentence of a real document stood among them', () => {
    const sources = officialTexts()
    const [file, official] = [...sources].find(([name]) => name.startsWith('high-level')) ?? ['', '']
    const copied = official
      .trim()
      .split(' ')
      .slice(1000, 1000 + tooManyWords)
      .join(' ')
    const found = sharedRuns('planted', `We say in our words ${copied} and go on.`, sources, tooManyWords)
    expect(found).toContainEqual(expect.objectContaining({ where: 'planted', source: file }))
  })
})
