import type { ComparedBlock } from '../compare/ComparedBlock.ts'

/** A text adopted or issued before, as far as a draft is searched for its words. */
export interface PriorText {
  /** As it is told from the others; a text put in its place has another. */
  readonly id: string
  /** What people call it: "2019 Ministerial Declaration". */
  readonly name: string
  /** Its document symbol, null when it has none. */
  readonly symbol: string | null
  /** The year it is of, null when it is not known. */
  readonly year: number | null
  /** Whether its words were agreed by all: a Chair's summary is not agreed language. */
  readonly isAgreed: boolean
  /** Stands in for an official text, in other words than that: whoever names it says so. */
  readonly isRendering: boolean
  readonly blocks: readonly ComparedBlock[]
}

/** A paragraph of a prior text. */
export interface PriorPlace {
  readonly text: PriorText
  /** The place of the paragraph in the text's blocks. */
  readonly block: number
}

/** What words of a prior text count for: those of a rendering stand in for agreed ones, and are not they. */
export type Standing = 'agreed language' | 'rendering of agreed language' | 'not agreed language'

export function standingOf({ isAgreed, isRendering }: Pick<PriorText, 'isAgreed' | 'isRendering'>): Standing {
  return isAgreed ? 'agreed language' : isRendering ? 'rendering of agreed language' : 'not agreed language'
}

/** The paragraph itself. */
export function blockAt({ text, block }: PriorPlace): ComparedBlock {
  const found = text.blocks[block]
  if (found === undefined) throw new Error(`no block ${block} in ${text.name}`)
  return found
}
