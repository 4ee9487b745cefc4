import { describe, expect, it } from 'vitest'
import { readText } from '../../../shared/exchange/readText.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'
import { timesLonger } from '../../harness/timesLonger.ts'

describe('input that cannot be read', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blank lines', ' \r\n\t\u00a0\f\n', 'empty'],
    ['one word', 'hello', 'No paragraph'],
    ['a title alone', 'Draft outcome of the meeting', 'No paragraph'],
    ['signs without words', '1. ...\n\n2. ---', 'No paragraph'],
    ['NUL bytes', '1. We meet.\u0000', 'NUL'],
    ['replacement characters', '\ufffd\ufffd\ufffd We meet.', 'encoding'],
    ['too many lines', 'a\n'.repeat(60_001), 'lines'],
    ['nothing but markdown signs', '*'.repeat(300_001), 'markdown'],
  ])('R81: refuses %s with a sentence', (_, raw, reason) => {
    expect(readText(raw)).toEqual({ refused: expect.stringContaining(reason) })
  })

  it('R81: refuses 50 million characters at once', () => {
    const raw = 'x'.repeat(50_000_000)
    expect(readText(raw)).toEqual({ refused: expect.stringContaining('at most 5,000,000') })
    // Not looked through: a text that is read, and is a hundredth of it, takes longer.
    const longest = 'We agree to meet. '.repeat(27_000)
    expect(
      timesLonger(
        () => readText(raw),
        () => readText(longest),
      ),
    ).toBeLessThan(2)
  })

  it('reads a single sentence as a paragraph', () => {
    expect(readText('We agree to meet again next year.')).toMatchObject({
      title: '',
      blocks: [{ kind: 'paragraph', label: '', text: 'We agree to meet again next year.' }],
    })
  })
})

describe('hostile input', () => {
  const LENGTH = 400_000
  /** Eight times the input: 8 where the work is linear, 64 where it is quadratic. */
  const LINEAR = 24

  it.each([
    '(',
    ')',
    '*',
    '* ',
    '[',
    '](',
    ' ',
    '\t',
    '7',
    '1. ',
    '\\',
    '<sup>',
    '-',
    'a-',
    '“',
    '(a. ',
    '18 bis ',
    '\f',
    '¹',
  ])('R81: takes linear time for 400 kB of %j', unit => {
    const texts = (length: number) => {
      const filler = unit.repeat(length / unit.length)
      return [filler, `1. We meet. ${filler}`, `${filler}\n1. We meet.`]
    }
    const read = (length: number) => () => texts(length).map(readText)
    expect(timesLonger(read(LENGTH), read(LENGTH / 8))).toBeLessThan(LINEAR)
  })

  it.each(['1.\n', '(a) x\n', '**A**\n', 'A\n\n', '* a*\n', '¹ x\n', '# A\n', 'I. A\n'])(
    'takes linear time for many lines, each %j',
    unit => {
      const read = (lines: number) => () => readText(`1. We meet.\n${unit.repeat(lines)}`)
      expect(timesLonger(read(24_000), read(3_000))).toBeLessThan(LINEAR)
    },
  )

  it('R81: never throws, and places its marks and italics inside the text', () => {
    const seed = 20_240_314
    const random = new SeededRandom(seed)
    const parts = [
      '1. ',
      '(a) ',
      'We meet',
      '*',
      '**',
      '\\*',
      '¹',
      '<sup>2</sup>',
      '\n',
      '\n\n',
      '\f',
      '[',
      '](#)',
      '.',
      ' ',
      'I. ',
      '- ',
      '# ',
      'E/CN.1/2',
      'bis',
      '\t',
      '7',
    ]
    for (let round = 0; round < 2_000; round++) {
      const raw = Array.from({ length: 1 + random.below(40) }, () => random.pick(parts)).join('')
      const read = readText(raw)
      if ('refused' in read) continue
      for (const { text, marks, italics } of read.blocks) {
        const places = [...text.matchAll(/\ufffc/g)].map(found => found.index)
        expect(
          marks.map(mark => mark.at),
          `seed ${seed}: ${JSON.stringify(raw)}`,
        ).toEqual(places)
        for (const { from, to } of italics) expect(from < to && to <= text.length, `seed ${seed}`).toBe(true)
      }
      for (const { block } of read.warnings) expect(block === null || block < read.blocks.length).toBe(true)
    }
  })
})
