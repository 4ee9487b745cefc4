import { describe, expect, it } from 'vitest'
import { readDocument, readOutline, warningsOf } from './readOutline.ts'

const TITLE = 'Outcome of the meeting on rivers'

/** The blocks behind the title. */
function bodyOf(...paragraphs: readonly string[]): readonly string[] {
  return readOutline([TITLE, ...paragraphs].join('\n\n')).slice(1)
}

describe('the parts of a document (D1)', () => {
  it('finds masthead, symbol, title, chapeau, chapters, sections, paragraphs and sub-paragraphs', () => {
    const raw = [
      'E/CN.99/2031/L.4',
      'Distr.: Limited\n3 May 2031',
      'Committee on Rivers',
      'Item 2 of the agenda*',
      TITLE,
      'We, the people of the valley, have met.',
      'I. What we share',
      '1. We agree on the following:',
      '(a) the water;',
      '(b) the fish:',
      '(i) those that swim;',
      '(ii) those that rest;',
      '(c) the banks.',
      'II. What follows',
      'A. Bridges',
      '2. We build.',
      'B. Boats',
      '3. We sail.',
      'C. Swimming',
      '4. We swim.',
    ].join('\n\n')
    const document = readDocument(`${raw}\n\n* E/CN.99/2031/1.`)
    expect(document.title).toBe(TITLE)
    expect(document.symbol).toBe('E/CN.99/2031/L.4')
    expect(document.warnings).toEqual([])
    expect(readOutline(raw)).toEqual([
      'masthead | E/CN.99/2031/L.4',
      'masthead | Distr.: Limited',
      'masthead | 3 May 2031',
      'masthead | Committee on Rivers',
      'masthead | Item 2 of the agenda{*}',
      `title | ${TITLE}`,
      'chapeau | We, the people of the valley, have met.',
      'chapter I | What we share',
      'paragraph 1 | We agree on the following:',
      '  subparagraph a | the water;',
      '  subparagraph b | the fish:',
      '    subparagraph i | those that swim;',
      '    subparagraph ii | those that rest;',
      '  subparagraph c | the banks.',
      'chapter II | What follows',
      'section A | Bridges',
      'paragraph 2 | We build.',
      'section B | Boats',
      'paragraph 3 | We sail.',
      'section C | Swimming',
      'paragraph 4 | We swim.',
    ])
  })

  it('reads the letter i behind h as a letter and not as a roman numeral', () => {
    const letters = 'abcdefghij'.split('').map(letter => `(${letter}) item;`)
    expect(bodyOf('1. We list:', ...letters).slice(9)).toEqual(['  subparagraph i | item;', '  subparagraph j | item;'])
    const inside = [...letters.slice(0, 7), '(h) item:', '(i) inner;', '(ii) inner;']
    expect(bodyOf('1. We list:', ...inside).slice(9)).toEqual([
      '    subparagraph i | inner;',
      '    subparagraph ii | inner;',
    ])
  })

  it('tells chapters from sections where a letter could be either', () => {
    const sections = 'ABCDEFGHI'.split('').map(letter => `${letter}. Heading`)
    expect(bodyOf(...sections, '1. We end.').slice(0, -1)).toEqual(
      sections.map(text => `section ${text.replace('.', ' |')}`),
    )
    expect(bodyOf('IV. Heading', 'V. Heading', '1. We end.').slice(0, 2)).toEqual([
      'chapter IV | Heading',
      'chapter V | Heading',
    ])
  })

  it('reads a resolution with preambular and operative paragraphs, numbered or not', () => {
    const numbered = ['The Committee,', 'PP1 Recalling its plan,', 'PP2 *Noting* the rivers,', 'OP1 Decides to meet;']
    expect(bodyOf('The Committee on Rivers,', ...numbered.slice(1))).toEqual([
      'chapeau | The Committee on Rivers,',
      'paragraph PP1 | Recalling its plan,',
      'paragraph PP2 | Noting the rivers,',
      'paragraph OP1 | Decides to meet;',
    ])
    const bare = ['The Committee on Rivers,', '*Recalling* its plan,', 'Mindful of the sea,', '1. Decides to meet;']
    expect(bodyOf(...bare)).toEqual([
      'chapeau | The Committee on Rivers,',
      'paragraph | Recalling its plan,',
      'paragraph | Mindful of the sea,',
      'paragraph 1 | Decides to meet;',
    ])
  })

  it('reads bullets as sub-paragraphs under a colon and as paragraphs elsewhere', () => {
    expect(bodyOf('1. We list:', '- one thing;\n- another thing.', '## Talk', '* a question?')).toEqual([
      'paragraph 1 | We list:',
      '  subparagraph • | one thing;',
      '  subparagraph • | another thing.',
      'chapter | Talk',
      'paragraph • | a question?',
    ])
  })

  it('reads markdown and bold headings, also two glued together', () => {
    const raw =
      '**Committee on Rivers****Fifth session**\n\n**Summary of the talks\\*\\***\n\n**Background**\n\n1. We met.\n\n\\*\\* Not edited.'
    expect(readOutline(raw)).toEqual([
      'masthead | Committee on Rivers',
      'masthead | Fifth session',
      'title | Summary of the talks{**}',
      'section | Background',
      'paragraph 1 | We met.',
    ])
    expect(bodyOf('## II. Talks', '### (a) Opening', '1. We met.', '(b) **Closing**', '2. We left.')).toEqual([
      'chapter II | Talks',
      'section a | Opening',
      'paragraph 1 | We met.',
      'section b | Closing',
      'paragraph 2 | We left.',
    ])
  })

  it('R80: guesses a heading from its shape and says so', () => {
    const raw = [TITLE, '1. We met.', 'Further talks', '2. We left.'].join('\n\n')
    expect(readOutline(raw)[2]).toBe('section | Further talks')
    expect(readDocument(raw).warnings).toMatchObject([{ sentence: expect.stringContaining('Further talks'), block: 2 }])
  })
})

