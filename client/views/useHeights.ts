import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** The heights of elements by name, kept up to date while they are on the page. */
export interface Heights {
  readonly heights: ReadonlyMap<string, number>
  /** The ref callback for the element of a name. */
  readonly measure: (id: string) => (element: HTMLElement | null) => void
}

/** Measures elements before they are painted and whenever their size changes; renders again only when a height did. */
export function useHeights(): Heights {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const elements = useRef(new Map<string, HTMLElement>())
  const refs = useRef(new Map<string, (element: HTMLElement | null) => void>())
  const read = useCallback(() => {
    const now = new Map([...elements.current].map(([id, element]) => [id, element.offsetHeight]))
    setHeights(before => (same(before, now) ? before : now))
  }, [])
  const added = useRef(false)
  const observer = useMemo(() => (typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(read)), [read])
  // Only when there is something new to measure: reading heights at each keystroke would make the browser lay out twice.
  useLayoutEffect(() => {
    if (!added.current) return
    added.current = false
    read()
  })
  const measure = useCallback(
    (id: string) => {
      const known = refs.current.get(id)
      if (known !== undefined) return known
      const ref = (element: HTMLElement | null) => {
        const last = elements.current.get(id)
        if (last !== undefined && last !== element) observer?.unobserve(last)
        if (element === null) {
          elements.current.delete(id)
          refs.current.delete(id)
        } else {
          elements.current.set(id, element)
          added.current = true
          observer?.observe(element)
        }
      }
      refs.current.set(id, ref)
      return ref
    },
    [observer],
  )
  return { heights, measure }
}

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, height]) => b.get(id) === height)
}
