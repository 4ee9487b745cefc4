import type { ReactNode } from 'react'

/** Whether what one types is safe, and where. */
export type Connection =
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  /** `unsent`: whether anything waits on this device. */
  | { readonly is: 'offline'; readonly unsent: boolean }
  | { readonly is: 'reconnecting'; readonly unsent: boolean }
  /** For good, with the reason in a sentence. */
  | { readonly is: 'closed'; readonly sentence: string }
  | { readonly is: 'read-only' }

/** The connection's state, small, where one looks for it. Only what needs attention is read out. */
export function ConnectionSentence({ connection }: { readonly connection: Connection }) {
  const quiet = connection.is === 'saved' || connection.is === 'saving' || connection.is === 'read-only'
  return (
    <span className="connection" data-is={connection.is} aria-live={quiet ? 'off' : 'polite'}>
      {sentenceOf(connection)}
    </span>
  )
}

/** A phone has room for the words that matter. */
const kept = (
  <>
    <span className="connection-roomy">your </span>words <span className="connection-roomy">are </span>kept on this
    device
  </>
)

function sentenceOf(connection: Connection): ReactNode {
  switch (connection.is) {
    case 'saved':
      return 'saved'
    case 'saving':
      return 'saving …'
    case 'offline':
      return connection.unsent ? <>offline: {kept}</> : 'offline: you see the text as it was'
    case 'reconnecting':
      return connection.unsent ? <>reconnecting: {kept}</> : 'reconnecting …'
    case 'closed':
      return connection.sentence
    case 'read-only':
      return 'read-only'
    default:
      throw new Error(`unknown connection ${connection satisfies never}`)
  }
}
