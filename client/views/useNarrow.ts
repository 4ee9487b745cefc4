import { useSyncExternalStore } from 'react'

/** Below this width the outline is a drawer and the cards come up from the foot of the screen; `page.css` says the same. */
const narrow = '(max-width: 900px)'

/** Whether the page is narrow now; follows the window. False where there is no window to ask. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow, () => false)
}

function follow(changed: () => void): () => void {
  if (typeof window.matchMedia !== 'function') return () => {}
  const query = window.matchMedia(narrow)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

function isNarrow(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia(narrow).matches
}
