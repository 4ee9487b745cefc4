import '../design/base.css'
import './plainPage.css'

export interface NotFoundProps {
  /** `page`: no such address. `link`: an unknown or revoked way in. `negotiation`: there, but not for this reader. */
  readonly what: 'page' | 'link' | 'negotiation'
}

const sentences = {
  page: {
    title: 'There is nothing at this address',
    next: 'Open the negotiation by the link you were given.',
  },
  link: {
    title: 'This link does not open anything',
    next: 'It may have been replaced by a newer one, or not been copied whole. Ask whoever gave it to you for another.',
  },
  negotiation: {
    title: 'This negotiation is not open to you here',
    next: 'Open it once by the link you were given; this browser will then remember in which capacity you take part.',
  },
} as const

/** What stands where nothing can be shown, and what to do next. */
export function NotFound({ what }: NotFoundProps) {
  const { title, next } = sentences[what]
  return (
    <main className="plain-page">
      <h1>{title}</h1>
      <p>{next}</p>
    </main>
  )
}
