import { afterAll, expect, onTestFinished, test } from 'vitest'
import { DocumentReader, type ReaderLimits } from '../../../server/documents/DocumentReader.ts'
import { pdfBomb } from '../../harness/pdfBomb.ts'
import { zipBomb, zipOf } from '../../harness/zipOf.ts'
import { drawnPdf } from './pdfText.ts'
import { p, wordFile } from './wordText.ts'

function reader(limits: Partial<ReaderLimits> = {}): DocumentReader {
  const reader = new DocumentReader(limits)
  onTestFinished(() => reader.close())
  return reader
}

/** For all tests that set no limits of their own. */
const common = new DocumentReader()
afterAll(() => common.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const letter = wordFile(p('Draft declaration on lending') + p('1. We meet.'))

test.each([
  ['broken in the middle', letter.slice(0, letter.length / 2), 'This file is broken: it cannot be unpacked.'],
  [
    'of other things',
    zipOf({ mimetype: 'application/epub+zip' }),
    'This is no Word document (.docx), but another packed file.',
  ],
  ['of broken XML', zipOf({ 'word/document.xml': '<w:document><w:body>' }), 'This Word document is broken.'],
  [
    'that unfolds to gigabytes',
    zipBomb('word/document.xml', '<w:document>', 3_000),
    'This file unfolds to far more than a text needs',
  ],
  ['with no words', wordFile(p('')), 'The text is empty.'],
])('R87: a packed file %s is refused with a sentence', async (_, bytes, sentence) => {
  expect(await common.read(bytes)).toEqual({ refused: expect.stringContaining(sentence) })
})

const page = (pdf: PDFKit.PDFDocument, text: string) => pdf.addPage().text(text, 100, 100)
const paper = await drawnPdf(pdf => page(pdf, 'Draft declaration on lending. 1. We meet.'))

test.each([
  [
    'locked with a password',
    await drawnPdf(pdf => page(pdf, 'We meet.'), { userPassword: 'saw' }),
    'This PDF is locked with a password: unlock it first.',
  ],
  ['broken in the middle', paper.slice(0, 300), 'This PDF is broken and cannot be read.'],
  ['of nothing but its name', bytesOf('%PDF-1.7\nand nothing'), 'This PDF is broken and cannot be read.'],
  [
    'that was scanned',
    await drawnPdf(pdf => void pdf.addPage().rect(50, 50, 400, 600).fill()),
    'This PDF has no text, only pictures of pages',
  ],
  [
    'of 2,000 pages',
    await drawnPdf(pdf => {
      for (let nth = 0; nth < 2_000; nth++) page(pdf, 'We meet.')
    }),
    'This PDF has 2,000 pages; at most 1,000 are read.',
  ],
])('R87: a PDF %s is refused with a sentence', async (_, bytes, sentence) => {
  expect(await common.read(bytes)).toEqual({ refused: expect.stringContaining(sentence) })
})

test('R87: a PDF that unfolds to gigabytes is refused when it has taken its share of memory, and the next file is read', async () => {
  const careful = reader({ memoryBytes: 300_000_000 })
  expect(await careful.read(pdfBomb(5_000))).toEqual({
    refused: expect.stringContaining('takes more memory than a text needs'),
  })
  expect(await careful.read(letter)).toHaveProperty('title', 'Draft declaration on lending')
})

test('R87: a file for which the engine wants more memory at once than it may have costs only its own reading', async () => {
  const careful = reader({ heapMegabytes: 100 })
  const attributes = Array.from({ length: 400_000 }, (_, nth) => `a${nth}=""`).join(' ')
  const long = zipOf({ 'word/document.xml': `<document ${attributes}/>` })
  const read = await Promise.all([careful.read(long), careful.read(letter)])
  expect(read[0]).toEqual({ refused: expect.stringContaining('takes more memory than a text needs') })
  expect(read[1]).toHaveProperty('title', 'Draft declaration on lending')
})

test('R87: a Word document that is old, or locked with a password, is refused with what to do', async () => {
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)])
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le'), old])
  expect(await common.read(old)).toEqual({ refused: expect.stringContaining('save it as a Word document (.docx)') })
  expect(await common.read(locked)).toEqual({ refused: expect.stringContaining('locked with a password') })
})

test('R87: XML that nests without end, or defines words that unfold, is refused', async () => {
  const nested = `<w:document xmlns:w="x/wordprocessingml/2006/main"><w:body>${'<w:p>'.repeat(100_000)}`
  const unfolding =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w">&b;</w:document>'
  for (const xml of [nested, unfolding]) {
    expect(await common.read(zipOf({ 'word/document.xml': xml }))).toEqual({
      refused: expect.stringContaining('broken'),
    })
  }
})

test('R87: a reading that takes too long is given up, the next one is read', async () => {
  const slow = reader({ timeMs: 1 })
  expect(await slow.read(letter)).toEqual({ refused: expect.stringContaining('could not be read within') })
  const quick = reader()
  const all = await Promise.all([
    quick.read(letter),
    quick.read(bytesOf('')),
    quick.read(bytesOf('Lending of all instruments\n\n1. We meet.')),
  ])
  expect(all.map(read => ('refused' in read ? read.refused : read.title))).toEqual([
    'Draft declaration on lending',
    'The text is empty.',
    'Lending of all instruments',
  ])
})

test('R87: whoever cancels gets no answer any more, waiting or being read; too many that wait are told to come again', async () => {
  const busy = reader({ waiting: 1 })
  const [first, second] = [new AbortController(), new AbortController()]
  const reading = busy.readJson(letter, first.signal)
  const waiting = busy.readJson(letter, second.signal)
  expect(await busy.read(letter)).toEqual({ refused: expect.stringContaining('Try again in a minute') })
  second.abort()
  first.abort()
  expect(await reading).toEqual({ refused: 'Reading was cancelled.' })
  expect(await waiting).toEqual({ refused: 'Reading was cancelled.' })
  expect(await busy.read(letter)).toHaveProperty('title', 'Draft declaration on lending')
})
