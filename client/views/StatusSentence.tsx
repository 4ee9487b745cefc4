import type { ReactNode } from 'react'
import { Button } from '../design/Button.tsx'
import './statusSentence.css'

/** A state of the page one should know of. */
export type PageState =
  /** `what` follows "Loading": "the text". */
  | { readonly is: 'loading'; readonly what: string }
  | { readonly is: 'empty' }
  | { readonly is: 'offline'; readonly unsent: boolean }
  | { readonly is: 'read-only'; readonly why: 'observer' | 'agreed' | 'view' }
  /** A sentence of the server's, shown as it is. */
  | { readonly is: 'refused'; readonly sentence: string }
  | { readonly is: 'closed'; readonly sentence: string }

export interface StatusSentenceProps {
  readonly state: PageState
  /** What to do next, or null. */
  readonly act: { readonly label: string; readonly onAct: () => void } | null
  /** In the middle of an empty page, or as a band under the top bar. */
  readonly place: 'page' | 'band'
}

/** Each state in a calm sentence, with what to do next. */
export function StatusSentence({ state, act, place }: StatusSentenceProps) {
  const urgent = state.is === 'refused' || state.is === 'closed'
  return (
    <div className="status-sentence" data-is={state.is} data-place={place}>
      <p role={urgent ? 'alert' : 'status'}>{sentenceOf(state)}</p>
      {act !== null && <Button onPress={act.onAct}>{act.label}</Button>}
    </div>
  )
}

function sentenceOf(state: PageState): ReactNode {
  switch (state.is) {
    case 'loading':
      return `Loading ${state.what} …`
    case 'empty':
      return 'This text has no words yet.'
    case 'offline':
      return state.unsent
        ? 'You are offline. Go on working: your words are kept on this device and sent when the connection is back.'
        : 'You are offline. You see the text as it was when the connection broke, and can go on working.'
    case 'read-only':
      return readOnly(state.why)
    case 'refused':
    case 'closed':
      return state.sentence
    default:
      throw new Error(`unknown state ${state satisfies never}`)
  }
}

function readOnly(why: 'observer' | 'agreed' | 'view'): string {
  switch (why) {
    case 'observer':
      return 'You may read this text. Observers do not propose.'
    case 'agreed':
      return 'This paragraph is agreed. It changes only if the facilitator reopens it.'
    case 'view':
      return 'This view is for reading. To write, go to the compilation.'
    default:
      throw new Error(`unknown reason ${why satisfies never}`)
  }
}
