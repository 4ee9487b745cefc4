import { useEffect, useLayoutEffect, useRef } from 'react'
import './margin.css'
import type { MarginCard } from './Margin.tsx'

export interface CardsFromBelowProps {
  /** All of one paragraph; none: nothing is shown. */
  readonly cards: readonly MarginCard[]
  readonly active: string | null
  readonly onActivate: (id: string) => void
  readonly onClose: () => void
}

/** On a narrow page, the cards of the paragraph one tapped, from the foot of the screen. The text above stays in reach. */
export function CardsFromBelow({ cards, active, onActivate, onClose }: CardsFromBelowProps) {
  const [first] = cards
  const shown = first !== undefined
  useEffect(() => {
    if (!shown) return
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [shown, onClose])
  // Said by an attribute and not found by the style sheet: with body:has(…) each key had the whole page's styles computed anew.
  useLayoutEffect(() => {
    document.body.toggleAttribute('data-cards-below', shown)
    return () => document.body.removeAttribute('data-cards-below')
  }, [shown])
  const panel = useRef<HTMLElement>(null)
  const root = first?.root
  useLayoutEffect(() => {
    if (root !== undefined && panel.current !== null)
      clear(document.querySelector(`#sheet [data-host="${root}"]`), panel.current)
  }, [root])
  if (first === undefined) return null
  const count = cards.length === 1 ? '1 proposal' : `${cards.length} proposals`
  return (
    <section ref={panel} className="from-below" aria-label={`Proposals on ${first.at}`}>
      <header>
        <h2>{first.at}</h2>
        <span>{count}</span>
        <button type="button" className="close-button" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </header>
      <div className="from-below-cards">
        {cards.map(card => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the card inside is what has the focus; a press anywhere on it counts
          // biome-ignore lint/a11y/useKeyWithClickEvents: the focus by keyboard does the same
          <div key={card.id} data-active={card.id === active} onClick={() => onActivate(card.id)}>
            {card.content('full')}
          </div>
        ))}
      </div>
    </section>
  )
}

/** Pixels of air between the paragraph and the cards below it. */
const air = 8

/** Scrolls a paragraph out from under the cards that have just come up, as far as its first line can still be read. */
function clear(paragraph: Element | null, panel: HTMLElement): void {
  if (paragraph === null) return
  const { top, bottom } = paragraph.getBoundingClientRect()
  const bar = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0
  const covered = bottom + air - panel.getBoundingClientRect().top
  if (covered > 0) window.scrollBy(0, Math.max(0, Math.min(covered, top - air - bar)))
}
