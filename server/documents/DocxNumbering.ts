import { elementsOf, isOn, settingOf, type XmlElement } from './readXml.ts'

interface Level {
  readonly format: string
  /** As Word writes it, `(%2)`: the counter of the second level between brackets. */
  readonly pattern: string
  readonly start: number
  /** The style whose paragraphs are of this level. */
  readonly style: string | null
  /** Numbers of the levels above are written in digits here, whatever their own form. */
  readonly isLegal: boolean
}

interface List {
  /** Lists made from one template count on together. */
  readonly template: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that begin anew when this list is first used. */
  readonly restarts: ReadonlyMap<number, number>
}

export interface ListPlace {
  /** As printed: `1.`, `(a)`, `•`. */
  readonly label: string
  /** 0 for the outermost level. */
  readonly level: number
}

/** The numbers Word computes and does not store. One instance reads one document, paragraph by paragraph, in order. */
export class DocxNumbering {
  readonly #lists = new Map<string, List>()
  readonly #counters = new Map<string, Map<number, number>>()
  readonly #used = new Set<string>()

  constructor(part: XmlElement | null) {
    const children = part === null ? [] : elementsOf(part)
    const templates = new Map<string, ReadonlyMap<number, Level>>()
    for (const child of children) {
      if (child.name === 'w:abstractNum') templates.set(child.attributes.get('abstractNumId') ?? '', levelsOf(child))
    }
    for (const child of children) {
      if (child.name !== 'w:num') continue
      const template = settingOf(child, 'w:abstractNumId') ?? ''
      const overrides = elementsOf(child).filter(({ name }) => name === 'w:lvlOverride')
      const restarts = new Map<number, number>()
      const levels = new Map(templates.get(template) ?? [])
      for (const override of overrides) {
        const depth = Number(override.attributes.get('ilvl') ?? 0)
        const start = settingOf(override, 'w:startOverride')
        if (start !== undefined) restarts.set(depth, Number(start))
        for (const [own, level] of levelsOf(override)) levels.set(own, level)
      }
      this.#lists.set(child.attributes.get('numId') ?? '', { template, levels, restarts })
    }
  }

  /** Whether the file says how the list of a paragraph is numbered; `0` is no list. */
  knows(numPr: XmlElement): boolean {
    const id = settingOf(numPr, 'w:numId') ?? '0'
    return id === '0' || this.#lists.has(id)
  }

  /**
   * Counts one paragraph on and returns its label; null when it is in no list. `numPr` says which; `style` is the style
   * it comes from, null where it is the paragraph's own.
   */
  next(numPr: XmlElement, style: string | null): ListPlace | null {
    const id = settingOf(numPr, 'w:numId') ?? '0'
    const list = this.#lists.get(id)
    if (list === undefined) return null
    const depth = this.#depthOf(numPr, list, style)
    const level = list.levels.get(depth)
    if (level === undefined || level.format === 'none') return null
    const counters = this.#countersOf(id, list)
    counters.set(depth, (counters.get(depth) ?? level.start - 1) + 1)
    for (const deeper of counters.keys()) if (deeper > depth) counters.delete(deeper)
    if (level.format === 'bullet') return { label: '•', level: depth }
    const label = level.pattern.replace(/%(\d)/g, (_, nth: string) => {
      const above = list.levels.get(Number(nth) - 1)
      const count = counters.get(Number(nth) - 1) ?? above?.start ?? 1
      return written(count, level.isLegal && Number(nth) - 1 < depth ? 'decimal' : (above?.format ?? 'decimal'))
    })
    return { label: label.trim(), level: depth }
  }

  #depthOf(numPr: XmlElement, { levels }: List, style: string | null): number {
    const own = settingOf(numPr, 'w:ilvl')
    if (own !== undefined) return Number(own)
    for (const [depth, level] of levels) if (style !== null && level.style === style) return depth
    return 0
  }

  #countersOf(id: string, { template, restarts }: List): Map<number, number> {
    const counters = this.#counters.get(template) ?? new Map<number, number>()
    this.#counters.set(template, counters)
    if (!this.#used.has(id)) for (const [depth, start] of restarts) counters.set(depth, start - 1)
    this.#used.add(id)
    return counters
  }
}

function levelsOf(element: XmlElement): ReadonlyMap<number, Level> {
  const levels = elementsOf(element).filter(({ name }) => name === 'w:lvl')
  return new Map(
    levels.map(level => [
      Number(level.attributes.get('ilvl') ?? 0),
      {
        format: settingOf(level, 'w:numFmt') ?? 'decimal',
        pattern: settingOf(level, 'w:lvlText') ?? '',
        start: Number(settingOf(level, 'w:start') ?? 1),
        style: settingOf(level, 'w:pStyle') ?? null,
        isLegal: isOn(level, 'w:isLgl') ?? false,
      },
    ]),
  )
}

/** A number in one of Word's forms; those no official text uses are written in digits. */
function written(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return lettered(count)
    case 'upperLetter':
      return lettered(count).toUpperCase()
    case 'lowerRoman':
      return roman(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** Behind z come aa and bb, as Word counts. */
function lettered(count: number): string {
  if (count < 1 || count > 26 * 9) return String(count)
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(count: number): string {
  if (count < 1 || count > 399) return String(count)
  let left = count
  let text = ''
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) text += sign
  }
  return text
}
