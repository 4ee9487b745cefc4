import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

interface Place {
  readonly row: string
  /** Pixels from the upper edge of the window. */
  readonly top: number
}

/** Where the row one reads is gone, one of those below it that one sees keeps its place. */
const mostPlaces = 12

/**
 * Keeps the reader's place: call what this returns right before rows change, and the row at the top of the screen stands where it
 * stood when they have. Rows are told by `data-row`.
 */
export function useKeptPlace(list: RefObject<HTMLElement | null>): () => void {
  const held = useRef<readonly Place[]>([])
  useLayoutEffect(() => {
    const places = held.current
    if (places.length === 0) return
    held.current = []
    const rows = new Map(rowsIn(list.current).map(row => [row.dataset['row'], row]))
    for (const { row, top } of places) {
      const moved = (rows.get(row)?.getBoundingClientRect().top ?? top) - top
      if (!rows.has(row)) continue
      if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
      return
    }
  })
  return useCallback(() => {
    const rows = rowsIn(list.current)
    const edge = upperEdge(list.current)
    const first = rows.findIndex(row => row.getBoundingClientRect().bottom > edge)
    if (first < 0) return
    held.current = rows.slice(first, first + mostPlaces).flatMap(row => {
      const key = row.dataset['row']
      return key === undefined ? [] : [{ row: key, top: row.getBoundingClientRect().top }]
    })
  }, [list])
}

/** The rows of a comparison on the page, from top to bottom. */
export function rowsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
}

/** Where, in pixels from the top of the window, the rows come out from under what stands still above them. */
export function upperEdge(list: HTMLElement | null): number {
  const acts = list?.querySelector('.cmp-acts')
  return Math.max(0, acts?.getBoundingClientRect().bottom ?? 0)
}
