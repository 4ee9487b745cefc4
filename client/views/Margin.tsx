import { memo, type ReactNode, useCallback, useState } from 'react'
import type { Host } from '../../shared/table/Host.ts'
import { CardsFromBelow } from './CardsFromBelow.tsx'
import { layOutCards } from './layOutCards.ts'
import './margin.css'
import { type Heights, useHeights } from './useHeights.ts'
import { useLatest } from './useLatest.ts'
import { cardsFromBelow, useMatches } from './useMatches.ts'

/** `brief` where a paragraph has many: the change, who, and counts; `full` with reason, stances and buttons. */
export type CardSize = 'brief' | 'full'

export interface MarginCard {
  readonly id: string
  /** Pixels from the upper edge of the sheet to the line of the words it stands level with. */
  readonly y: number
  /** Where it is read, and what that is called: the cards of one paragraph come up together on a narrow page. */
  readonly root: Host
  readonly at: string
  /** While this stays the same function, the card is not rendered again when others change or it is only moved. */
  readonly content: (size: CardSize) => ReactNode
}

export interface MarginProps {
  readonly cards: readonly MarginCard[]
  readonly active: string | null
  /** A card was pressed, or got the focus of the keyboard. */
  readonly onActivate: (id: string) => void
  /** The paragraph one is at: its cards stand level with it whatever crowds above, and on a narrow page they come up. */
  readonly current: Host | null
  readonly onClose: () => void
}

/** More cards than this on one paragraph are brief, but for the active one. */
const fullCards = 3

const measures = { gap: 9, foldHeight: 30, far: 420 }
/** Taken until a card has been measured, for one frame. */
const guessedHeight = 130

/** The column of cards right of the sheet, level with their words. It never moves a paragraph: it stands beside the text, not in it. */
export function Margin({ cards, active, onActivate, current, onClose }: MarginProps) {
  const narrow = useMatches(cardsFromBelow)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const { heights, measure } = useHeights()
  const latest = useLatest(onActivate)
  const press = useCallback((id: string) => latest.current(id), [latest])
  if (narrow) {
    const root = current ?? cards.find(card => card.id === active)?.root ?? null
    return (
      <CardsFromBelow
        cards={cards.filter(card => card.root === root)}
        active={active}
        onActivate={onActivate}
        onClose={onClose}
      />
    )
  }
  const crowded = crowdedRoots(cards)
  const boxes = cards.map(({ id, y }) => ({ id, y, height: heights.get(id) ?? guessedHeight }))
  const level = active ?? cards.find(({ root }) => root === current)?.id ?? null
  const items = layOutCards(boxes, level, unfolded, measures)
  const end = Math.max(0, ...items.map(item => item.top + item.height))
  const cardsById = new Map(cards.map(card => [card.id, card]))
  return (
    <aside className="margin" aria-label="Proposals" style={{ minBlockSize: end }}>
      {items.map(item => {
        if (item.is === 'fold')
          return (
            <button
              key={`fold ${item.ids[0]}`}
              type="button"
              className="fold"
              style={{ insetBlockStart: item.top }}
              onClick={() => setUnfolded(new Set(item.ids))}
            >
              {item.ids.length} more here
            </button>
          )
        const card = cardsById.get(item.id)
        if (card === undefined) return null
        const isActive = item.id === active
        return (
          <Place
            key={item.id}
            id={item.id}
            top={item.top}
            active={isActive}
            size={!isActive && crowded.has(card.root) ? 'brief' : 'full'}
            content={card.content}
            measure={measure}
            onActivate={press}
          />
        )
      })}
    </aside>
  )
}

interface PlaceProps extends Pick<MarginCard, 'id' | 'content'> {
  readonly top: number
  readonly active: boolean
  readonly size: CardSize
  readonly measure: Heights['measure']
  readonly onActivate: (id: string) => void
}

/** A card at its place in the column. */
const Place = memo(function Place({ id, top, active, size, content, measure, onActivate }: PlaceProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the card inside is what has the focus; a press anywhere on it counts
    // biome-ignore lint/a11y/useKeyWithClickEvents: the focus by keyboard does the same
    <div
      ref={measure(id)}
      className="place"
      style={{ insetBlockStart: top }}
      data-active={active}
      onClick={() => !active && onActivate(id)}
    >
      <Content content={content} size={size} />
    </div>
  )
})

const Content = memo(function Content({ content, size }: Pick<PlaceProps, 'content' | 'size'>) {
  return content(size)
})

function crowdedRoots(cards: readonly MarginCard[]): ReadonlySet<Host> {
  const counts = new Map<Host, number>()
  for (const { root } of cards) counts.set(root, (counts.get(root) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > fullCards).map(([root]) => root))
}
