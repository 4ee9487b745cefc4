import { useEffect, useRef } from 'react'
import type { Shelf } from '../../shared/protocol/Shelf.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { ShelfAdding, type ShelfAddingProps } from './ShelfAdding.tsx'
import { ShelfList, type ShelfListProps } from './ShelfList.tsx'
import './newNegotiation.css'
import './shelf.css'
import { StatusSentence } from './StatusSentence.tsx'
import { descriptionOf } from './shelfForm.ts'

export interface ShelfDialogProps extends Omit<ShelfListProps, 'shelf'>, Omit<ShelfAddingProps, 'texts'> {
  readonly open: boolean
  /** Null while it is on its way. */
  readonly shelf: Shelf | null
  /** Why the last thing asked was not done, or what was done, in a sentence. */
  readonly said: { readonly tone: 'said' | 'refused'; readonly sentence: string } | null
  /** Whether texts are being added; otherwise the shelf is shown. */
  readonly adding: boolean
  readonly onAdding: (adding: boolean) => void
  /** Puts every text that is ready on the shelf. */
  readonly onPutAll: () => void
  /** Leaves out what waits to be read. */
  readonly onStopReading: () => void
  readonly onRetry: () => void
  readonly onClose: () => void
}

/** The shelf of prior texts: what is on it, what is missing, and for those who may, adding to it. */
export function ShelfDialog(props: ShelfDialogProps) {
  const { open, shelf, said, adding, mayChange, arriving } = props
  const ready = arriving.filter(({ state }) => state.is === 'read' && !('missing' in descriptionOf(state.form)))
  const isReading = arriving.some(({ state }) => state.is === 'waiting' || state.is === 'reading')
  return (
    <Dialog
      open={open}
      onClose={props.onClose}
      title={adding ? 'Add prior texts' : 'Prior texts'}
      sentence={
        adding
          ? 'Each is read and reviewed here first. What is on the shelf is there for every negotiation on this server.'
          : 'What drafts are compared with: one shelf for every negotiation on this server.'
      }
      size="wide"
      foot={mayChange ? <Foot {...props} ready={ready.length} isReading={isReading} /> : null}
    >
      <div className="shelf-said" aria-live="polite">
        {said !== null && <p className={said.tone === 'refused' ? 'warn' : 'fact'}>{said.sentence}</p>}
      </div>
      {shelf === null ? (
        <StatusSentence
          state={{ is: 'loading', what: 'the shelf' }}
          act={said === null ? null : { label: 'Try again', onAct: props.onRetry }}
          place="page"
        />
      ) : adding ? (
        <ShelfAdding {...props} texts={shelf.texts} />
      ) : (
        <ShelfList {...props} shelf={shelf} />
      )}
    </Dialog>
  )
}

interface FootProps
  extends Pick<ShelfDialogProps, 'adding' | 'busy' | 'onAdding' | 'onPutAll' | 'onStopReading' | 'arriving'> {
  readonly ready: number
  readonly isReading: boolean
}

function Foot({ adding, busy, ready, isReading, arriving, onAdding, onPutAll, onStopReading }: FootProps) {
  const foot = useRef<HTMLDivElement>(null)
  const wasAdding = useRef(adding)
  useEffect(() => {
    // The button just pressed has given its place to another.
    if (wasAdding.current === adding) return
    wasAdding.current = adding
    const next = adding ? foot.current?.closest('.dialog')?.querySelector('.shelf-drop input') : foot.current
    if (next instanceof HTMLInputElement) next.focus()
    else next?.querySelector('button')?.focus()
  }, [adding])
  if (!adding)
    return (
      <div className="acts" ref={foot}>
        <Button look="main" onPress={() => onAdding(true)}>
          {arriving.length > 0 ? `Review ${textsOf(arriving.length)} to be added` : 'Add texts…'}
        </Button>
      </div>
    )
  return (
    <div className="acts" ref={foot}>
      <Button look="main" disabled={busy || ready === 0 || isReading} onPress={onPutAll}>
        {isReading ? 'Reading …' : ready > 1 ? `Put ${textsOf(ready)} on the shelf` : 'Put it on the shelf'}
      </Button>
      {arriving.some(({ state }) => state.is === 'waiting') && <Button onPress={onStopReading}>Stop reading</Button>}
      <Button onPress={() => onAdding(false)}>Back to the shelf</Button>
    </div>
  )
}

const textsOf = (count: number) => (count === 1 ? 'one text' : `${count} texts`)
