import { useCallback, useMemo, useSyncExternalStore } from 'react'

/** Up to this width the outline is a drawer; `page.css` and `topBarNarrow.css` say the same. */
export const outlineInDrawer = '(max-width: 960px)'

/** Up to this width the cards come up from the foot of the screen; `page.css` says the same. */
export const cardsFromBelow = '(max-width: 900px)'

/** Whether a media query holds now; follows the window. False where there is no window to ask. */
export function useMatches(query: string): boolean {
  const list = useMemo(() => (typeof window.matchMedia === 'function' ? window.matchMedia(query) : null), [query])
  const follow = useCallback(
    (changed: () => void) => {
      list?.addEventListener('change', changed)
      return () => list?.removeEventListener('change', changed)
    },
    [list],
  )
  const read = () => list?.matches ?? false
  return useSyncExternalStore(follow, read, () => false)
}
