import { describe, expect, test } from 'vitest'
import { readSummary } from '../../../shared/exchange/readSummary.ts'
import { labelled, p, r, readWord } from './wordText.ts'

const TITLE = p('Draft declaration on the lending of instruments')
const inserted = (author: string, inside: string) => `<w:ins w:id="1" w:author="${author}">${inside}</w:ins>`
const deleted = (author: string, text: string) =>
  `<w:del w:id="2" w:author="${author}"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

describe('tracked changes of a Word file', () => {
  test('R84: what is inserted is read in, what is deleted is left out, and each changed paragraph asks about it', async () => {
    const document = await readWord(
      TITLE +
        p('1. We meet every year.') +
        p('2. We shall ', inserted('EU', r('promptly ')), deleted('US', 'always '), 'lend the instruments.') +
        p('3. We go home.'),
    )
    expect(labelled(document)).toEqual([
      '1 | We meet every year.',
      '2 | We shall promptly lend the instruments.',
      '3 | We go home.',
    ])
    expect(document.warnings).toEqual([
      {
        sentence:
          'The file has tracked changes by EU and US: one insertion was read in and one deletion was left out, as if all were accepted. Is this the text to begin with?',
        block: null,
      },
      { sentence: 'Tracked changes: “promptly” is inserted by EU; “always” is deleted by US.', block: 2 },
    ])
  })

  test('R84: what one inserted and another deleted is left out; moved words stand where they were moved to', async () => {
    const moved = (name: string) => `<w:${name} w:author="G77">${r('We lend.')}</w:${name}>`
    const document = await readWord(
      TITLE +
        p('1. We meet', inserted('EU', deleted('US', ' twice')), ' every year. ', moved('moveFrom')) +
        p('2. We write a list. ', moved('moveTo')),
    )
    expect(labelled(document)).toEqual(['1 | We meet every year.', '2 | We write a list. We lend.'])
    expect(document.warnings[0]?.sentence).toContain(
      'by US and G77: one insertion was read in and 2 deletions were left out',
    )
  })

  test('R84: paragraphs whose end is deleted are one; a paragraph deleted whole has no number', async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const ended = (mark: string) => `<w:pPr>${list}<w:rPr>${mark}</w:rPr></w:pPr>`
    const gone = '<w:del w:author="US"/>'
    const document = await readWord(
      TITLE +
        p(ended(''), 'We meet every year.') +
        p(ended(gone), deleted('US', 'We never pay.')) +
        p(ended(gone), 'We lend the instruments') +
        p(ended(''), ' to whoever asks.'),
      {
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      },
    )
    expect(labelled(document)).toEqual(['1 | We meet every year.', '2 | We lend the instruments to whoever asks.'])
  })
})

describe('the notes of a Word file', () => {
  const note = (id: string, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
  const mark = (id: string) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`

  test('R83: notes are numbered as Word numbers them, by their marks; those deleted with their marks are left out', async () => {
    const document = await readWord(
      TITLE +
        p('1. We meet.', mark('7'), deleted('US', ' And')) +
        p(`2. We lend.`, `<w:del w:author="US">${mark('3')}</w:del>`, mark('5')),
      {
        footnotes: `<w:footnote w:id="0" w:type="separator">${p('')}</w:footnote>${note('3', 'Gone.')}${note('5', 'Second.')}${note('7', 'First.')}`,
      },
    )
    expect(readSummary(document).footnotes).toEqual([
      { label: '1', text: 'First.', at: '1' },
      { label: '2', text: 'Second.', at: '2' },
    ])
  })

  test('R83: a mark that somebody typed keeps its star; endnotes go on in the series of footnotes', async () => {
    const typed = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    const document = await readWord(
      TITLE +
        p('Item 3 of the agenda', typed) +
        p('1. We meet.', mark('3'), '') +
        p('2. We lend.', '<w:r><w:endnoteReference w:id="1"/></w:r>'),
      {
        footnotes: note('2', '* A/1.') + note('3', 'First.'),
        endnotes: `<w:endnote w:id="1">${p('Second.')}</w:endnote>`,
      },
    )
    expect(readSummary(document).footnotes).toEqual([
      { label: '1', text: 'First.', at: '1' },
      { label: '2', text: 'Second.', at: '2' },
      { label: '*', text: 'A/1.', at: 'masthead' },
    ])
  })

  test('R83: digits set above the line are marks, and powers behind a unit', async () => {
    const raised = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>')
    const document = await readWord(
      TITLE + p('1. We share 10 km', raised('2'), ' of shelves.', raised('1')) + p(raised('1'), ' See the list.'),
    )
    expect(labelled(document)).toEqual(['1 | We share 10 km² of shelves.'])
    expect(readSummary(document).footnotes).toEqual([{ label: '1', text: 'See the list.', at: '1' }])
  })
})

