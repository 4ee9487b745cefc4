import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../../server/cli/wordDiff.ts'
import type { MarkedText } from '../../../shared/compare/ComparedBlock.ts'
import { compareWords } from '../../../shared/compare/compareWords.ts'
import { rememberedWords } from '../../../shared/compare/rememberedWords.ts'
import { tokenise } from '../../../shared/compare/tokenise.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'

const plain = (text: string): MarkedText => ({ text, marks: [] })

function marked(old: string, now: string): string {
  return wordDiff(compareWords(plain(old), plain(now)).pieces, { old: [], new: [] }, false)
}

describe('words compared', () => {
  it('R102: a word exchanged, put in or struck is marked, and nothing else', () => {
    expect(marked('States shall promote peace.', 'States shall ensure peace.')).toBe(
      'States shall [-promote-] {+ensure+} peace.',
    )
    expect(marked('a lasting peace in the region', 'a just and lasting peace')).toBe(
      'a {+just and+} lasting peace [-in the region-]',
    )
    expect(marked('as it stands', 'as it stands')).toBe('as it stands')
  })

  it('a comma goes with the words it brings (D9), and a sentence with its full stop', () => {
    expect(marked('sells bread, and buys grain', 'sells bread, at noon, and buys grain')).toBe(
      'sells bread{+, at noon+}, and buys grain',
    )
    expect(marked('Bread is sold. Grain is bought.', 'Bread is sold. Oats are burnt. Grain is bought.')).toBe(
      'Bread is sold. {+Oats are burnt.+} Grain is bought.',
    )
  })

  it('a stray “the” or “of” between two changes is no island: they are one change', () => {
    expect(
      marked('with regard to the use of metals in the town', 'with regard to all kinds of stone in the town'),
    ).toBe('with regard to [-the use of metals-] {+all kinds of stone+} in the town')
  })

  it('R104: where less than two fifths of the words stayed, the whole old text is struck and the whole new one put in', () => {
    const old = 'Bakers shall sell bread of wheat on every day of the week.'
    const now = 'Millers may grind oats and barley whenever the river of the town is high.'
    expect(marked(old, now)).toBe(`[-${old}-]\n{+${now}+}`)
    // A short text that stands whole in a long one is no other text.
    expect(marked('Bread is sold here.', `Bread is sold here. ${now}`)).toBe(`Bread is sold here. {+${now}+}`)
  })

  it('curly and straight quotation marks, and blanks, make no difference', () => {
    expect(compareWords(plain('the “Chair’s” text'), plain('the "Chair\'s"  text')).counts).toEqual({
      same: 3,
      deleted: 0,
      inserted: 0,
    })
  })

  it('R103: a note mark is one token, and is told by what it cites', () => {
    const noted = (text: string, ...cites: readonly string[]) => ({
      text,
      marks: cites.map((cited, nth) => ({ label: String(nth + 1), cites: cited })),
    })
    const same = compareWords(noted('peace\ufffc and law\ufffc', 'A', 'B'), noted('law\ufffc', 'B'))
    expect(same.pieces).toEqual([
      { is: 'deleted', old: 'peace\ufffc and ', new: '' },
      { is: 'same', old: 'law\ufffc', new: 'law\ufffc' },
    ])
    const other = compareWords(noted('law and order\ufffc', 'A'), noted('law and order\ufffc', 'B'))
    expect(other.pieces.map(({ is }) => is)).toEqual(['same', 'deleted', 'inserted'])
    expect(other.counts).toEqual({ same: 3, deleted: 0, inserted: 0 })
  })

  it('R102: whatever two texts are, same and deleted are the old one, same and inserted the new one, word for word', () => {
    const seed = 4711
    const random = new SeededRandom(seed)
    for (let round = 0; round < 3_000; round++) {
      const old = randomText(random)
      const now = random.chance(1, 3) ? randomText(random) : altered(old, random)
      const { pieces, counts } = compareWords(old, now)
      const say = `seed ${seed}, round ${round}: ${JSON.stringify([old.text, now.text])}`
      expect(pieces.map(piece => piece.old).join(''), say).toBe(old.text)
      expect(pieces.map(piece => piece.new).join(''), say).toBe(now.text)
      expect(counts.same + counts.deleted, say).toBe(wordCount(old))
      expect(counts.same + counts.inserted, say).toBe(wordCount(now))
      for (const [index, piece] of pieces.entries()) {
        expect(pieces[index + 1]?.is, say).not.toBe(piece.is)
        if (piece.is === 'same') expect(loose(piece.old), say).toBe(loose(piece.new))
      }
    }
  })

  it('texts of thousands of different words are compared at once', () => {
    const words = (stem: string) =>
      Array.from({ length: 6_000 }, (_, nth) => `${stem}${nth % 2 === 0 ? '' : 'x'}${nth}`).join(' ')
    const { counts } = compareWords(plain(`${words('a')} ${words('b')}`), plain(`${words('c')} ${words('a')}`))
    expect(counts.same + counts.deleted).toBe(12_000)
  })

  it('what was compared before is given again, the very same', () => {
    const compare = rememberedWords(2)
    const first = compare(plain('one two'), plain('one three'))
    expect(compare(plain('one two'), plain('one three'))).toBe(first)
    compare(plain('a'), plain('b'))
    compare(plain('c'), plain('d'))
    expect(compare(plain('one two'), plain('one three'))).not.toBe(first)
  })
})

const vocabulary = [
  'the',
  'of',
  'and',
  'bread',
  'fish',
  'law',
  'peace',
  'drug-related',
  'E/2009/28',
  ',',
  ';',
  '.',
  '“law”',
  "baker's",
  'baker’s',
  '(a)',
  '\ufffc',
  '—',
]

function randomText(random: SeededRandom): MarkedText {
  const text = Array.from(
    { length: random.below(30) },
    () => `${random.pick(vocabulary)}${random.chance(1, 4) ? '' : ' '}`,
  ).join('')
  return withMarks(text.trim(), random)
}

function altered({ text }: MarkedText, random: SeededRandom): MarkedText {
  const words = text.split(' ')
  for (let count = random.below(5); count > 0; count--)
    words.splice(random.below(words.length), random.below(3), ...(random.chance(1, 2) ? [random.pick(vocabulary)] : []))
  return withMarks(words.join(' ').trim(), random)
}

function withMarks(text: string, random: SeededRandom): MarkedText {
  return { text, marks: [...text.matchAll(/\ufffc/g)].map(() => ({ label: '1', cites: random.pick(['A', 'B']) })) }
}

function wordCount(text: MarkedText): number {
  return tokenise(text).filter(({ is }) => is === 'word').length
}

function loose(text: string): string {
  return text.replace(/\s/g, '').replace(/’/g, "'").replace(/[“”]/g, '"')
}
