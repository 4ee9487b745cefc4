import type { ShelfText } from '../../shared/protocol/Shelf.ts'
import type { Pedigree } from '../../shared/provenance/pedigree.ts'
import type { RootProvenance } from '../../shared/provenance/rootProvenance.ts'
import type { SearchedPassage } from '../../shared/provenance/searchedTexts.ts'
import type { SearchResult } from '../../shared/provenance/searchTexts.ts'
import type { AgreedShare } from '../../shared/provenance/shareOf.ts'
import type { TextMark } from '../../shared/provenance/textMarks.ts'
import type { Host } from '../../shared/table/Host.ts'

/** One text of the sheet, to be searched for agreed language. */
export interface SentRoot {
  readonly host: Host
  readonly passages: readonly SearchedPassage[]
}

/** What of a text by itself is agreed language. */
export interface TextProvenance {
  readonly marks: readonly TextMark[]
  readonly share: AgreedShare
}

/** What the page asks of the thread that holds the prior texts. */
export type ProvenanceQuestion =
  | { readonly is: 'shelf'; readonly texts: readonly ShelfText[] }
  | {
      readonly is: 'draft'
      readonly batch: number
      readonly roots: readonly SentRoot[]
      readonly gone: readonly Host[]
    }
  | { readonly is: 'texts'; readonly number: number; readonly texts: readonly string[] }
  | { readonly is: 'pedigree'; readonly number: number; readonly text: string }
  | { readonly is: 'search'; readonly number: number; readonly text: string }

/** What it answers. */
export type ProvenanceAnswer =
  | {
      readonly is: 'draft'
      readonly batch: number
      readonly found: readonly { readonly host: Host; readonly provenance: RootProvenance }[]
    }
  | { readonly is: 'texts'; readonly number: number; readonly found: readonly TextProvenance[] }
  | { readonly is: 'pedigree'; readonly number: number; readonly pedigree: Pedigree }
  | { readonly is: 'search'; readonly number: number; readonly result: SearchResult }
