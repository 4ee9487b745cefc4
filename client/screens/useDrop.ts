import { useEffect, useState } from 'react'
import { useLatest } from '../views/useLatest.ts'

/**
 * While wanted, takes files and folders let go anywhere over the page; otherwise the browser would leave the page for them. Returns
 * whether any are held over it.
 */
export function useDrop(isWanted: boolean, onDrop: (dropped: DataTransfer) => void): boolean {
  const [over, setOver] = useState(false)
  const drop = useLatest(onDrop)
  useEffect(() => {
    if (!isWanted) return
    const listening = new AbortController()
    const { signal } = listening
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      // Null when the pointer has left the window; between two elements of the page there is another.
      if (event.relatedTarget === null) setOver(false)
    }
    const release = (event: DragEvent) => {
      setOver(false)
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      drop.current(event.dataTransfer)
    }
    window.addEventListener('dragover', hold, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', release, { signal })
    return () => {
      listening.abort()
      setOver(false)
    }
  }, [isWanted, drop])
  return over
}