describe('numbers and notes that do not add up', () => {
  it('R80: warns about gaps, repetitions and wrong order, and changes no number (D4)', () => {
    const raw = [TITLE, '1. One.', '4. Four.', '4. Again.', '3. Three.', '3 bis. More.', '9 alt. Lost.'].join('\n\n')
    expect(
      readOutline(raw)
        .slice(1)
        .map(line => line.split(' |')[0]),
    ).toEqual(['1', '4', '4', '3', '3 bis', '9 alt'].map(label => `paragraph ${label}`))
    expect(warningsOf(raw)).toEqual([
      'Paragraph 4 follows paragraph 1: 2 numbers are missing.',
      'Paragraph number 4 is used more than once.',
      'Paragraph 3 comes after paragraph 4.',
      'Paragraph 9 alt does not stand behind paragraph 9.',
    ])
  })

  it('R80: warns about notes without mark and marks without note (D22)', () => {
    const raw = [TITLE, '1. We know¹ and² see.', '¹ Yes.', '³ No.'].join('\n\n')
    expect(warningsOf(raw)).toEqual(['The mark 2 has no note.', 'Note 3 has no mark in the text.'])
  })

  it('lists the numbered notes in series and the star notes behind them', () => {
    const document = readDocument(
      [`${TITLE}*`, '1. We know.² And see.¹', '* Star.', '² Two, *ibid.*', '¹ One.'].join('\n\n'),
    )
    expect(document.notes.map(({ label, text }) => `${label} ${text}`)).toEqual(['1 One.', '2 Two, ibid.', '* Star.'])
    expect(document.notes[1]?.italics).toEqual([{ from: 5, to: 10 }])
  })

  it('R80: keeps a paragraph whose words are gone and says so (D18a)', () => {
    const raw = [TITLE, '1. We met.', '2.', '3. We left.'].join('\n\n')
    expect(readOutline(raw)[2]).toBe('paragraph 2 | ')
    expect(warningsOf(raw)).toEqual(['Paragraph 2 has no words.'])
  })

  it('R80: keeps every kind of square bracket as words (D6, D11, D12)', () => {
    const words = 'We [shall][should] act [, with care - US, Canada delete] [today](EU). [Agreed ad ref]'
    expect(bodyOf(`1. ${words}`)).toEqual([`paragraph 1 | ${words}`])
  })
})
