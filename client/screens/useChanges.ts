import { useSyncExternalStore } from 'react'

/** Renders again whenever something told changes; `version` must grow with each. */
export function useChanges(source: { onChange(listener: () => void): () => void; readonly version: number }): number {
  return useSyncExternalStore(
    listener => source.onChange(listener),
    () => source.version,
  )
}
