import { expect, it } from 'vitest'
import { readSummary } from '../../../shared/exchange/readSummary.ts'
import { readDocument } from './readOutline.ts'

it('summarizes a document under full labels, without note marks, with the place of each note', () => {
  const raw = [
    'Item 2 of the agenda*',
    'Outcome of the meeting on rivers',
    'We, the people of the valley,¹ have met.',
    'I. Talks²',
    'A. Opening',
    '1. We list:³',
    '(a) one:⁴',
    '(i) inner;⁵',
    '1 bis. We add.',
    'We add without number.',
    ...['* Star.', '¹ One.', '² Two.', '³ Three.', '⁴ Four.', '⁵ Five.', '⁶ Six.'],
  ].join('\n\n')
  expect(readSummary(readDocument(raw))).toEqual({
    title: 'Outcome of the meeting on rivers',
    chapters: [{ label: 'I', text: 'Talks' }],
    sections: [{ label: 'A', text: 'Opening' }],
    paragraphs: [
      { label: '1', text: 'We list:' },
      { label: '1 bis', text: 'We add.' },
      { label: '', text: 'We add without number.' },
    ],
    subparagraphs: [
      { label: '1 (a)', text: 'one:' },
      { label: '1 (a) (i)', text: 'inner;' },
    ],
    footnotes: [
      { label: '1', text: 'One.', at: 'chapeau' },
      { label: '2', text: 'Two.', at: 'I' },
      { label: '3', text: 'Three.', at: '1' },
      { label: '4', text: 'Four.', at: '1 (a)' },
      { label: '5', text: 'Five.', at: '1 (a) (i)' },
      { label: '6', text: 'Six.', at: null },
      { label: '*', text: 'Star.', at: 'masthead' },
    ],
    warnings: ['Note 6 has no mark in the text.'],
  })
})
