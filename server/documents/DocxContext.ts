import type { DocxNotes } from './DocxNotes.ts'
import type { DocxNumbering } from './DocxNumbering.ts'
import type { DocxStyles } from './DocxStyles.ts'
import type { LeftOut } from './LeftOut.ts'
import type { TrackedChanges } from './TrackedChanges.ts'

/** What is known while one Word document is read. */
export interface DocxContext {
  readonly styles: DocxStyles
  readonly numbering: DocxNumbering
  readonly notes: DocxNotes
  readonly changes: TrackedChanges
  readonly leftOut: LeftOut
}
