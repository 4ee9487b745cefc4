import type { PriorText } from '../../../shared/provenance/PriorText.ts'
import { officialBlocks, paragraphs } from '../compare/textBlocks.ts'

/** A prior text of these paragraphs, called by its year. */
export function priorText(year: number, ...texts: readonly string[]): PriorText {
  return { id: String(year), name: String(year), year, blocks: paragraphs(...texts) }
}

export function officialPrior(name: string, year: number): PriorText {
  return { id: name, name, year, blocks: officialBlocks(name) }
}
