import { expect, test } from 'vitest'
import { readText } from '../../../shared/exchange/readText.ts'
import { describedAs } from '../../../shared/shelf/describedAs.ts'
import { unfitReason } from '../../../shared/shelf/unfitReason.ts'
import { wordsIn } from '../../../shared/shelf/wordsIn.ts'
import { declaration2019 } from '../../../shared/specimen/declaration2019.ts'
import { draftMidterm } from '../../../shared/specimen/draftMidterm.ts'
import { officialText } from '../exchange/officialText.ts'

const read = (text: string) => {
  const document = readText(text)
  if ('refused' in document) throw new Error(document.refused)
  return document
}
const described = (text: string) => describedAs(read(text))

test('R115: the official text of an instrument proposes what is known of it', () => {
  expect(described(officialText('high-level-declaration-2024'))).toEqual({
    title: '2024 high-level declaration',
    symbol: 'E/2024/28',
    year: 2024,
    published: 'https://docs.un.org/en/E/2024/28',
    isAgreed: true,
  })
})

test('R116: of any other text its own title, symbol and date are proposed, and never that it was agreed', () => {
  expect(described(officialText('chair-summary-2022'))).toMatchObject({ year: 2022, symbol: null, isAgreed: false })
  expect(described(officialText('round-tables-background-note-2024'))).toMatchObject({
    title: expect.stringMatching(/^Background note/),
    year: 2024,
    isAgreed: false,
  })
  expect(described(officialText('ungass-facilitator-remarks-2018'))).toMatchObject({ year: 2018, isAgreed: false })
  const lent = 'E/2015/70\n\nDistr.: General\n12 May 2015\n\nReport on the lending of instruments\n\n1. We lend them.\n'
  expect(described(lent)).toEqual({
    title: 'Report on the lending of instruments',
    symbol: 'E/2015/70',
    year: 2015,
    published: 'https://docs.un.org/en/E/2015/70',
    isAgreed: false,
  })
})

test('R114: a draft of an instrument and its rendering are not taken for the instrument', () => {
  expect(described(declaration2019)).toMatchObject({ year: 2019, symbol: null, isAgreed: false })
  expect(described(draftMidterm)).toMatchObject({ symbol: 'E/CN.7/2024/CRP.3', published: null, isAgreed: false })
  const draft = 'Zero draft\n\n14 March 2019\n\nMinisterial Declaration of 2019\n\n1. We shall lend them.\n'
  expect(described(draft)).toMatchObject({ title: 'Ministerial Declaration of 2019', isAgreed: false })
})

test('a text is counted in words of its title, headings and paragraphs, and without a paragraph it is unfit', () => {
  const document = read(
    'Vienna, 14 March 2019\n\nReport on lending\n\n1. We lend non-public instruments – often.¹\n\n¹ See above.\n',
  )
  expect(wordsIn(document)).toBe(8)
  expect(unfitReason(document)).toBeNull()
  const blocks = document.blocks.filter(({ kind }) => kind === 'title' || kind === 'masthead')
  expect(unfitReason({ ...document, blocks })).toContain('No paragraph')
})
