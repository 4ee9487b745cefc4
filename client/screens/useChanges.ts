import { useCallback, useSyncExternalStore } from 'react'
import type { Told } from './Told.ts'

/** Renders again whenever this is told; returns how often it was. */
export function useChanges(told: Told): number {
  const follow = useCallback((listener: () => void) => told.onChange(listener), [told])
  return useSyncExternalStore(follow, () => told.version)
}
