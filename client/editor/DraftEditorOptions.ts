import type * as Y from 'yjs'
import type { Editing } from '../../shared/desk/Editing.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { ProvenanceMark } from '../../shared/provenance/rootProvenance.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import type { CaretRef } from './caret.ts'

/** What the editor needs from outside, and whom it tells. */
export interface DraftEditorOptions {
  readonly shown: ShownSheet
  /** Null for those who only read. */
  readonly editing: Editing | null
  readonly undo: Y.UndoManager | null
  /** Runs a redraw before the next paint; in tests, when flushed by hand. */
  readonly schedule: (redraw: () => void) => void
  /** A sentence for the person: why an edit was not done; null when the next one was, and the sentence is of the past. */
  readonly announce: (sentence: string | null) => void
  /** Why nothing may be written just now, in a sentence: the Secretariat has not said for whom it types. Null when it may. */
  readonly whyNotNow: () => string | null
  readonly onCaret: (caret: {
    readonly ref: CaretRef | null
    readonly root: Host | null
    readonly record: ProposalId | null
  }) => void
  /** What of a text as it is shown stands in prior texts; null while that is not known. */
  readonly provenanceOf: (host: Host) => readonly ProvenanceMark[] | null
  readonly onDrawn: () => void
  readonly onTable: () => void
}
