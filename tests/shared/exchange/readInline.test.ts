import { describe, expect, it } from 'vitest'
import { readInline } from '../../../shared/exchange/readInline.ts'

/** The text with `{1}` for marks and `<i>` for italics. */
function shown(raw: string, withMarks = true): string {
  const { text, marks, italics } = readInline(raw, withMarks)
  let out = ''
  for (let at = 0; at <= text.length; at++) {
    if (italics.some(range => range.to === at)) out += '</i>'
    if (italics.some(range => range.from === at)) out += '<i>'
    const mark = marks.find(({ at: place }) => place === at)
    out += mark === undefined ? text.charAt(at) : `{${mark.note}}`
  }
  return out
}

describe('emphasis, links and note marks', () => {
  it.each([
    ['a river, *inter alia*, flows', 'a river, <i>inter alia</i>, flows'],
    ['a _wide_ river_bed', 'a <i>wide</i> river_bed'],
    ['a **wide** river', 'a wide river'],
    ['***wide*** river', '<i>wide</i> river'],
    ['**bold *and italic* text**', 'bold <i>and italic</i> text'],
    ['the agenda*', 'the agenda{*}'],
    ['the agenda\\*\\*', 'the agenda{**}'],
    ['the agenda* and *the plan*.', 'the agenda{*} and <i>the plan</i>.'],
    ['*The plan**', '<i>The plan</i>{*}'],
    ['the plan,<sup>12</sup> and', 'the plan,{12} and'],
    ['the plan<sup>\\*</sup>', 'the plan{*}'],
    ['the plan.¹⁰', 'the plan.{10}'],
    ['the plan[^3].', 'the plan{3}.'],
    ['an area of 10 km²', 'an area of 10 km²'],
    ['3 * 4 is 12', '3 * 4 is 12'],
    ['a [plan](https://example.org/a_(b)_c) here', 'a plan here'],
    ['[A/1](#).', 'A/1.'],
    ['[text](EU) and [[more]]', '[text](EU) and [[more]]'],
    ['[shall][should]', '[shall][should]'],
    ['a\\_b and c\\\\_d', 'a_b and c_d'],
    ['  many   spaces\there ', 'many spaces here'],
    ['*open and never closed', '*open and never closed'],
  ])('reads %j', (raw, expected) => {
    expect(shown(raw)).toBe(expected)
  })

  it('R80: keeps raised digits of a note as words', () => {
    expect(shown('an area of 10², *ibid.*', false)).toBe('an area of 10², <i>ibid.</i>')
  })

  it('puts one character into the text for each mark', () => {
    const { text, marks } = readInline('one¹ two<sup>2</sup> three*')
    expect(marks.map(({ note }) => note)).toEqual(['1', '2', '*'])
    for (const { at } of marks) expect(text.charAt(at)).toBe('\ufffc')
    expect(text).toHaveLength('one two three'.length + 3)
  })
})
