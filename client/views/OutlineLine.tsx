import { type MouseEvent, memo, useEffect, useRef } from 'react'
import type { Host } from '../../shared/table/Host.ts'
import type { OutlineEntry } from './Outline.tsx'

export interface OutlineLineProps {
  readonly entry: OutlineEntry
  readonly current: boolean
  readonly onFloor: boolean
  /** Whether the Tab key stops here. */
  readonly stop: boolean
  readonly onGoTo: (host: Host) => void
}

/** One line of the outline, rendered again only when it reads differently. The current one keeps itself in sight. */
export const OutlineLine = memo(function OutlineLine({ entry, current, onFloor, stop, onGoTo }: OutlineLineProps) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (current) link.current?.scrollIntoView?.({ block: 'nearest' })
  }, [current])
  const go = (event: MouseEvent) => {
    event.preventDefault()
    onGoTo(entry.host)
  }
  return (
    <li data-is={entry.is}>
      <a
        ref={link}
        href={`#${entry.host}`}
        onClick={go}
        tabIndex={stop ? 0 : -1}
        aria-current={current ? 'location' : undefined}
        title={entry.words}
      >
        {entry.is === 'paragraph' ? (
          <>
            <i data-status={entry.status} data-proposed={entry.proposed !== null} />
            <span className="outline-label">{entry.label}</span>
            <span className="outline-words">{entry.words}</span>
            {onFloor && <span className="outline-count">on the floor</span>}
            <Count entry={entry} />
            <span className="hidden-but-heard">, {entry.status}</span>
          </>
        ) : (
          `${entry.label === '' ? '' : `${entry.label}. `}${entry.words}`
        )}
      </a>
    </li>
  )
}, isSame)

function Count({ entry }: { readonly entry: Extract<OutlineEntry, { is: 'paragraph' }> }) {
  if (entry.proposed !== null)
    return <span className="outline-count">{entry.proposed === 'additional' ? 'new' : 'alt'}</span>
  if (entry.brackets === 0) return null
  return (
    <span className="outline-count">
      {entry.brackets}
      <span className="hidden-but-heard"> open {entry.brackets === 1 ? 'bracket' : 'brackets'}</span>
    </span>
  )
}

/** Entries are made afresh whenever the sheet changes; most say the same. */
function isSame(a: OutlineLineProps, b: OutlineLineProps): boolean {
  const isSameState = a.current === b.current && a.onFloor === b.onFloor && a.stop === b.stop && a.onGoTo === b.onGoTo
  return isSameState && (a.entry === b.entry || JSON.stringify(a.entry) === JSON.stringify(b.entry))
}
