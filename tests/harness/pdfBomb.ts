import { deflateSync } from 'node:zlib'
import { bombOf } from './zipOf.ts'

/** A PDF of one page whose content unfolds to about `megabytes`. */
export function pdfBomb(megabytes: number): Uint8Array {
  const content = bombOf('BT /F1 12 Tf 100 700 Td (We meet.) Tj ET ', megabytes, (bytes, options) =>
    deflateSync(bytes, options),
  )
  const parts = [
    '%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n',
    '5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>> endobj\n',
    `4 0 obj <</Length ${content.length} /Filter /FlateDecode>> stream\n`,
  ]
  const end = '\nendstream endobj\ntrailer <</Root 1 0 R /Size 6>>\n%%EOF\n'
  return Buffer.concat([...parts.map(part => Buffer.from(part)), content, Buffer.from(end)])
}
