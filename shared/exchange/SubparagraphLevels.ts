import { romanNumeral } from './romanNumeral.ts'

type Style = 'letter' | 'roman' | 'digit'

interface Level {
  readonly style: Style
  readonly last: number
}

export interface SubparagraphPlace {
  /** 1 for a sub-paragraph of the paragraph, 2 for one inside that, 3 at most. */
  readonly level: number
  /** Whether the label is the next of its level, or opens one. */
  readonly inOrder: boolean
}

/** (a), (i), (1): no document known goes deeper. */
const DEEPEST_LEVEL = 3

/**
 * Tells at which depth a sub-paragraph stands from the labels before it, which settles whether "(i)" is the letter
 * behind (h) or the first roman numeral inside it (D1). One instance serves a document; `reset` at each paragraph.
 */
export class SubparagraphLevels {
  #levels: readonly Level[] = []

  reset(): void {
    this.#levels = []
  }

  /** Whether `label` goes on in the series that stand open, or opens one below them. */
  expects(label: string): boolean {
    return this.#find(label, false) !== null
  }

  /**
   * Takes the label in. `hostEndsColon` says that the sub-paragraph before announces a list; `next` is the label of
   * the sub-paragraph that follows, null when there is none in this paragraph.
   */
  place(label: string, hostEndsColon: boolean, next: string | null): SubparagraphPlace {
    const opensRoman = label === 'i' && next !== 'j' && (next === 'ii' || hostEndsColon)
    const found = this.#find(label, opensRoman) ?? this.#fallback(label)
    this.#levels = [...this.#levels.slice(0, found.depth), { style: found.style, last: found.ordinal }]
    return { level: found.depth + 1, inOrder: found.inOrder }
  }

  #find(label: string, opensRoman: boolean): Found | null {
    if (!opensRoman) {
      for (let depth = this.#levels.length - 1; depth >= 0; depth--) {
        const level = this.#levels[depth]
        if (level === undefined) continue
        const ordinal = ordinalOf(label, level.style)
        // "(c) bis" stands behind (c) and has its number.
        const due = label.includes(' ') ? level.last : level.last + 1
        if (ordinal === due) return { depth, style: level.style, ordinal, inOrder: true }
      }
    }
    const style = openingStyle(label)
    const isOpen = this.#levels.some(level => level.style === style)
    if (style === null || isOpen || this.#levels.length >= DEEPEST_LEVEL) return null
    return { depth: this.#levels.length, style, ordinal: 1, inOrder: true }
  }

  /** Out of order: the deepest level that writes such labels, or a new one. */
  #fallback(label: string): Found {
    for (let depth = this.#levels.length - 1; depth >= 0; depth--) {
      const style = this.#levels[depth]?.style
      const ordinal = style === undefined ? null : ordinalOf(label, style)
      if (style !== undefined && ordinal !== null) return { depth, style, ordinal, inOrder: false }
    }
    const style: Style = /^\d/.test(label) ? 'digit' : ordinalOf(label, 'letter') !== null ? 'letter' : 'roman'
    const depth = Math.min(this.#levels.length, DEEPEST_LEVEL - 1)
    return { depth, style, ordinal: ordinalOf(label, style) ?? 1, inOrder: false }
  }
}

interface Found {
  /** Index into the levels. */
  readonly depth: number
  readonly style: Style
  readonly ordinal: number
  readonly inOrder: boolean
}

function openingStyle(label: string): Style | null {
  if (label === 'a') return 'letter'
  if (label === 'i') return 'roman'
  return label === '1' ? 'digit' : null
}

/** The place of a label in its style's series, counted from 1; null when it is not written so. Suffixes are ignored. */
function ordinalOf(label: string, style: Style): number | null {
  const base = label.split(' ')[0] ?? ''
  switch (style) {
    case 'letter': {
      if (base.length > 2 || !/^([a-z])\1?$/.test(base)) return null
      return base.charCodeAt(0) - 96 + (base.length - 1) * 26
    }
    case 'roman':
      return romanNumeral(base)
    case 'digit':
      return /^\d+$/.test(base) ? Number(base) : null
    default:
      return style satisfies never
  }
}
