import { useEffect, useState } from 'react'
import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { comparedBlocks } from '../../shared/compare/comparedBlocks.ts'
import type { Session } from '../../shared/protocol/Session.ts'
import {
  type Shelf,
  type ShelfEntry,
  type ShelfText,
  shelfSchema,
  shelfTextSchema,
} from '../../shared/protocol/Shelf.ts'
import { type Asked, ask } from '../connection/ask.ts'

/** A text to compare with, as it is known now. */
export type PriorText =
  | { readonly is: 'loading' }
  /** There is nothing to compare with. */
  | { readonly is: 'none' }
  | { readonly is: 'refused'; readonly sentence: string }
  | { readonly is: 'here'; readonly entry: ShelfEntry; readonly blocks: readonly ComparedBlock[] }

export interface PriorTexts {
  /** On the shelf, oldest first. */
  readonly entries: readonly ShelfEntry[]
  readonly chosen: PriorText
  /** Asks the server once more. */
  readonly onAgain: () => void
}

/** The texts of the shelf, and the one chosen of them; the newest agreed one while none is. */
export function usePriorTexts(session: Session, chosen: string | null): PriorTexts {
  const [attempt, setAttempt] = useState(0)
  const [shelf, setShelf] = useState<Asked<Shelf> | null>(null)
  const [text, setText] = useState<{ readonly id: string; readonly asked: PriorText } | null>(null)
  const { capacity } = session
  useEffect(
    () => follow(ask({ path: addressOf('/api/shelf', capacity, attempt), answers: shelfSchema }), setShelf),
    [capacity, attempt],
  )
  const entries = shelf?.is === 'answered' ? shelf.answer.texts : nothing
  const id = (entries.find(entry => entry.id === chosen) ?? usual(entries))?.id ?? null
  useEffect(() => {
    if (id === null) return
    const path = addressOf(`/api/shelf/${encodeURIComponent(id)}`, capacity, attempt)
    return follow(ask({ path, answers: shelfTextSchema }), asked => setText({ id, asked: priorOf(asked) }))
  }, [capacity, id, attempt])
  return { entries, chosen: stateOf(shelf, id, text), onAgain: () => setAttempt(attempt + 1) }
}

const nothing: readonly never[] = []

function usual(entries: readonly ShelfEntry[]): ShelfEntry | undefined {
  return entries.findLast(({ isAgreed }) => isAgreed) ?? entries.at(-1)
}

function stateOf(
  shelf: Asked<Shelf> | null,
  id: string | null,
  text: { readonly id: string; readonly asked: PriorText } | null,
): PriorText {
  if (shelf === null) return { is: 'loading' }
  if (shelf.is !== 'answered') return failed(shelf)
  if (id === null) return { is: 'none' }
  return text?.id === id ? text.asked : { is: 'loading' }
}

function priorOf(asked: Asked<ShelfText>): PriorText {
  if (asked.is !== 'answered') return failed(asked)
  const { document, ...entry } = asked.answer
  return { is: 'here', entry, blocks: comparedBlocks(document) }
}

function failed(asked: Exclude<Asked<unknown>, { is: 'answered' }>): PriorText {
  const sentence =
    asked.is === 'refused'
      ? asked.refusal.refused
      : 'The shelf of prior texts cannot be reached. Try again when you are connected.'
  return { is: 'refused', sentence }
}

function addressOf(path: string, capacity: string, attempt: number): string {
  return `${path}?as=${encodeURIComponent(capacity)}${attempt === 0 ? '' : `&attempt=${attempt}`}`
}

/** Calls back unless it was stopped before. */
function follow<T>(promise: Promise<T>, then: (value: T) => void): () => void {
  let isWanted = true
  promise.then(value => {
    if (isWanted) then(value)
  })
  return () => {
    isWanted = false
  }
}
