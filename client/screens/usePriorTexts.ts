import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { comparedBlocks } from '../../shared/compare/comparedBlocks.ts'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { earlierStateSchema, type Moment, type Moments, momentsSchema } from '../../shared/protocol/EarlierState.ts'
import type { Session } from '../../shared/protocol/Session.ts'
import { type Shelf, type ShelfEntry, shelfSchema, shelfTextSchema } from '../../shared/protocol/Shelf.ts'
import { type Asked, ask } from '../connection/ask.ts'

/** What one may compare with: a text of the shelf, or this draft as it stood after an act of its record. */
export type Prior =
  | { readonly is: 'shelf'; readonly entry: ShelfEntry }
  | { readonly is: 'state'; readonly moment: Moment }

/** A text to compare with, as it is known now. */
export type PriorText =
  | { readonly is: 'loading' }
  | { readonly is: 'refused'; readonly sentence: string }
  | { readonly is: 'here'; readonly prior: Prior; readonly blocks: readonly ComparedBlock[] }

export interface PriorTexts {
  /** On the shelf, oldest first. */
  readonly entries: readonly ShelfEntry[]
  /** Of this negotiation, oldest first. */
  readonly moments: readonly Moment[]
  readonly chosen: PriorText
  /** Asks the server once more. */
  readonly onAgain: () => void
}

/** Names a prior among all others. */
export function priorId(prior: Prior): string {
  return prior.is === 'shelf' ? prior.entry.id : `state:${prior.moment.sequence}`
}

/**
 * The texts of the shelf, the earlier states of this draft, and the one chosen of them. While none is: the newest agreed text, on an
 * empty shelf the draft as it was laid. `decided` is the number of decisions: with each there is another state.
 */
export function usePriorTexts(session: Session, chosen: string | null, decided: number): PriorTexts {
  const [attempt, setAttempt] = useState(0)
  const [shelf, setShelf] = useState<Asked<Shelf> | null>(null)
  const [states, setStates] = useState<Asked<Moments> | null>(null)
  const [text, setText] = useState<{ readonly id: string; readonly asked: ReadPrior } | null>(null)
  const { capacity, negotiation } = session
  const statesPath = `/api/negotiations/${negotiation}/states`
  useEffect(
    () => follow(ask({ path: addressOf('/api/shelf', capacity, { attempt }), answers: shelfSchema }), setShelf),
    [capacity, attempt],
  )
  useEffect(() => {
    // Days end where the reader is.
    const zone = -new Date().getTimezoneOffset()
    return follow(
      ask({ path: addressOf(statesPath, capacity, { zone, attempt, decided }), answers: momentsSchema }),
      setStates,
    )
  }, [capacity, statesPath, attempt, decided])
  const entries = shelf?.is === 'answered' ? shelf.answer.texts : nothing
  const moments = states?.is === 'answered' ? states.answer.moments : nothing
  const priors = [
    ...entries.map((entry): Prior => ({ is: 'shelf', entry })),
    ...moments.map((moment): Prior => ({ is: 'state', moment })),
  ]
  const isKnown = shelf !== null && (states !== null || chosen?.startsWith('state:') !== true)
  const prior = isKnown ? (priors.find(each => priorId(each) === chosen) ?? usual(priors)) : null
  const id = prior === null ? null : priorId(prior)
  useEffect(() => {
    if (id === null) return
    const state = /^state:(\d+)$/.exec(id)?.[1]
    const asked =
      state === undefined
        ? read(addressOf(`/api/shelf/${encodeURIComponent(id)}`, capacity, { attempt }), shelfTextSchema)
        : read(addressOf(`${statesPath}/${state}`, capacity, { attempt }), earlierStateSchema)
    return follow(asked, asked => setText({ id, asked }))
  }, [capacity, statesPath, id, attempt])
  return { entries, moments, chosen: stateNow(), onAgain: () => setAttempt(attempt + 1) }

  function stateNow(): PriorText {
    if (shelf !== null && shelf.is !== 'answered') return failed(shelf)
    if (prior === null) return states !== null && states.is !== 'answered' ? failed(states) : { is: 'loading' }
    if (text === null || text.id !== id) return { is: 'loading' }
    return text.asked.is === 'read' ? { is: 'here', prior, blocks: text.asked.blocks } : text.asked
  }
}

type ReadPrior =
  | { readonly is: 'refused'; readonly sentence: string }
  | { readonly is: 'read'; readonly blocks: readonly ComparedBlock[] }

const nothing: readonly never[] = []

/** The newest agreed text of the shelf, or its newest; on an empty shelf the draft as it was laid. */
function usual(priors: readonly Prior[]): Prior | null {
  const texts = priors.filter(prior => prior.is === 'shelf')
  return texts.findLast(({ entry }) => entry.isAgreed) ?? texts.at(-1) ?? priors[0] ?? null
}

async function read(path: string, answers: z.ZodType<{ readonly document: ReadDocument }>): Promise<ReadPrior> {
  const asked = await ask({ path, answers })
  return asked.is === 'answered' ? { is: 'read', blocks: comparedBlocks(asked.answer.document) } : failed(asked)
}

function failed(asked: Exclude<Asked<unknown>, { is: 'answered' }>): { is: 'refused'; sentence: string } {
  const sentence =
    asked.is === 'refused'
      ? asked.refusal.refused
      : 'What the draft is compared with cannot be reached. Try again when you are connected.'
  return { is: 'refused', sentence }
}

/** `attempt` and `decided` only tell one question from the same asked before. */
function addressOf(path: string, capacity: string, query: Readonly<Record<string, number>>): string {
  const rest = Object.entries(query).flatMap(([name, value]) => (value === 0 ? [] : [`&${name}=${value}`]))
  return `${path}?as=${encodeURIComponent(capacity)}${rest.join('')}`
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
