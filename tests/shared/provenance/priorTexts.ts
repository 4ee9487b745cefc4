import type { PriorText } from '../../../shared/provenance/PriorText.ts'
import { officialBlocks, paragraphs } from '../compare/textBlocks.ts'

const agreed = { symbol: null, isAgreed: true, isRendering: false } as const

/** A prior text of these paragraphs, called by its year. */
export function priorText(year: number, ...texts: readonly string[]): PriorText {
  return { id: String(year), name: String(year), ...agreed, year, blocks: paragraphs(...texts) }
}

export function officialPrior(name: string, year: number): PriorText {
  return { id: name, name, ...agreed, year, blocks: officialBlocks(name) }
}
