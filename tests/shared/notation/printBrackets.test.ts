import { describe, expect, test } from 'vitest'
import { parseNotation } from '../../../shared/notation/parseNotation.ts'
import { layOut } from '../../harness/layOut.ts'

const examples = [
  'States shall [extreme - US; G77 delete] caution.',
  'We commit [to launch a process - US, Canada delete] this year.',
  'We [take note of - EU, G77 retain / welcome - US] the report.',
  'States shall [promote - Japan delete / ensure - EU / advance - US, Mexico] rights.',
  'We note growth[, and the demand [in every region  - MX]grows - G77; US delete] again.',
  '[We, the Ministers - EU] gather.',
  'We gather[ in Vienna - EU].',
  'We [deeply  - EU][gravely  - US]regret it.',
  'We [note - US delete][with concern - EU; Japan reserve] it.',
  'One [two [three [four - D] - C] - B] five.',
]

describe('R71: brackets print as in negotiating texts, and what is printed can be read back', () => {
  for (const notation of examples)
    test(`R71: ${notation}`, () => {
      expect(layOut(notation).room.print()).toBe(notation)
    })

  test('R71: a bracket that names nobody is only words', () => {
    expect(parseNotation('as it stood [sic] and [Agreed ad ref] then')).toEqual([
      'as it stood [sic] and [Agreed ad ref] then',
    ])
  })

  test('R71: a bracket that is not closed is only words', () => {
    expect(parseNotation('we [promote - EU')).toEqual(['we [promote - EU'])
  })
})
