import { useLayoutEffect, useRef, useState } from 'react'
import type { ListedRow } from '../../shared/compare/foldUnchanged.ts'

/** A line from where a paragraph stood to where it stands, in pixels from the upper edge of the rows. */
interface MoveLine {
  readonly key: string
  readonly from: number
  readonly to: number
  /** Lines that run beside each other keep apart. */
  readonly lane: number
}

/** How far below a row's upper edge its line begins or ends: level with the first line of its words. */
const insetPx = 22
const laneWidthPx = 6
/** More lanes than these would run into the words between the columns; further lines share the last one. */
const mostLanes = 4

/** Stands among the rows. Lines in the space between the columns from where something stood to where it is now. The rows say the same in words. */
export function MoveLines({ rows }: { readonly rows: readonly ListedRow[] }) {
  const [lines, setLines] = useState<readonly MoveLine[]>([])
  const drawing = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    const element = drawing.current?.parentElement ?? null
    if (element === null) return
    const measure = () => {
      const next = linesOf(rows, element)
      setLines(before => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    measure()
    // Paragraphs grow and shrink as people write, folds open, the window gets narrower.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [rows])
  return (
    <svg className="cmp-moves" aria-hidden="true" ref={drawing}>
      {lines.map(({ key, from, to, lane }) => {
        const x = 5 + laneWidthPx * lane
        const way = to > from ? 1 : -1
        const bend = Math.min(10, Math.abs(to - from) / 2) * way
        return (
          <g key={key}>
            <path d={`M0 ${from}Q${x} ${from} ${x} ${from + bend}V${to - bend}Q${x} ${to} 0 ${to}`} />
            <circle cx="3" cy={to} r="2.5" />
          </g>
        )
      })}
    </svg>
  )
}

function linesOf(rows: readonly ListedRow[], list: HTMLElement): readonly MoveLine[] {
  const elements = new Map(
    [...list.querySelectorAll<HTMLElement>('.cmp-row')].map(element => [element.dataset['row'] ?? '', element]),
  )
  const moves = rows.flatMap(row => {
    if (row.is !== 'pair' || row.from === null) return []
    const [from, to] = [elements.get(row.from.key), elements.get(row.key)]
    if (from === undefined || to === undefined) return []
    return [{ key: row.key, from: from.offsetTop + insetPx, to: to.offsetTop + insetPx }]
  })
  moves.sort((a, b) => Math.min(a.from, a.to) - Math.min(b.from, b.to))
  const ends: number[] = []
  return moves.map(move => {
    const free = ends.findIndex(end => end < Math.min(move.from, move.to))
    const lane = free >= 0 ? free : Math.min(ends.length, mostLanes - 1)
    ends[lane] = Math.max(move.from, move.to, free >= 0 ? 0 : (ends[lane] ?? 0))
    return { ...move, lane }
  })
}
