import type { WordPiece } from '../compare/compareWords.ts'
import type { PhraseIndex } from './PhraseIndex.ts'
import { type Standing, standingOf } from './PriorText.ts'
import { pedigreeLine } from './pedigreeLine.ts'
import { type PedigreeStep, pedigreeOf } from './pedigreeOf.ts'
import { placeCitation, placeName } from './placeName.ts'

/** A pedigree as it is shown and copied; plain values, so that another thread can find it. */
export interface Pedigree {
  /** In one line: "2009 · 2016 · 2019 unchanged · altered here after “of precursors”". */
  readonly line: string
  /** By year; the draft's own wording last. */
  readonly entries: readonly PedigreeEntry[]
}

export interface PedigreeEntry {
  /** The prior text and paragraph; null for the draft. */
  readonly from: PedigreeSource | null
  readonly wording: string
  readonly is: PedigreeStep['is']
  /** From the wording before to this one; empty unless it was altered. */
  readonly pieces: readonly WordPiece[]
}

export interface PedigreeSource {
  /** "2019, stocktaking, 4". */
  readonly name: string
  /** The wording in quotation marks and where it stands in full, to be copied. */
  readonly citation: string
  readonly standing: Standing
}

export function pedigree(index: PhraseIndex, text: string): Pedigree {
  const steps = pedigreeOf(index, text)
  return { line: pedigreeLine(steps), entries: steps.map(entryOf) }
}

function entryOf(step: PedigreeStep): PedigreeEntry {
  const { place, wording, is } = step
  const from =
    place === null
      ? null
      : {
          name: placeName(place),
          citation: `“${wording}” (${placeCitation(place)})`,
          standing: standingOf(place.text),
        }
  return { from, wording, is, pieces: step.is === 'altered' ? step.words.pieces : [] }
}
