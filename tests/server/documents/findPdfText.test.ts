import { describe, expect, test } from 'vitest'
import { readSummary } from '../../../shared/exchange/readSummary.ts'
import { pdfFileOf } from '../../harness/pdfFileOf.ts'
import { readDocument as readPlain } from '../../shared/exchange/readOutline.ts'
import { drawnPdf, readPdf } from './pdfText.ts'
import { expectSame } from './sameSummary.ts'
import { labelled } from './wordText.ts'

const TOOLS =
  'saws hammers planes ladders ropes drills lathes chisels files rulers lamps scales pumps kettles brushes needles'.split(
    ' ',
  )

/** Some sentences, other ones for each number: what repeats at the edge of pages is no text. */
function sentences(number: number, many: number): string {
  const tool = (nth: number) => TOOLS[(number * 5 + nth * nth * 3) % TOOLS.length]
  const sentence = (nth: number) =>
    `We lend our ${tool(nth)} to whoever asks for ${tool(nth + 1)}, and take ${tool(nth + 2)} back in good order.`
  return Array.from({ length: many }, (_, nth) => sentence(nth)).join(' ')
}

const LONG = readPlain(
  [
    'Draft declaration on the lending of instruments to whoever needs them',
    'We, the delegations assembled, have agreed on the following.',
    'I. Aims',
    ...Array.from(
      { length: 30 },
      (_, nth) => `${nth + 1}. ${sentences(nth, (nth % 5) + 1)}${nth % 3 === 0 ? superscript(nth / 3 + 1) : ''}`,
    ),
    ...Array.from(
      { length: 10 },
      (_, nth) => `${superscript(nth + 1)} See the list of instruments. ${sentences(nth + 50, 4)}`,
    ),
  ].join('\n\n'),
)

function superscript(number: number): string {
  return String(number).replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
}

describe('a PDF of several pages', () => {
  test('R85, R86: paragraphs over pages are whole, and each note, split over pages or not, is at its mark', async () => {
    const read = await readPdf(await pdfFileOf(LONG))
    expectSame(read, LONG)
    expect(read.notes).toHaveLength(10)
    expect(read.warnings[0]?.sentence).toMatch(
      /^\d+ lines were left out as running heads, page numbers or job numbers: “1”, “Lending of instruments”/,
    )
  })

  test('R85: numbers of lines in the margin are left out, each or each fifth, and said', async () => {
    for (const lineNumbers of [1, 5] as const) {
      const read = await readPdf(await pdfFileOf(LONG, { lineNumbers }))
      expectSame(read, LONG)
      expect(read.warnings.map(({ sentence }) => sentence)).toContainEqual(
        expect.stringMatching(/^\d+ line numbers in the margin were left out\.$/),
      )
    }
  })

  test('R85: paragraphs without room between them are told by their indents', async () => {
    expectSame(await readPdf(await pdfFileOf(LONG, { indents: true })), LONG)
  })
})

test('R85: words cut at line ends are whole; where nothing is cut, a hyphen at a line end is the word’s own', async () => {
  const column = (
    pdf: PDFKit.PDFDocument,
    put: (text: string, x: number, down: number) => void,
    lines: readonly string[],
  ) => {
    pdf.addPage()
    put('Draft declaration on lending', 100, 80)
    for (const [nth, line] of lines.entries()) put(line, 100, 110 + 14 * nth)
  }
  const cut = [
    '1. We shall lend instruments to whoever asks for them, and these instru-',
    'ments shall be returned in time, after consul-',
    'tation with those who lent them to us.',
  ]
  const own = [
    '1. We shall lend instruments to whoever asks for them, in a balanced and evidence-',
    'based manner, and they shall be returned.',
  ]
  const [first, second] = await Promise.all(
    [cut, own].map(async lines => readPdf(await drawnPdf((pdf, put) => column(pdf, put, lines)))),
  )
  expect(labelled(first ?? LONG)).toEqual([
    '1 | We shall lend instruments to whoever asks for them, and these instruments shall be returned in time, after consultation with those who lent them to us.',
  ])
  expect(first?.warnings).toEqual([
    { sentence: '“consultation” was cut at the end of a line; its hyphen is a guess.', block: 1 },
  ])
  expect(labelled(second ?? LONG)[0]).toContain('a balanced and evidence-based manner')
  expect(second?.warnings).toEqual([])
})

