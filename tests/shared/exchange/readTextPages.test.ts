import { describe, expect, it } from 'vitest'
import { readDocument, readOutline, warningsOf } from './readOutline.ts'

const TITLE = 'Outcome of the meeting on rivers'

describe('text cut by pages, notes and lines', () => {
  it('R80: joins a paragraph cut by a page end and leaves running heads, page and job numbers out', () => {
    const raw = [
      'E/CN.99/2031/L.4',
      TITLE,
      '1. We recall the',
      '1/3 V.31-12345\n\fE/CN.99/2031/L.4',
      'rivers of the valley.',
      '2. We thank the Chair of the',
      'V.31-12345 2/3\n\fE/CN.99/2031/L.4',
      'Committee on Rivers.',
      '3\n\f3. We close.',
      'Please recycle',
    ].join('\n\n')
    expect(readOutline(raw)).toEqual([
      'masthead | E/CN.99/2031/L.4',
      `title | ${TITLE}`,
      'paragraph 1 | We recall the rivers of the valley.',
      'paragraph 2 | We thank the Chair of the Committee on Rivers.',
      'paragraph 3 | We close.',
    ])
    const [dropped, joined, ...others] = warningsOf(raw)
    for (const line of ['1/3 V.31-12345', 'E/CN.99/2031/L.4', '“3”', 'Please recycle']) expect(dropped).toContain(line)
    expect(joined).toContain('“Committee on Rivers.” was joined')
    expect(others).toEqual([])
  })

  it('R80: leaves out a running head that is known only by its repetition at page ends', () => {
    const raw = `${TITLE}\n\n1. We recall the\n\n1\n\fRivers in brief\n\nlakes.\n\n2. We note\n\n2\n\fRivers in brief\n\nthe sea.`
    expect(readOutline(raw).slice(1)).toEqual(['paragraph 1 | We recall the lakes.', 'paragraph 2 | We note the sea.'])
  })

  it('R80: joins a paragraph around the notes printed in its middle', () => {
    const raw = [`${TITLE}*`, '1. We recall the plan¹ of the', '* Reissued.', '¹ See the plan.', 'valley.'].join('\n\n')
    const document = readDocument(raw)
    expect(readOutline(raw)[1]).toBe('paragraph 1 | We recall the plan{1} of the valley.')
    expect(document.notes.map(note => note.label)).toEqual(['1', '*'])
    expect(document.warnings).toEqual([])
  })

  it('R80: puts the address on the line behind a note to the note, and an address in brackets to its paragraph', () => {
    const raw = [
      TITLE,
      '1. We published it¹',
      '¹ Available at:',
      'www.example.org/a_b.html.',
      '(www.example.org/c).',
    ].join('\n\n')
    expect(readOutline(raw)[1]).toBe('paragraph 1 | We published it{1} (www.example.org/c).')
    expect(readDocument(raw).notes[0]?.text).toBe('Available at: www.example.org/a_b.html.')
  })

  it('R80: joins hard-wrapped lines and takes no year or figure at a line start for a paragraph number', () => {
    const raw = `${TITLE} and lakes of the whole valley

1. We recall the outcome of the first meeting, which was held in
2019. It was a good meeting for all those who had taken part in
12. The water of the rivers is what we drink on every single day
and what the fish live in.
2. We note what is said in paragraph 1
(a) above.`
    expect(readOutline(raw).slice(1)).toEqual([
      'paragraph 1 | We recall the outcome of the first meeting, which was held in 2019. It was a good meeting for all ' +
        'those who had taken part in 12. The water of the rivers is what we drink on every single day and what the fish live in.',
      'paragraph 2 | We note what is said in paragraph 1 (a) above.',
    ])
  })

  it('R80: says so when even the expected number was read as part of a sentence', () => {
    const raw = `${TITLE}\n\n1. We note the results that are contained in paragraphs 1 and\n2. They are good.\n\n2. We close.`
    expect(readOutline(raw).slice(1)).toHaveLength(2)
    expect(warningsOf(raw)).toEqual([expect.stringContaining('not as paragraph 2')])
  })

  it('R80: mends words cut at a line end, keeps real hyphens, and says where it guessed', () => {
    const raw = `${TITLE}\n\n1. An imple-\nmentation that is evidence-\nbased in Inter-\nAmerican waters, with evidence-based views.`
    expect(readOutline(raw)[1]).toBe(
      'paragraph 1 | An implementation that is evidence-based in Inter-American waters, with evidence-based views.',
    )
    expect(warningsOf(raw)).toEqual(['“implementation” was cut at the end of a line; its hyphen is a guess.'])
  })

  it('understands numbers on a line of their own', () => {
    const raw = `${TITLE}\n\n1.\n\nWe meet.\n\n2.\nWe talk.\n\n3\n\nWe leave.`
    expect(readOutline(raw).slice(1)).toEqual([
      'paragraph 1 | We meet.',
      'paragraph 2 | We talk.',
      'paragraph 3 | We leave.',
    ])
    expect(warningsOf(raw)).toEqual([expect.stringContaining('The number 3 on a line of its own')])
  })

  it('reads Windows line ends, hard spaces, soft hyphens, smart quotes and a paste without blank lines', () => {
    const raw = `\ufeff${TITLE}\r\nWe, the people\u00a0here, have met.\r\nI. First\r\n1) We say \u201cye\u00ads\u201d\ufffc.\r\n2)\tWe list:\r\na) one;\r\nb) two.\r\n`
    expect(readOutline(raw)).toEqual([
      `title | ${TITLE}`,
      'chapeau | We, the people here, have met.',
      'chapter I | First',
      'paragraph 1 | We say “yes”.',
      'paragraph 2 | We list:',
      '  subparagraph a | one;',
      '  subparagraph b | two.',
    ])
  })
})
