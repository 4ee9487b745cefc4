import type { DocxContext } from './DocxContext.ts'
import { DocxInline, isChange } from './DocxInline.ts'
import type { ListPlace } from './DocxNumbering.ts'
import type { ParagraphStyle } from './DocxStyles.ts'
import { emphasised, plainWords } from './emphasised.ts'
import { childOf, elementsOf, settingOf, type XmlElement } from './readXml.ts'

/** No masthead has a longer line: a table behind one stands in the text. */
const MASTHEAD_CHARACTERS = 200

/** Writes the paragraphs of a Word document, each a line between blank ones, in the light markdown of `readText`. */
export class DocxParagraphs {
  readonly lines: string[] = []
  readonly #context: DocxContext
  readonly #inline: DocxInline
  #isBehindMasthead = false

  constructor(context: DocxContext) {
    this.#context = context
    this.#inline = new DocxInline(context)
  }

  /** Reads everything that stands in a body, a head, a cell, a box or a note. */
  read(holder: XmlElement): void {
    for (const element of elementsOf(holder)) {
      if (element.name === 'w:p') this.#paragraph(element)
      else if (element.name === 'w:tbl') this.#table(element)
      else if (element.name === 'w:sdt') this.#control(element)
      else if (element.name === 'w:customXml' || isChange(element)) this.read(element)
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const { styles, changes, leftOut } = this.#context
    const pPr = childOf(paragraph, 'w:pPr')
    const style = styles.paragraph(pPr)
    if (style.isContents) {
      leftOut.count('contents')
      return
    }
    this.#inline.read(paragraph, style.looks)
    // A paragraph whose end is deleted goes on in the next one.
    const end = childOf(pPr, 'w:rPr')
    if (childOf(end, 'w:del') !== undefined || childOf(end, 'w:moveFrom') !== undefined) return
    const { runs, boxes } = this.#inline.take()
    changes.endParagraph(plainWords(runs))
    const text = emphasised(runs)
    // An empty paragraph has no number; Word gives it one that nobody sees.
    if (text !== '') this.#write(text, this.#placeOf(pPr, style), style.heading)
    for (const box of boxes) this.read(box)
  }

  #placeOf(pPr: XmlElement | undefined, { numbering }: ParagraphStyle): ListPlace | null {
    const own = childOf(pPr, 'w:numPr')
    const isOwn = own !== undefined && settingOf(own, 'w:numId') !== undefined
    const numPr = isOwn ? own : numbering?.numPr
    if (numPr === undefined) return null
    if (!this.#context.numbering.knows(numPr)) this.#context.leftOut.count('number')
    return this.#context.numbering.next(numPr, isOwn ? null : (numbering?.style ?? null))
  }

  #write(text: string, place: ListPlace | null, heading: number): void {
    this.#isBehindMasthead ||= text.length > MASTHEAD_CHARACTERS
    const isStrong = text.startsWith('**')
    const words = isStrong ? text.slice(2) : text.replace(/^#/, '\\#')
    const label = place === null ? '' : `${place.label}\t`
    const indent = place?.label === '•' ? '    '.repeat(place.level) : ''
    const before = heading > 0 ? `${'#'.repeat(heading)} ` : ''
    const line = isStrong && heading > 0 ? words.slice(0, -2) : words
    this.lines.push(`${indent}${before}${isStrong && heading === 0 ? '**' : ''}${label}${line}`, '')
  }

  #table(table: XmlElement): void {
    // A masthead is usually a table, and reads well.
    if (this.#isBehindMasthead) this.#context.leftOut.count('table')
    for (const row of elementsOf(table)) {
      for (const cell of elementsOf(row)) if (cell.name === 'w:tc' || cell.name === 'w:sdt') this.read(cell)
    }
  }

  #control(control: XmlElement): void {
    const gallery = settingOf(childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
    if (gallery === 'Table of Contents') this.#context.leftOut.count('contents')
    else for (const content of elementsOf(control)) if (content.name === 'w:sdtContent') this.read(content)
  }
}
