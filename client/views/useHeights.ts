import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** The heights of elements by name, kept up to date while they are on the page. */
export interface Heights {
  readonly heights: ReadonlyMap<string, number>
  /** The ref callback for the element of a name. */
  readonly measure: (id: string) => (element: HTMLElement | null) => void
}

/**
 * Measuring may bring up others to be measured. So often it is done before the page is painted; the observer, which tells of every
 * new element, goes on in the next frame. (React takes fifty such rounds for a fault and takes the page down.)
 */
const maxPasses = 8

/** Measures elements before they are painted and whenever their size changes; renders again only when a height did. */
export function useHeights(): Heights {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const elements = useRef(new Map<string, HTMLElement>())
  const names = useRef(new WeakMap<Element, string>())
  const refs = useRef(new Map<string, (element: HTMLElement | null) => void>())
  const take = useCallback((measured: readonly (readonly [string, number])[]) => {
    // Heights of elements taken off the page are kept: a card folded for its height, and guessed afresh, would come and go for ever.
    setHeights(before =>
      measured.every(([id, height]) => before.get(id) === height) ? before : new Map([...before, ...measured]),
    )
  }, [])
  const added = useRef(new Set<string>())
  const passes = useRef(0)
  const observer = useMemo(() => {
    const observed = (entries: readonly ResizeObserverEntry[]) => {
      passes.current = 0
      take(entries.flatMap(({ target }) => heightOf(elements.current, names.current.get(target) ?? '')))
    }
    return typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(observed)
  }, [take])
  // Only what is new: reading heights at each keystroke would make the browser lay out twice.
  useLayoutEffect(() => {
    if (added.current.size === 0 || passes.current >= maxPasses) return
    const ids = [...added.current]
    added.current.clear()
    passes.current++
    take(ids.flatMap(id => heightOf(elements.current, id)))
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
          added.current.add(id)
          names.current.set(element, id)
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

function heightOf(elements: ReadonlyMap<string, HTMLElement>, id: string): readonly (readonly [string, number])[] {
  const element = elements.get(id)
  return element === undefined ? [] : [[id, element.offsetHeight]]
}
