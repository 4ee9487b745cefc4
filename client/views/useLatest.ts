import { useLayoutEffect, useState } from 'react'

/** Holds what was rendered last. Stays the same itself, so that handing it down makes nobody render again. */
export interface Latest<T> {
  readonly current: T
}

/** The value as of the last render, for handlers that are called later. */
export function useLatest<T>(value: T): Latest<T> {
  const [latest] = useState<{ current: T }>(() => ({ current: value }))
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
