import { describe, expect, it } from 'vitest'
import { readLabel } from '../../../shared/exchange/readLabel.ts'

/** Kind, label and rest, which is what a reader of the document sees. */
function read(line: string): string | null {
  const label = readLabel(line)
  if (label === null) return null
  return `${label.kind} ${label.kind === 'bullet' ? '•' : label.label} | ${label.rest}`
}

describe('labels met in negotiating texts (D1, D3)', () => {
  it.each([
    ['18. We meet.', 'number 18 | We meet.'],
    ['18.We meet.', 'number 18 | We meet.'],
    ['18.\tWe meet.', 'number 18 | We meet.'],
    ['18\tWe meet.', 'number 18 | We meet.'],
    ['18) We meet.', 'number 18 | We meet.'],
    ['18\\. We meet.', 'number 18 | We meet.'],
    ['18.', 'number 18 | '],
    ['18 bis. We meet.', 'number 18 bis | We meet.'],
    ['18bis. We meet.', 'number 18 bis | We meet.'],
    ['18. bis We meet.', 'number 18 bis | We meet.'],
    ['18 *bis*. We meet.', 'number 18 bis | We meet.'],
    ['18 ter We meet.', 'number 18 ter | We meet.'],
    ['18 alt We meet.', 'number 18 alt | We meet.'],
    ['18 alt 2 We meet.', 'number 18 alt 2 | We meet.'],
    ['18 alt. 2. We meet.', 'number 18 alt 2 | We meet.'],
    ['[3.] We meet.', 'number 3 | We meet.'],
    ['[18 alt 2.] We meet.', 'number 18 alt 2 | We meet.'],
    ['[3. We meet.]', 'number 3 | [We meet.]'],
    ['**3.** We meet.', 'number 3 | We meet.'],
    ['**3. We meet.**', 'number 3 | **We meet.**'],
    ['PP4 Recalling rivers,', 'number PP4 | Recalling rivers,'],
    ['PP4 bis Recalling rivers,', 'number PP4 bis | Recalling rivers,'],
    ['OP12 alt Decides', 'number OP12 alt | Decides'],
    ['OP 12. Decides', 'number OP12 | Decides'],
    ['[PP4] Recalling', 'number PP4 | Recalling'],
    ['Option 1: We meet.', 'option Option 1 | We meet.'],
    ['(a) the river', 'letter a | the river'],
    ['[(a) the river]', 'letter a | [the river]'],
    ['(iv) the river', 'letter iv | the river'],
    ['(a) bis the river', 'letter a bis | the river'],
    ['a) the river', 'letter a | the river'],
    ['- (a) The river', 'letter a | The river'],
    ['I. Rivers', 'capital I | Rivers'],
    ['**II. Lakes**', 'capital II | **Lakes**'],
    ['B. Lakes', 'capital B | Lakes'],
    ['Chapter II: Lakes', 'chapter II | Lakes'],
    ['• the river', 'bullet • | the river'],
    ['– the river', 'bullet • | the river'],
    ['¹² See the plan.', 'note 12 | See the plan.'],
    ['<sup>1</sup> See the plan.', 'note 1 | See the plan.'],
    ['\\*\\* Not edited.', 'note ** | Not edited.'],
    ['[^3]: See the plan.', 'note 3 | See the plan.'],
    ['26', 'bare 26 | '],
  ])('reads %j', (line, expected) => {
    expect(read(line)).toBe(expected)
  })

  it.each([
    '2019. It was a good year',
    '3.5 million people',
    '18 rivers and lakes',
    '18 alternatives',
    '10:30 in the morning',
    '(the) river',
    '(see above)',
    'e.g. the river',
    'We meet.',
    'IIII. Rivers',
    '[text] of ours',
    '217 A (III)',
  ])('takes %j for words', line => {
    expect(read(line)).toBeNull()
  })
})
