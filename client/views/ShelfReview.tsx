import { useState } from 'react'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import type { ShelfEntry } from '../../shared/protocol/Shelf.ts'
import { replacedBy } from '../../shared/shelf/missingInstruments.ts'
import { Button } from '../design/Button.tsx'
import { ReadingOutline } from './ReadingOutline.tsx'
import { readingCounts } from './readingCounts.ts'
import { ShelfFields } from './ShelfFields.tsx'
import { descriptionOf, type ShelfForm } from './shelfForm.ts'

/** A text on its way to the shelf. */
export interface ArrivingText {
  readonly key: number
  /** Its file's name, or "The pasted text". */
  readonly name: string
  readonly state:
    | { readonly is: 'waiting' | 'reading' }
    | { readonly is: 'refused'; readonly sentence: string }
    /** `refused`: why it was not put on the shelf, in a sentence. */
    | {
        readonly is: 'read'
        readonly document: ReadDocument
        readonly form: ShelfForm
        readonly refused: string | null
      }
}

export interface ShelfReviewProps {
  readonly arriving: ArrivingText
  /** What is on the shelf. */
  readonly texts: readonly ShelfEntry[]
  readonly onChange: (form: ShelfForm) => void
  readonly onLeaveOut: () => void
}

/** One text on its way: what was read of it, and what it is said to be; or why it cannot be read. */
export function ShelfReview({ arriving, texts, onChange, onLeaveOut }: ShelfReviewProps) {
  const { name, state } = arriving
  return (
    <li className="shelf-review">
      <div className="shelf-review-head">
        <h3>{name}</h3>
        <Button look="quiet" label={`Leave out ${name}`} onPress={onLeaveOut}>
          Leave out
        </Button>
      </div>
      {bodyOf()}
    </li>
  )

  function bodyOf() {
    switch (state.is) {
      case 'waiting':
        return <p className="fact">Waits to be read.</p>
      case 'reading':
        return <p className="fact">Is being read …</p>
      case 'refused':
        return (
          <p className="warn" role="alert">
            <b>It was not read.</b> {state.sentence}
          </p>
        )
      case 'read':
        return <Reviewed {...state} texts={texts} onChange={onChange} />
      default:
        throw new Error(`unknown state ${state satisfies never}`)
    }
  }
}

interface ReviewedProps extends Pick<ShelfReviewProps, 'texts' | 'onChange'> {
  readonly document: ReadDocument
  readonly form: ShelfForm
  readonly refused: string | null
}

function Reviewed({ document, form, refused, texts, onChange }: ReviewedProps) {
  // Of a folder of long texts, only those looked at are drawn.
  const [seen, setSeen] = useState(false)
  const said = descriptionOf(form)
  const replaced = 'missing' in said ? [] : replacedBy(said, texts)
  const { warnings } = document
  return (
    <>
      <ShelfFields form={form} onChange={onChange} />
      {'missing' in said && <p className="shelf-missing">{said.missing}</p>}
      {replaced.length > 0 && (
        <p className="fact">It is an official text of this field and takes the place of its rendering.</p>
      )}
      {refused !== null && (
        <p className="warn" role="alert">
          <b>It was not put on the shelf.</b> {refused}
        </p>
      )}
      <details onToggle={event => setSeen(event.currentTarget.open)}>
        <summary>
          {readingCounts(document)}{' '}
          {warnings.length > 0 &&
            (warnings.length === 1 ? 'One thing to check.' : `${warnings.length} things to check.`)}
        </summary>
        {seen && <ReadingOutline document={document} />}
      </details>
    </>
  )
}