test('R86: raised digits are marks, behind a unit they are powers; italics and bold headings are kept', async () => {
  const read = await readPdf(
    await drawnPdf((pdf, put) => {
      pdf.addPage()
      put('Draft declaration on lending', 100, 80, 14, 'Times-Bold')
      put('Aims of lending', 100, 110, 11, 'Times-Bold')
      put('1.', 100, 140)
      put('We share 10 km', 130, 140)
      put('2', 130 + pdf.widthOfString('We share 10 km'), 136, 7)
      put('of shelves,', 212, 140)
      put('inter alia,', 265, 140, 11, 'Times-Italic')
      put('for saws.', 313, 140)
      put('1', 313 + pdf.widthOfString('for saws.'), 136, 7)
      put('1', 100, 756, 6)
      put('See the list.', 106, 760, 9)
    }),
  )
  expect(labelled(read)).toEqual(['1 | We share 10 km² of shelves, inter alia, for saws.'])
  const [paragraph] = read.blocks.filter(({ kind }) => kind === 'paragraph')
  expect(paragraph?.italics.map(({ from, to }) => paragraph.text.slice(from, to))).toEqual(['inter alia,'])
  expect(readSummary(read)).toMatchObject({
    title: 'Draft declaration on lending',
    sections: [{ label: '', text: 'Aims of lending' }],
    footnotes: [{ label: '1', text: 'See the list.', at: '1' }],
  })
})

test('R85: a masthead in two columns is read line by line, and what is set aslant is left out and said', async () => {
  const read = await readPdf(
    await drawnPdf((pdf, put) => {
      pdf.addPage()
      put('United Nations', 80, 60)
      put('E/CN.7/2031/L.9', 420, 60)
      put('Economic and Social Council', 80, 90, 14, 'Times-Bold')
      put('Distr.: Limited', 420, 90)
      put('14 March 2031', 420, 104)
      put('Draft declaration on the lending of instruments', 80, 200, 14, 'Times-Bold')
      put('1. We meet every year.', 80, 240)
      pdf.rotate(45, { origin: [300, 500] })
      put('DRAFT', 300, 500, 60)
    }),
  )
  expect(read.symbol).toBe('E/CN.7/2031/L.9')
  expect(read.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'masthead: United Nations',
    'masthead: E/CN.7/2031/L.9',
    'masthead: Economic and Social Council',
    'masthead: Distr.: Limited',
    'masthead: 14 March 2031',
    'title: Draft declaration on the lending of instruments',
    'paragraph: We meet every year.',
  ])
  expect(read.warnings).toEqual([{ sentence: 'One line set sideways or aslant was left out.', block: null }])
})

test('R85, R86: an official text of two pages, with its symbol on both, job numbers, and a typed line above the notes', async () => {
  const read = await readPdf(
    await drawnPdf((pdf, put) => {
      pdf.addPage()
      put('United Nations', 80, 60)
      put('E', 410, 60, 20, 'Times-Bold')
      put('/CN.7/2031/L.9', 410 + pdf.widthOfString('E'), 60, 10)
      put('Draft declaration on the lending of instruments', 80, 200, 14, 'Times-Bold')
      put('1.', 80, 640)
      put('We lend what we have, and we take back what we have lent, in good order', 110, 640)
      put(
        '1',
        110 + pdf.widthOfString('We lend what we have, and we take back what we have lent, in good order'),
        636,
        6,
      )
      put('and in good time, as was agreed by all of us when we last met. We keep a list', 80, 654)
      put('__________________', 80, 700)
      put('1', 92, 711, 6)
      put('See the list of the instruments that were lent, which was drawn up by the', 98, 715, 9)
      put('V.31-01234 (E) 150331 160331', 80, 790, 9)
      put('*3101234*', 430, 790, 9)
      pdf.addPage()
      put('E/CN.7/2031/L.9', 80, 50, 9)
      put('of what was lent, to whom, and for how long.', 80, 100)
      put('__________________', 80, 700)
      put('keeper of the shelf.', 80, 715, 9)
      put('2/2', 80, 790, 9)
      put('V.31-01234', 430, 790, 9)
    }),
  )
  expect(read.symbol).toBe('E/CN.7/2031/L.9')
  expect(labelled(read)).toEqual([
    '1 | We lend what we have, and we take back what we have lent, in good order and in good time, as was agreed by all of us when we last met. We keep a list of what was lent, to whom, and for how long.',
  ])
  expect(readSummary(read).footnotes).toEqual([
    {
      label: '1',
      text: 'See the list of the instruments that were lent, which was drawn up by the keeper of the shelf.',
      at: '1',
    },
  ])
})

