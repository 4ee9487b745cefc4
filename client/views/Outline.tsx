import { type KeyboardEvent, useCallback, useRef } from 'react'
import type { BlockStatus } from '../../shared/table/Block.ts'
import type { Host } from '../../shared/table/Host.ts'
import { OutlineLine } from './OutlineLine.tsx'
import './outline.css'
import { useLatest } from './useLatest.ts'

/** A line of the outline: a chapter or section, or a paragraph with how it stands. */
export type OutlineEntry =
  | { readonly is: 'chapter' | 'section'; readonly host: Host; readonly label: string; readonly words: string }
  | {
      readonly is: 'paragraph'
      readonly host: Host
      /** Bare, as in "18 bis"; empty for the chapeau. */
      readonly label: string
      /** Its first words; cut to the width by the line itself. */
      readonly words: string
      /** Open brackets in it and in its lettered items. */
      readonly brackets: number
      readonly status: BlockStatus
      readonly proposed: 'additional' | 'alternative' | null
    }

export interface OutlineProps {
  readonly entries: readonly OutlineEntry[]
  /** The paragraph one is at. */
  readonly current: Host | null
  /** The paragraph on the floor. */
  readonly floor: Host | null
  readonly onGoTo: (host: Host) => void
}

/** The text at a glance: a press goes there, arrows move along, Home and End to the ends. One stop for the Tab key. */
export function Outline({ entries, current, floor, onGoTo }: OutlineProps) {
  const list = useRef<HTMLUListElement>(null)
  const latest = useLatest(onGoTo)
  const go = useCallback((host: Host) => latest.current(host), [latest])
  const stop = entries.some(entry => entry.host === current) ? current : (entries[0]?.host ?? null)
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const at = links.findIndex(link => link.contains(document.activeElement))
    const to = target(event.key, at, links.length)
    if (to === null) return
    event.preventDefault()
    links[to]?.focus()
  }
  return (
    <nav className="outline" aria-label="Outline">
      <h2>Outline</h2>
      {entries.length === 0 ? (
        <p className="outline-empty">The text has no paragraphs yet.</p>
      ) : (
        <ul ref={list} onKeyDown={onKeyDown}>
          {entries.map(entry => (
            <OutlineLine
              key={entry.host}
              entry={entry}
              current={entry.host === current}
              onFloor={entry.host === floor}
              stop={entry.host === stop}
              onGoTo={go}
            />
          ))}
        </ul>
      )}
    </nav>
  )
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