describe('the numbers Word computes', () => {
  const level = (depth: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const lists = `<w:abstractNum w:abstractNumId="4">${level(0, 'decimal', '%1.', '<w:pStyle w:val="Numbered"/>')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'lowerRoman', '(%3)')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>`
  const at = (list: number, depth: number, text: string) =>
    p(`<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`, text)

  test('R83: levels begin anew below each other, a list goes on behind other text, and one may begin elsewhere', async () => {
    const document = await readWord(
      TITLE +
        at(1, 0, 'We lend:') +
        at(1, 1, 'Saws, namely:') +
        at(1, 2, 'Long ones;') +
        at(1, 2, 'Short ones;') +
        at(1, 1, 'Hammers.') +
        p('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', 'Second part') +
        at(1, 0, 'We keep lists:') +
        at(1, 1, 'Of saws.') +
        at(2, 0, 'We meet again.'),
      {
        numbering: lists,
        styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
      },
    )
    expect(labelled(document)).toEqual([
      '1 | We lend:',
      '2 | We keep lists:',
      '9 | We meet again.',
      '1 (a) | Saws, namely:',
      '1 (a) (i) | Long ones;',
      '1 (a) (ii) | Short ones;',
      '1 (b) | Hammers.',
      '2 (a) | Of saws.',
    ])
    expect(readSummary(document).chapters).toEqual([{ label: '', text: 'Second part' }])
  })

  test('R83: a style numbers its paragraphs, unless one of them says no; empty ones count for nothing', async () => {
    const styled = (more: string, text: string) => p(`<w:pPr><w:pStyle w:val="Numbered"/>${more}</w:pPr>`, text)
    const document = await readWord(
      TITLE +
        styled('', 'We meet.') +
        styled('', '') +
        styled('<w:numPr><w:numId w:val="0"/></w:numPr>', 'We lend.') +
        styled('', 'We go.'),
      {
        numbering: lists,
        styles:
          '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      },
    )
    expect(labelled(document)).toEqual(['1 | We meet.', ' | We lend.', '2 | We go.'])
  })
})

describe('what else stands in a Word file', () => {
  test('R83: italics are kept, bold lines are headings, and signs of markdown are words', async () => {
    const document = await readWord(
      p(r('Draft declaration on lending', '<w:b/>')) +
        p(r('Aims', '<w:b/>')) +
        p('1. We lend, ', r('inter alia', '<w:i/>'), r(', ', '<w:i/>'), 'saws_and 3 * 4 [or [not](http://x.y)].'),
    )
    expect(readSummary(document)).toMatchObject({
      title: 'Draft declaration on lending',
      sections: [{ label: '', text: 'Aims' }],
    })
    const [paragraph] = document.blocks.filter(({ kind }) => kind === 'paragraph')
    expect(paragraph?.text).toBe('We lend, inter alia, saws_and 3 * 4 [or [not](http://x.y)].')
    expect(paragraph?.italics).toEqual([{ from: 9, to: 20 }])
    expect(paragraph?.marks).toEqual([])
  })

  test('R83: the head of the first page is the masthead; running heads, pictures, comments and hidden words are left out and said', async () => {
    const document = await readWord(
      p('Draft declaration on the lending of instruments') +
        p('1. We meet', r(' secretly', '<w:vanish/>'), '.', '<w:r><w:drawing/></w:r>') +
        '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/><w:titlePg/></w:sectPr>',
      {
        header1: p('E/CN.7/2031/L.9'),
        header2: p('Lending of instruments'),
        comments: `<w:comment w:id="1">${p('Why?')}</w:comment>`,
      },
    )
    expect(document.symbol).toBe('E/CN.7/2031/L.9')
    expect(labelled(document)).toEqual(['1 | We meet.'])
    expect(document.warnings.map(({ sentence }) => sentence)).toEqual([
      'One line was left out as running heads, page numbers or job numbers: “Lending of instruments”.',
      'One comment was left out.',
      'Hidden words were left out.',
      'One picture was left out.',
    ])
  })

  test('R80: the words of tables and text boxes are read, once', async () => {
    const box = (kind: string) =>
      `<mc:${kind}><w:pict><w:txbxContent>${p('In a box.')}</w:txbxContent></w:pict></mc:${kind}>`
    const document = await readWord(
      TITLE +
        p(
          `1. We meet. ${'Then we talk of other things. '.repeat(8)}`,
          `<w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r>`,
        ) +
        `<w:tbl><w:tr><w:tc>${p('2. We lend.')}</w:tc><w:tc>${p('3. We go.')}</w:tc></w:tr></w:tbl>`,
    )
    expect(labelled(document).map(line => line.slice(0, 14))).toEqual([
      '1 | We meet. T',
      ' | In a box.',
      '2 | We lend.',
      '3 | We go.',
    ])
    expect(document.warnings).toEqual([
      { sentence: 'One table is in the text; its cells were read one after the other.', block: null },
    ])
  })
})

test('R83: a mark without a note in the file, and a paragraph whose list the file does not know, are said', async () => {
  const document = await readWord(
    TITLE +
      p('1. We meet.', '<w:r><w:footnoteReference w:id="4"/></w:r>') +
      p('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>', 'We lend.'),
  )
  expect(labelled(document)).toEqual(['1 | We meet.', ' | We lend.'])
  expect(document.warnings.map(({ sentence }) => sentence)).toEqual([
    'One note mark has no note in the file, and was left out.',
    'One paragraph has lost its number: the file does not say how it is counted.',
  ])
})
