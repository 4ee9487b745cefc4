import { useState } from 'react'
import type { ActInput } from '../../shared/acts/Act.ts'
import type { Negotiation } from '../connection/Negotiation.ts'

/** What came of an act; when it was not done, why, in a sentence. */
export interface Done {
  readonly done: boolean
  readonly movedOn: boolean
  readonly refused: string | null
}

export interface Doing {
  /** Whether an act is on its way. */
  readonly busy: boolean
  readonly act: (act: ActInput) => Promise<Done>
}

/** Does acts one at a time, and says it when one was not done. */
export function useActs(negotiation: Negotiation, announce: (sentence: string) => void): Doing {
  const [busy, setBusy] = useState(false)
  const act = async (input: ActInput) => {
    setBusy(true)
    const answer = await negotiation.act(input)
    setBusy(false)
    if (answer.done) return { done: true, movedOn: false, refused: null }
    announce(answer.sentence)
    return { done: false, movedOn: answer.movedOn, refused: answer.sentence }
  }
  return { busy, act }
}
