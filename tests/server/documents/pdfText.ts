import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import { readDocument } from '../../../server/documents/readDocument.ts'
import type { ReadDocument } from '../../../shared/exchange/ReadDocument.ts'

/** A PDF drawn by hand. `draw` is given the file, with no page yet, and where lines of text go. */
export async function drawnPdf(
  draw: (pdf: PDFKit.PDFDocument, put: Put) => void,
  settings: object = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, ...settings })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = once(pdf, 'end')
  draw(pdf, (text, x, down, size = 11, font = 'Times-Roman') => {
    pdf.font(font).fontSize(size).text(text, x, down, { lineBreak: false, baseline: 'alphabetic' })
  })
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** Puts a line of text at a place, in points from the left and from above. */
export type Put = (text: string, x: number, down: number, size?: number, font?: string) => void

export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const read = await readDocument(bytes)
  if ('refused' in read) throw new Error(`The file was refused: ${read.refused}`)
  return read
}
