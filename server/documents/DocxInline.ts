import type { DocxContext } from './DocxContext.ts'
import type { Looks } from './DocxStyles.ts'
import type { Run } from './emphasised.ts'
import { childOf, elementsOf, textOf, type XmlElement } from './readXml.ts'
import type { Change } from './TrackedChanges.ts'

/** Elements that only hold others. */
const HOLDERS: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdtContent',
  'w:sdt',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
])
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
])

/** Reads the runs of paragraphs: words with their looks, note marks, tracked changes. */
export class DocxInline {
  /** What was read since it was last taken. */
  #runs: Run[] = []
  /** Text boxes among the runs. */
  #boxes: XmlElement[] = []
  /** A note's mark that somebody typed comes next. */
  #awaited: XmlElement | null = null
  readonly #context: DocxContext

  constructor(context: DocxContext) {
    this.#context = context
  }

  /** Reads on; `looks` are those of the paragraph's style. */
  read(paragraph: XmlElement, looks: Looks): void {
    this.#read(paragraph, looks, null)
  }

  /** Hands out what was read, and begins anew. */
  take(): { readonly runs: readonly Run[]; readonly boxes: readonly XmlElement[] } {
    const taken = { runs: this.#runs, boxes: this.#boxes }
    this.#runs = []
    this.#boxes = []
    this.#awaited = null
    return taken
  }

  #read(holder: XmlElement, around: Looks, change: Change | null): void {
    for (const element of elementsOf(holder)) {
      if (element.name === 'w:r') this.#run(element, around, change)
      else if (isChange(element)) this.#read(element, around, changeOf(element, change))
      else if (HOLDERS.has(element.name)) this.#read(element, around, change)
      else if (element.name.startsWith('m:oMath')) this.#words(formulaOf(element), around, change)
    }
  }

  #run(run: XmlElement, around: Looks, change: Change | null): void {
    const looks = this.#context.styles.run(childOf(run, 'w:rPr'), around)
    for (const element of elementsOf(run)) {
      const { name, attributes } = element
      const sign = SIGNS.get(name)
      if (name === 'w:t' || name === 'w:delText') this.#words(this.#behindMark(textOf(element)), looks, change)
      else if (sign !== undefined) this.#words(sign, looks, change)
      else if (name === 'w:br') this.#words(attributes.has('type') ? ' ' : '\n', looks, change)
      else if (name === 'w:sym') this.#words(symbolOf(element), looks, change)
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.#reference(element, change)
      else this.#other(element)
    }
  }

  #words(text: string, { hidden, italic, bold, raised }: Looks, change: Change | null): void {
    if (text === '') return
    if (hidden) {
      this.#context.leftOut.count('hidden')
      return
    }
    if (change === null) this.#context.changes.interrupt()
    else this.#context.changes.add(change, text)
    if (change?.is !== 'deleted') this.#runs.push({ kind: 'words', text, italic, strong: bold, raised })
  }

  #reference(reference: XmlElement, change: Change | null): void {
    if (change?.is === 'deleted') return
    if (reference.attributes.has('customMarkFollows')) this.#awaited = reference
    else this.#mark(reference, null)
  }

  /** The words without the mark somebody typed for the note before them. */
  #behindMark(text: string): string {
    if (this.#awaited === null) return text
    const own = /^\s*\S{1,4}/.exec(text)?.[0] ?? ''
    if (own === '') return text
    this.#mark(this.#awaited, own.trim())
    this.#awaited = null
    return text.slice(own.length)
  }

  #mark(reference: XmlElement, own: string | null): void {
    const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    const note = this.#context.notes.labelOf(kind, reference.attributes.get('id') ?? '', own)
    if (note === null) this.#context.leftOut.count('note')
    else this.#runs.push({ kind: 'mark', note })
  }

  /** Pictures, and the text boxes that stand among them. */
  #other(element: XmlElement): void {
    if (element.name === 'mc:AlternateContent') {
      const shown = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
      if (shown !== undefined) for (const child of elementsOf(shown)) this.#other(child)
    } else if (element.name === 'w:drawing' || element.name === 'w:pict' || element.name === 'w:object') {
      const boxes = boxesOf(element)
      if (boxes.length === 0) this.#context.leftOut.count('picture')
      this.#boxes.push(...boxes)
    }
  }
}

export function isChange({ name }: XmlElement): boolean {
  return name === 'w:ins' || name === 'w:del' || name === 'w:moveTo' || name === 'w:moveFrom'
}

/** What was inserted by one and deleted by another is deleted. */
function changeOf({ name, attributes }: XmlElement, around: Change | null): Change {
  if (around?.is === 'deleted') return around
  const author = attributes.get('author')?.trim() ?? ''
  const is = name === 'w:ins' || name === 'w:moveTo' ? 'inserted' : 'deleted'
  return { is, author: author === '' ? 'somebody not named' : author }
}

/** A sign of another font by its number there, such as a bullet. */
function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes.get('char') ?? '', 16)
  return Number.isNaN(code) || code > 0xffff ? '' : String.fromCharCode(code)
}

function formulaOf(element: XmlElement): string {
  if (element.name === 'm:t') return textOf(element)
  return elementsOf(element).map(formulaOf).join('')
}

function boxesOf(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'w:txbxContent') return [element]
  return elementsOf(element).flatMap(boxesOf)
}
