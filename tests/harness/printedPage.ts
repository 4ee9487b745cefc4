import type { ReadBlock, ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { segmentsOf } from './segmentsOf.ts'

/** A document as a web page to be printed: numbers before paragraphs, marks as superscripts, notes in small print at the end. */
export function printedPage(document: ReadDocument): string {
  const blocks = document.blocks.map(
    block =>
      `<${tagOf(block)}>${labelOf(block)}${wordsOf(block.text, block.italics, block.marks)}</${tagOf(block).split(' ')[0]}>`,
  )
  const notes = document.notes.map(
    ({ label, text, italics }) => `<p class="note"><sup>${label}</sup> ${wordsOf(text, italics)}</p>`,
  )
  const style = `
    body { font: 11.5pt/1.4 serif; }
    p { margin: 0 0 8pt; text-align: justify; }
    h1 { font-size: 15pt; } h2 { font-size: 13pt; } h3 { font-size: 11.5pt; }
    p.subparagraph { margin-left: 30pt; }
    p.masthead { text-align: left; }
    p.note { font-size: 9pt; margin: 0 0 3pt; }
    hr { width: 80pt; margin: 12pt auto 4pt 0; }`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style>${blocks.join('')}<hr>${notes.join('')}</html>`
}

function tagOf({ kind }: ReadBlock): string {
  if (kind === 'title') return 'h1'
  if (kind === 'chapter') return 'h2'
  return kind === 'section' ? 'h3' : `p class="${kind}"`
}

function labelOf({ kind, label }: ReadBlock): string {
  if (label === '') return ''
  if (label === '•') return '• &ensp; '
  return kind === 'subparagraph' || /^[a-z]/.test(label) ? `(${label}) &ensp; ` : `${label}. &ensp; `
}

function wordsOf(...[text, italics, marks]: Parameters<typeof segmentsOf>): string {
  return segmentsOf(text, italics, marks)
    .map(segment => {
      if (segment.kind === 'mark') return `<sup>${segment.note}</sup>`
      const words = segment.text.replace(/[&<]/g, sign => `&#${sign.charCodeAt(0)};`)
      return segment.italic ? `<i>${words}</i>` : words
    })
    .join('')
}
