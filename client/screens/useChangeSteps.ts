import { type RefObject, useEffect, useState } from 'react'
import { isChange, type ListedRow } from '../../shared/compare/foldUnchanged.ts'
import { useLatest } from '../views/useLatest.ts'
import { isWriting } from './isWriting.ts'
import { rowsIn, upperEdge } from './useKeptPlace.ts'

export interface ChangeSteps {
  readonly changes: number
  /** At which of them one is, from 0; null when at none. */
  readonly at: number | null
  /** The key of that row. */
  readonly current: string | null
  readonly step: (by: 1 | -1) => void
  /** Goes to a row. */
  readonly goTo: (key: string) => void
}

/**
 * The way from change to change: by `step`, or n and p, or Alt and the arrows. From the change one is at while one sees it, else
 * from what one sees.
 */
export function useChangeSteps(list: RefObject<HTMLElement | null>, listed: readonly ListedRow[]): ChangeSteps {
  const [current, setCurrent] = useState<string | null>(null)
  const changes = listed.filter(isChange)
  const found = changes.findIndex(({ key }) => key === current)
  const rowOf = (key: string) => rowsIn(list.current).find(row => row.dataset['row'] === key)
  const goTo = (key: string) => {
    const row = rowOf(key)
    if (row === undefined) return
    setCurrent(key)
    row.scrollIntoView({ block: 'start' })
    row.focus({ preventScroll: true })
  }
  const step = (by: 1 | -1) => {
    const edge = upperEdge(list.current)
    const at = found < 0 ? undefined : rowOf(changes[found]?.key ?? '')?.getBoundingClientRect()
    const isSeen = at !== undefined && at.bottom > edge && at.top < window.innerHeight
    const topOf = (row: ListedRow) => rowOf(row.key)?.getBoundingClientRect().top ?? 0
    const from = by > 0 ? changes.findIndex(row => topOf(row) >= edge) : changes.findLastIndex(row => topOf(row) < edge)
    const to = changes[isSeen ? found + by : from]
    if (to !== undefined) goTo(to.key)
  }
  const latest = useLatest(step)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, code } = event
      if (isWriting(target) || event.ctrlKey || event.metaKey) return
      if (target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null) return
      const isArrow = event.altKey && (code === 'ArrowDown' || code === 'ArrowUp')
      const isLetter = !event.altKey && (key === 'n' || key === 'p')
      if (!isArrow && !isLetter) return
      event.preventDefault()
      latest.current(key === 'n' || code === 'ArrowDown' ? 1 : -1)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [latest])
  return { changes: changes.length, at: found < 0 ? null : found, current, step, goTo }
}