test('R85: a page of two columns is read one column after the other, its title across both first', async () => {
  const words = LONG.blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text.replaceAll('\ufffc', ''))
  const lines = words
    .slice(0, 8)
    .flatMap((text, nth) => [`${nth + 1}. ${text}`.match(/.{1,38}(?:\s|$)/g) ?? [], ['']].flat())
  const read = await readPdf(
    await drawnPdf((pdf, put) => {
      pdf.addPage()
      put('Draft declaration on the lending of instruments to whoever needs them', 100, 60, 13, 'Times-Bold')
      for (const [nth, line] of lines.entries()) {
        // The columns do not stand at one height.
        const half = Math.ceil(lines.length / 2)
        if (nth < half) put(line.trim(), 60, 100 + 14 * nth)
        else put(line.trim(), 310, 106 + 14 * (nth - half))
      }
    }),
  )
  expect(read.title).toBe('Draft declaration on the lending of instruments to whoever needs them')
  expect(labelled(read)).toEqual(words.slice(0, 8).map((text, nth) => `${nth + 1} | ${text}`))
})

test('R85: a PDF that everybody may open and only some may print or change is read', async () => {
  const settings = { ownerPassword: 'saw', permissions: { printing: 'lowResolution', copying: false } }
  const read = await readPdf(
    await drawnPdf((pdf, put) => {
      pdf.addPage()
      put('Draft declaration on lending', 100, 80)
      put('1. We meet every year.', 100, 110)
    }, settings),
  )
  expect(labelled(read)).toEqual(['1 | We meet every year.'])
})

test('R85: a justified line of few words is one line, and what looks like a label goes on behind "under"', async () => {
  const full = 'We keep the list of what was lent by each of us, and we follow what was said of lists under'
  const stretched = ['Chapter', 'VI,', 'where', 'lending', 'stands']
  const read = await readPdf(
    await drawnPdf((pdf, put) => {
      pdf.addPage()
      put('Draft declaration on lending', 80, 60)
      for (const nth of [0, 1, 2, 3]) {
        put(`${nth + 1}. ${full}`, 80, 100 + 60 * nth)
        const right = 80 + pdf.widthOfString(`${nth + 1}. ${full}`)
        const widths = stretched.map(word => pdf.widthOfString(word))
        const gap = (right - 80 - widths.reduce((sum, width) => sum + width, 0)) / (stretched.length - 1)
        let x = 80
        for (const [at, word] of stretched.entries()) {
          put(word, x, 114 + 60 * nth)
          x += gap + (widths[at] ?? 0)
        }
        put('for all of us.', 80, 128 + 60 * nth)
      }
    }),
  )
  expect(labelled(read)).toEqual(
    [1, 2, 3, 4].map(nth => `${nth} | ${full} Chapter VI, where lending stands for all of us.`),
  )
})

test('R85: a page that is only a picture is said', async () => {
  const read = await readPdf(
    await drawnPdf((pdf, put) => {
      pdf.addPage()
      put('Draft declaration on lending', 100, 80)
      put('1. We meet every year.', 100, 110)
      pdf.addPage().rect(50, 50, 400, 600).fill()
    }),
  )
  expect(read.warnings).toEqual([{ sentence: 'One page has no text; it may be a picture of a page.', block: null }])
})
