import { type ReactNode, useEffect, useState } from 'react'
import { type Session, sessionSchema } from '../../shared/protocol/Session.ts'
import { ask } from '../connection/ask.ts'
import { Negotiation } from '../connection/Negotiation.ts'
import { NotFound } from '../views/NotFound.tsx'
import { StatusSentence } from '../views/StatusSentence.tsx'
import { NegotiationScreen } from './NegotiationScreen.tsx'

type Entry =
  | { readonly is: 'asking' }
  | { readonly is: 'unknown' }
  | { readonly is: 'unreachable' }
  | { readonly is: 'in'; readonly negotiation: Negotiation }

/** The way in: asks the server who one is here, then opens the negotiation. */
export function EntryScreen({
  negotiation,
  capacity,
}: {
  readonly negotiation: string
  readonly capacity: string
}): ReactNode {
  const [entry, setEntry] = useState<Entry>({ is: 'asking' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let live: Negotiation | null = null
    let isGone = false
    // Asked anew at each attempt.
    const path = `/api/session?as=${encodeURIComponent(capacity)}&attempt=${attempt}`
    ask<Session>({ path, answers: sessionSchema }).then(asked => {
      if (isGone) return
      if (asked.is === 'unreachable') setEntry({ is: 'unreachable' })
      else if (asked.is === 'refused' || asked.answer.negotiation !== negotiation) setEntry({ is: 'unknown' })
      else {
        const sockets = location.origin.replace(/^http/, 'ws')
        live = new Negotiation(asked.answer, { sockets, newKey: newRandomId })
        setEntry({ is: 'in', negotiation: live })
      }
    })
    return () => {
      isGone = true
      live?.destroy()
    }
  }, [negotiation, capacity, attempt])
  switch (entry.is) {
    case 'asking':
      return <StatusSentence state={{ is: 'loading', what: 'the text' }} act={null} place="page" />
    case 'unknown':
      return <NotFound what="link" />
    case 'unreachable':
      return (
        <StatusSentence
          state={{ is: 'offline', unsent: false }}
          act={{ label: 'Try again', onAct: () => setAttempt(attempt + 1) }}
          place="page"
        />
      )
    case 'in':
      return <NegotiationScreen negotiation={entry.negotiation} />
    default:
      throw new Error(`unknown entry ${entry satisfies never}`)
  }
}

/** 128 random bits in the URL alphabet. */
function newRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
    .replace(/^__/, 'a_')
}
