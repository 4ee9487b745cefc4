import { childOf, elementsOf, isOn, settingOf, type XmlElement } from './readXml.ts'

/** How words look, as far as it matters to reading them. */
export interface Looks {
  readonly bold: boolean
  readonly italic: boolean
  readonly hidden: boolean
  readonly raised: boolean
}

export interface ParagraphStyle {
  readonly looks: Looks
  /** 1 for the title, 2 for a heading of the first level; 0 for anything else. */
  readonly heading: number
  readonly isContents: boolean
  /** The `numPr` of the style, and the style it stands at, which a level of a list may name. */
  readonly numbering: { readonly numPr: XmlElement; readonly style: string } | null
}

/** Styles are based on each other; no template goes this deep, but a broken file may go round in circles. */
const LONGEST_CHAIN = 20
const PLAIN: Looks = { bold: false, italic: false, hidden: false, raised: false }

/** The styles of a Word document. What a style does not say, the one it is based on does. */
export class DocxStyles {
  readonly #styles = new Map<string, XmlElement>()
  readonly #basis: Looks
  readonly #defaultParagraph: string

  constructor(part: XmlElement | null) {
    const styles = part === null ? [] : elementsOf(part).filter(({ name }) => name === 'w:style')
    for (const style of styles) this.#styles.set(style.attributes.get('styleId') ?? '', style)
    const standard = styles.find(
      ({ attributes }) =>
        attributes.get('type') === 'paragraph' && /^(?:1|true|on)$/.test(attributes.get('default') ?? ''),
    )
    this.#defaultParagraph = standard?.attributes.get('styleId') ?? ''
    const defaults = childOf(part ?? undefined, 'w:docDefaults')
    this.#basis = looksWith(PLAIN, childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'))
  }

  /** `pPr` is the paragraph's own; undefined for none. */
  paragraph(pPr: XmlElement | undefined): ParagraphStyle {
    const chain = this.#chain(settingOf(pPr, 'w:pStyle') ?? this.#defaultParagraph)
    const looks = chain.reduceRight((before, style) => looksWith(before, childOf(style, 'w:rPr')), this.#basis)
    const numbered = chain.find(style => childOf(childOf(style, 'w:pPr'), 'w:numPr') !== undefined)
    const numPr = childOf(childOf(numbered, 'w:pPr'), 'w:numPr')
    const names = chain.map(style => settingOf(style, 'w:name') ?? '')
    return {
      looks,
      heading: headingOf([pPr, ...chain.map(style => childOf(style, 'w:pPr'))], names),
      isContents: names.some(name => /^toc \d/i.test(name)),
      numbering: numPr === undefined ? null : { numPr, style: numbered?.attributes.get('styleId') ?? '' },
    }
  }

  /** The looks of a run with its own `rPr`, in a paragraph that looks as `around`. */
  run(rPr: XmlElement | undefined, around: Looks): Looks {
    const chain = this.#chain(settingOf(rPr, 'w:rStyle') ?? '')
    const styled = chain.reduceRight((before, style) => looksWith(before, childOf(style, 'w:rPr')), around)
    return looksWith(styled, rPr)
  }

  /** A style and those it is based on, nearest first. */
  #chain(id: string): readonly XmlElement[] {
    const chain: XmlElement[] = []
    for (let next = id; chain.length < LONGEST_CHAIN; ) {
      const style = this.#styles.get(next)
      if (style === undefined) break
      chain.push(style)
      next = settingOf(style, 'w:basedOn') ?? ''
    }
    return chain
  }
}

function looksWith(before: Looks, rPr: XmlElement | undefined): Looks {
  if (rPr === undefined) return before
  const align = settingOf(rPr, 'w:vertAlign')
  return {
    bold: isOn(rPr, 'w:b') ?? before.bold,
    italic: isOn(rPr, 'w:i') ?? before.italic,
    hidden: isOn(rPr, 'w:vanish') ?? before.hidden,
    raised: align === undefined ? before.raised : align === 'superscript',
  }
}

/** The title's style has its name only; the levels of headings stand in their styles, or in the paragraph itself. */
function headingOf(pPrs: readonly (XmlElement | undefined)[], names: readonly string[]): number {
  if (names.some(name => /^title$/i.test(name))) return 1
  for (const pPr of pPrs) {
    const level = Number(settingOf(pPr, 'w:outlineLvl') ?? Number.NaN)
    // The ninth level is "body text".
    if (!Number.isNaN(level)) return level < 9 ? Math.min(level + 2, 6) : 0
  }
  const named = names.map(name => /^heading (\d)/i.exec(name)?.[1]).find(level => level !== undefined)
  return named === undefined ? 0 : Math.min(Number(named) + 1, 6)
}
