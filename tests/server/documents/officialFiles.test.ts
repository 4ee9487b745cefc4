import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../server/documents/readDocument.ts'
import type { ReadWarning } from '../../../shared/exchange/ReadDocument.ts'
import { BrowserSession } from '../../harness/BrowserSession.ts'
import { pdfFileOf } from '../../harness/pdfFileOf.ts'
import { printedPage } from '../../harness/printedPage.ts'
import { wordFileOf } from '../../harness/wordFileOf.ts'
import { officialNames, officialText } from '../../shared/exchange/officialText.ts'
import { readDocument as readPlain } from '../../shared/exchange/readOutline.ts'
import { readPdf } from './pdfText.ts'
import { expectSame } from './sameSummary.ts'

const documents = officialNames().map(name => [name, readPlain(officialText(name))] as const)

const told = (warnings: readonly ReadWarning[], expected: RegExp) =>
  expect(warnings.map(({ sentence }) => sentence).filter(sentence => !expected.test(sentence))).toEqual([])

describe('official texts as Word files', () => {
  test.each(documents)('R89: %s comes back with every paragraph, label, note and italic', async (_, document) => {
    const read = await readDocument(await wordFileOf(document))
    if ('refused' in read) throw new Error(read.refused)
    expectSame(read, document)
    expect(read.warnings).toEqual([])
  })
})

describe('official texts as PDF files set line by line, with notes at the foot of pages', () => {
  const settings = [{}, { hyphenates: true }, { lineNumbers: 1 }, { lineNumbers: 5, indents: true }] as const
  test.each(documents)('R89: %s comes back however it is set', async (_, document) => {
    for (const setting of settings) {
      const read = await readPdf(await pdfFileOf(document, setting))
      expectSame(read, document)
      told(
        read.warnings,
        /^\d+ line numbers in the margin|left out as running heads|its hyphen is a guess|heads page \d+ and was joined/,
      )
    }
  })
})

describe('official texts printed to PDF by a browser', () => {
  test.each(documents)('R89: %s comes back from its print', async (_, document) => {
    const session = await BrowserSession.open()
    const page = await (await session.person()).newPage()
    await page.setContent(printedPage(document))
    const read = await readPdf(await page.pdf(printing))
    expectSame(read, document)
    // Where lines end is a matter of the fonts there are; a label that begins one by chance is a guess.
    told(
      read.warnings,
      /left out as running heads|was joined to the text before|was read as the rest of the line before/,
    )
  })
})

const printing = {
  format: 'A4',
  displayHeaderFooter: true,
  margin: { top: '25mm', bottom: '25mm', left: '30mm', right: '25mm' },
  headerTemplate: '<p style="font-size: 9px; margin-left: 30mm">Lending of instruments</p>',
  footerTemplate:
    '<p style="font-size: 9px; margin-left: 100mm"><span class="pageNumber"></span>/<span class="totalPages"></span></p>',
} as const
